import { ScheduleOutlined } from '@ant-design/icons';
import type { Concept } from '../parts/concept';

export default {
  pages: {
    '/': () => import('./Today'),
  },
  menu: [{ group: 'work', place: 10, path: '/', needs: 'me', icon: <ScheduleOutlined />, title: { zh: '今日工作', en: 'Today' } }],
} satisfies Concept;
