import { EnvironmentOutlined } from '@ant-design/icons';
import { graphql } from '../app/graphql';
import { naming, type Concept } from '../parts/concept';

export default {
  pages: {
    '/administration/areas': () => import('./Areas'),
  },
  menu: [
    { group: 'administration', place: 50, path: '/administration/areas', needs: 'staff', icon: <EnvironmentOutlined />, title: { zh: '区域', en: 'Areas' } },
  ],
  names: [naming('Area', graphql(`fragment AreaName on Area { code areaName: name }`), ({ code, areaName }) => ({ to: '/administration/areas', name: areaName, detail: code }), { isOpen: true })],
} satisfies Concept;
