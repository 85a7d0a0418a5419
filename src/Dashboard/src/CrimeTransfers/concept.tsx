import { SendOutlined } from '@ant-design/icons';
import { graphql } from '../app/graphql';
import { naming, type Concept } from '../parts/concept';
import { transferPath } from './path';

export default {
  pages: {
    '/transfers': () => import('./CrimeTransfers'),
    '/transfers/:number': () => import('./CrimeTransfer'),
  },
  menu: [
    { group: 'enforcement', place: 40, path: '/transfers', needs: 'crimeTransfers', icon: <SendOutlined />, title: { zh: '移送公安', en: 'Crime transfers' } },
  ],
  names: [naming('CrimeTransfer', graphql(`fragment CrimeTransferName on CrimeTransfer { number caseTitle }`), ({ number, caseTitle }) => ({ to: transferPath(number), name: number, detail: caseTitle }), { isOpen: true })],
} satisfies Concept;
