import { FileProtectOutlined } from '@ant-design/icons';
import { graphql } from '../app/graphql';
import { naming, type Concept } from '../parts/concept';
import { licencePath } from './path';

export default {
  pages: {
    '/licences': () => import('./Licences'),
    '/licences/:number': () => import('./Licence'),
  },
  menu: [
    { group: 'registers', place: 20, path: '/licences', needs: 'licences', icon: <FileProtectOutlined />, title: { zh: '许可证', en: 'Licences' } },
  ],
  names: [naming('Licence', graphql(`fragment LicenceName on Licence { number enterprise { name } }`), ({ number, enterprise }) => ({ to: licencePath(number), name: number, detail: enterprise.name }), { isOpen: true })],
} satisfies Concept;
