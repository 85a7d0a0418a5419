import { lazy } from 'react';
import { type Home, isOneOf } from '../parts/home';

export default { panels: [{ place: 6, isFor: isOneOf('ADMINISTRATOR'), Panel: lazy(() => import('./RecentPanel')) }] } satisfies Home;
