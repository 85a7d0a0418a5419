import { ApartmentOutlined } from '@ant-design/icons';
import { graphql } from '../app/graphql';
import { naming, type Concept } from '../parts/concept';
import { useAgencyName } from './agencyNames';

export default {
  pages: {
    '/administration/agencies': () => import('./Agencies'),
  },
  menu: [
    { group: 'administration', place: 30, path: '/administration/agencies', needs: 'staff', icon: <ApartmentOutlined />, title: { zh: '协作部门', en: 'Partner agencies' } },
  ],
  names: [naming('Agency', graphql(`fragment AgencyName on Agency { code agencyName: name }`), ({ code, agencyName }) => ({ to: '/administration/agencies', name: agencyName, detail: code }), { isOpen: true })],
  codes: { agency: useAgencyName },
} satisfies Concept;
