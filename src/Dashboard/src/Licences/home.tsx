import { lazy } from 'react';
import { graphql, type ResultOf } from '../app/graphql';
import { figureList, type Home, isOneOf, stepBy, stockList, type Viewer, workList } from '../parts/home';
import { addDays } from '../parts/time';
import { inForce, licenceList } from './filters';
import { licencePath } from './path';

const rows = graphql(`fragment WaitingLicences on LicenceConnection { totalCount nodes { id number validTo enterprise { name } } }`);

const waiting = graphql(
  `
  query WaitingLicencesOfMine(
    $withdrawals: LicenceFilterInput, $withdrawalsAsked: Boolean!, $deregistrations: LicenceFilterInput, $deregistrationsAsked: Boolean!,
    $toDeregister: LicenceFilterInput, $toDeregisterAsked: Boolean!, $lapsing: LicenceFilterInput, $lapsingAsked: Boolean!
  ) {
    withdrawals: licences(first: 20, where: $withdrawals, order: [{ validTo: ASC }]) @include(if: $withdrawalsAsked) { ...WaitingLicences }
    deregistrations: licences(first: 1, where: $deregistrations) @include(if: $deregistrationsAsked) { totalCount }
    toDeregister: licences(first: 1, where: $toDeregister) @include(if: $toDeregisterAsked) { totalCount }
    lapsing: licences(first: 1, where: $lapsing) @include(if: $lapsingAsked) { totalCount }
  }
`,
  [rows],
);

type Waiting = ResultOf<typeof rows>['nodes'][number];

const deciders = isOneOf('SECTION_HEAD', 'LEADER', 'LEGAL');
const toDeregister = { zh: '已建议注销、待办理的许可证', en: 'Licences proposed for deregistration' };
const month = 30;
const seen = ({ id, number, enterprise }: Waiting) => ({ id, to: licencePath(number), name: number, detail: enterprise.name });
const list = workList<Waiting>();

// Licences belong to no section.
export default {
  lists: [
    {
      kinds: ['LICENCE'],
      query: waiting,
      lists: {
        withdrawals: list(licenceList, {
          place: 30,
          title: { zh: '已提请撤销、待登记结果的许可证', en: 'Licences whose withdrawal was requested' },
          isFor: deciders,
          filters: () => ({ asked: 'WITHDRAWAL' }),
          rowOf: (one, viewer) => ({ ...seen(one), step: stepBy('withdrawLicence', licencePath(one.number), viewer) }),
        }),
        // The registers are the legal section's to keep; the heads see how many there are.
        deregistrations: stockList(licenceList, {
          place: 31,
          title: toDeregister,
          isFor: isOneOf('LEGAL'),
          filters: () => ({ asked: 'DEREGISTRATION' }),
        }),
        toDeregister: figureList(licenceList, {
          place: 61,
          title: toDeregister,
          isFor: (viewer) => isOneOf('SECTION_HEAD', 'LEADER')(viewer) && !isOneOf('LEGAL')(viewer),
          filters: () => ({ asked: 'DEREGISTRATION' }),
        }),
        lapsing: figureList(licenceList, {
          place: 60,
          tone: 'warn',
          title: { zh: '三十日内届满', en: 'Lapse in 30 days' },
          isFor: ({ may }: Viewer) => may('licences') && may('cases'),
          filters: ({ today }) => ({ status: inForce, from: today, to: addDays(today, month) }),
        }),
      },
    },
  ],
  panels: [{ place: 40, isFor: ({ may }) => may('cases') && may('licences'), Panel: lazy(() => import('./LapsingPanel')) }],
} satisfies Home;
