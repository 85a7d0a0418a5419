import { HistoryOutlined } from '@ant-design/icons';
import type { Concept } from '../parts/concept';

export default {
  pages: {
    '/administration/journal': () => import('./Journal'),
  },
  menu: [
    { group: 'administration', place: 70, path: '/administration/journal', needs: 'journalCheck', icon: <HistoryOutlined />, title: { zh: '日志', en: 'Journal' } },
  ],
} satisfies Concept;
