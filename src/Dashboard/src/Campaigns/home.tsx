import { lazy } from 'react';
import { type Home, isOneOf } from '../parts/home';

export default {
  panels: [{ place: 14, isWide: true, isFor: isOneOf('LEADER', 'AUDITOR'), Panel: lazy(() => import('./PicturePanel')) }],
} satisfies Home;
