import { lazy } from 'react';
import type { Home } from '../parts/home';

export default { panels: [{ place: 90, isFor: ({ may }) => may('journal'), Panel: lazy(() => import('./LatestPanel')) }] } satisfies Home;
