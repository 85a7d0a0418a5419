import { AuditOutlined } from '@ant-design/icons';
import { graphql } from '../app/graphql';
import { naming, type Concept } from '../parts/concept';

export default {
  pages: {
    '/authorisations': () => import('./Authorisations'),
  },
  menu: [
    {
      group: 'work',
      place: 25,
      path: '/authorisations',
      needs: 'authorisations',
      icon: <AuditOutlined />,
      title: { zh: '审批授权', en: 'Authorisations' },
    },
  ],
  names: [
    naming(
      'Authorisation',
      graphql(`fragment AuthorisationName on Authorisation { authorisationNumber: number deputy }`),
      ({ authorisationNumber, deputy }) => ({ to: '/authorisations', name: authorisationNumber, detail: deputy }),
    ),
  ],
} satisfies Concept;
