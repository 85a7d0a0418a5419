import { BarChartOutlined } from '@ant-design/icons';
import type { Concept } from '../parts/concept';

export default {
  pages: {
    '/facts': () => import('./Facts'),
    '/statistics': () => import('./Statistics'),
  },
  menu: [
    {
      group: 'enforcement',
      place: 55,
      path: '/statistics',
      needs: 'statistics',
      icon: <BarChartOutlined />,
      title: { zh: '工作统计', en: 'Statistics' },
    },
  ],
} satisfies Concept;
