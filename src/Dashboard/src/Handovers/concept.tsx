import { SwapOutlined } from '@ant-design/icons';
import type { Concept } from '../parts/concept';

export default {
  pages: {
    '/open-work': () => import('./OpenWork'),
  },
  menu: [
    { group: 'work', place: 20, path: '/open-work', needs: 'openWork', icon: <SwapOutlined />, title: { zh: '在办事项', en: 'Open work' } },
  ],
} satisfies Concept;
