import { lazy } from 'react';
import type { Home } from '../parts/home';

export default {
  panels: [{ place: 20, isFor: ({ may }) => may('deadlines'), Panel: lazy(() => import('./SoonPanel')) }],
} satisfies Home;
