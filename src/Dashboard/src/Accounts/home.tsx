import { lazy } from 'react';
import { type Home, isOneOf } from '../parts/home';

export default { panels: [{ place: 7, isFor: isOneOf('ADMINISTRATOR'), Panel: lazy(() => import('./AccountsPanel')) }] } satisfies Home;
