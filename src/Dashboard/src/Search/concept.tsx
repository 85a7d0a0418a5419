import type { Concept } from '../parts/concept';

export default {
  pages: {
    '/search': () => import('./Results'),
  },
} satisfies Concept;
