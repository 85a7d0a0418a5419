import { TeamOutlined } from '@ant-design/icons';
import { graphql } from '../app/graphql';
import { naming, type Concept } from '../parts/concept';

export default {
  pages: {
    '/administration/users': () => import('./Users'),
  },
  menu: [
    { group: 'administration', place: 10, path: '/administration/users', needs: 'users', icon: <TeamOutlined />, title: { zh: '用户', en: 'Users' } },
  ],
  names: [naming('User', graphql(`fragment UserName on User { userName displayName }`), ({ userName, displayName }) => ({ name: displayName, detail: userName }))],
} satisfies Concept;
