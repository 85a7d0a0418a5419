import { lazy } from 'react';
import type { Home } from '../parts/home';

export default {
  panels: [{ place: 10, isWide: true, isFor: ({ may }) => may('openWork'), Panel: lazy(() => import('./LatePanel')) }],
} satisfies Home;
