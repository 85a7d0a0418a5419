import { TableOutlined } from '@ant-design/icons';
import { graphql } from '../app/graphql';
import { naming, type Concept } from '../parts/concept';

export default {
  pages: {
    '/form-entries': () => import('./FormEntries'),
  },
  menu: [
    {
      group: 'enforcement',
      place: 61,
      path: '/form-entries',
      needs: 'formEntries',
      icon: <TableOutlined />,
      title: { zh: '填报数', en: 'Form entries' },
    },
  ],
  names: [
    naming(
      'FormEntry',
      graphql(`fragment FormEntryName on FormEntry { formEntryNumber: number figure }`),
      ({ formEntryNumber }) => ({ to: '/form-entries', name: formEntryNumber, detail: '' }),
    ),
  ],
} satisfies Concept;
