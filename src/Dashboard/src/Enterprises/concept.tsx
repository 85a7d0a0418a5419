import { BankOutlined } from '@ant-design/icons';
import { graphql } from '../app/graphql';
import { naming, type Concept } from '../parts/concept';
import { enterprisePath } from './path';

export default {
  pages: {
    '/enterprises': () => import('./Enterprises'),
    '/enterprises/:creditCode': () => import('./Enterprise'),
  },
  menu: [
    { group: 'registers', place: 10, path: '/enterprises', needs: 'enterprises', icon: <BankOutlined />, title: { zh: '企业', en: 'Enterprises' } },
  ],
  names: [naming('Enterprise', graphql(`fragment EnterpriseName on Enterprise { creditCode name }`), ({ creditCode, name }) => ({ to: enterprisePath(creditCode), name, detail: creditCode }), { isOpen: true })],
} satisfies Concept;
