import { ToolOutlined } from '@ant-design/icons';
import { graphql } from '../app/graphql';
import { nameOfParty } from '../Dens/party';
import { naming, type Concept } from '../parts/concept';
import { rectificationPath } from './path';

export default {
  pages: {
    '/rectifications': () => import('./Rectifications'),
    '/rectifications/:number': () => import('./Rectification'),
  },
  menu: [
    { group: 'enforcement', place: 20, path: '/rectifications', needs: 'rectifications', icon: <ToolOutlined />, title: { zh: '责令整改', en: 'Rectification orders' } },
  ],
  names: [naming('Rectification',
    graphql(`fragment RectificationName on Rectification { number ordered: enterprise { name } den { name } }`),
    ({ number, ordered, den }) => ({ to: rectificationPath(number), name: number, detail: nameOfParty({ enterprise: ordered, den }) }))],
} satisfies Concept;
