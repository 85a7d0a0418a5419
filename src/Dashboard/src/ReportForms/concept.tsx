import { TableOutlined } from '@ant-design/icons';
import type { Concept } from '../parts/concept';

export default {
  pages: {
    '/report-forms': () => import('./ReportForms'),
  },
  menu: [
    {
      group: 'enforcement',
      place: 60,
      path: '/report-forms',
      needs: 'reportForm',
      icon: <TableOutlined />,
      title: { zh: '报表', en: 'Report forms' },
    },
  ],
} satisfies Concept;
