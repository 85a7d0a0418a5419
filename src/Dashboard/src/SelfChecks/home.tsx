import { lazy } from 'react';
import type { Home } from '../parts/home';

export default {
  panels: [{ place: 5, isFor: ({ may }) => may('selfCheck'), Panel: lazy(() => import('./SelfCheckPanel')) }],
} satisfies Home;
