import { AuditOutlined, MobileOutlined } from '@ant-design/icons';
import { graphql } from '../app/graphql';
import { nameOfParty } from '../Dens/party';
import { naming, type Concept } from '../parts/concept';
import { inspectionPath } from './path';

export default {
  pages: {
    '/inspections': () => import('./Inspections'),
    '/inspections/mine': () => import('./MyInspections'),
    '/inspections/:number': () => import('./Inspection'),
    '/inspections/:number/record': () => import('./RecordInspection'),
  },
  menu: [
    {
      group: 'work', place: 15, path: '/inspections/mine', needs: 'recordInspection', icon: <MobileOutlined />,
      title: { zh: '我的检查', en: 'My inspections' },
    },
    { group: 'enforcement', place: 10, path: '/inspections', needs: 'inspections', icon: <AuditOutlined />, title: { zh: '检查', en: 'Inspections' } },
  ],
  names: [naming('Inspection', graphql(`fragment InspectionName on Inspection { number inspected: enterprise { name } den { name } }`),
    ({ number, inspected, den }) => ({ to: inspectionPath(number), name: number, detail: nameOfParty({ enterprise: inspected, den }) }))],
  offline: { needs: 'recordInspection', path: '/inspections/mine' },
  header: { needs: 'recordInspection', load: () => import('./Outbox') },
} satisfies Concept;
