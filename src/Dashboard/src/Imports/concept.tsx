import { ImportOutlined } from '@ant-design/icons';
import { graphql } from '../app/graphql';
import { naming, type Concept } from '../parts/concept';

export default {
  pages: {
    '/administration/imports': () => import('./Imports'),
  },
  menu: [
    { group: 'administration', place: 60, path: '/administration/imports', needs: 'importLicences', icon: <ImportOutlined />, title: { zh: '数据导入', en: 'Imports' } },
  ],
  names: [naming('Import', graphql(`fragment ImportName on Import { importId fileName }`), ({ importId, fileName }) => ({ to: '/administration/imports', name: fileName ?? importId }))],
} satisfies Concept;
