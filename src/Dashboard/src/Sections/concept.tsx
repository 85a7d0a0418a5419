import { ApartmentOutlined } from '@ant-design/icons';
import { graphql } from '../app/graphql';
import { naming, type Concept } from '../parts/concept';
import { useSectionName } from './sectionNames';

export default {
  pages: {
    '/administration/sections': () => import('./Sections'),
  },
  menu: [
    { group: 'administration', place: 20, path: '/administration/sections', needs: 'staff', icon: <ApartmentOutlined />, title: { zh: '责任科室', en: 'Sections' } },
  ],
  names: [naming('Section', graphql(`fragment SectionName on Section { code sectionName: name }`), ({ code, sectionName }) => ({ to: '/administration/sections', name: sectionName, detail: code }), { isOpen: true })],
  codes: { section: useSectionName },
} satisfies Concept;
