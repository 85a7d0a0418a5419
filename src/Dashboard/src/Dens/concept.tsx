import { EnvironmentOutlined } from '@ant-design/icons';
import { graphql } from '../app/graphql';
import { naming, type Concept } from '../parts/concept';
import { denPath } from './path';

export default {
  pages: {
    '/dens': () => import('./Dens'),
    '/dens/:number': () => import('./Den'),
  },
  menu: [{ group: 'registers', place: 15, path: '/dens', needs: 'dens', icon: <EnvironmentOutlined />, title: { zh: '窝点', en: 'Dens' } }],
  names: [
    naming('Den', graphql(`fragment DenName on Den { number denName: name }`), ({ number, denName }) => ({
      to: denPath(number),
      name: denName,
      detail: number,
    })),
  ],
} satisfies Concept;
