import type { Concept } from '../parts/concept';
import { notificationsPath } from './path';

export default {
  pages: {
    [notificationsPath]: () => import('./Notifications'),
  },
  header: { needs: 'notifications', load: () => import('./Bell') },
} satisfies Concept;
