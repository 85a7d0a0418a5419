import type { Concept } from '../parts/concept';

export default {
  pages: {
    '/facts': () => import('./Facts'),
  },
} satisfies Concept;
