import { lazy } from 'react';
import { type Home, isOneOf } from '../parts/home';

export default {
  panels: [{ place: 1, isWide: true, isFor: isOneOf('ADMINISTRATOR'), Panel: lazy(() => import('./NextYearPanel')) }],
} satisfies Home;
