import { BarChartOutlined, FolderOpenOutlined } from '@ant-design/icons';
import { graphql } from '../app/graphql';
import { naming, type Concept } from '../parts/concept';
import { casePath } from './path';

export default {
  pages: {
    '/cases': () => import('./Cases'),
    '/cases/:number': () => import('./Case'),
    '/case-statistics': () => import('./CaseStatistics'),
  },
  menu: [
    { group: 'enforcement', place: 30, path: '/cases', needs: 'cases', icon: <FolderOpenOutlined />, title: { zh: '案件', en: 'Cases' } },
    { group: 'enforcement', place: 50, path: '/case-statistics', needs: 'cases', icon: <BarChartOutlined />, title: { zh: '案件统计', en: 'Case statistics' } },
  ],
  names: [naming('Case', graphql(`fragment CaseName on Case { number title }`), ({ number, title }) => ({ to: casePath(number), name: number, detail: title }))],
} satisfies Concept;
