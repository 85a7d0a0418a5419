import { AuditOutlined } from '@ant-design/icons';
import type { Concept } from '../parts/concept';

export default {
  pages: {
    '/approvals': () => import('./Approvals'),
  },
  menu: [
    { group: 'work', place: 15, path: '/approvals', needs: 'approvals', icon: <AuditOutlined />, title: { zh: '审批', en: 'Approvals' } },
  ],
} satisfies Concept;
