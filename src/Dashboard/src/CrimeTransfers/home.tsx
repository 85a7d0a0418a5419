import { lazy } from 'react';
import { graphql, type ResultOf } from '../app/graphql';
import { headOfSection, type Home, inSection, isOneOf, stepBy, type Viewer, workList } from '../parts/home';
import { termOwed } from '../parts/Term';
import { dayOf } from '../parts/time';
import { transferList } from './filters';
import { transferPath } from './path';
import { awaitedCommand } from './steps';

const rows = graphql(`
  fragment WaitingTransfers on CrimeTransferConnection {
    totalCount nodes { id number caseTitle status openedOn nearestBy nearestTerm clocks { dueAt startedAt } }
  }
`);

const waiting = graphql(
  `
  query WaitingTransfersOfMine(
    $mine: CrimeTransferFilterInput, $mineAsked: Boolean!, $unfiled: CrimeTransferFilterInput, $unfiledAsked: Boolean!,
    $handing: CrimeTransferFilterInput, $handingAsked: Boolean!, $unassigned: CrimeTransferFilterInput, $unassignedAsked: Boolean!
  ) {
    unassigned: crimeTransfers(first: 20, where: $unassigned, order: [{ openedOn: ASC }]) @include(if: $unassignedAsked) {
      ...WaitingTransfers
    }
    mine: crimeTransfers(first: 20, where: $mine, order: [{ nearestBy: ASC }]) @include(if: $mineAsked) { ...WaitingTransfers }
    unfiled: crimeTransfers(first: 20, where: $unfiled, order: [{ openedOn: ASC }]) @include(if: $unfiledAsked) { ...WaitingTransfers }
    handing: crimeTransfers(first: 20, where: $handing, order: [{ openedOn: ASC }]) @include(if: $handingAsked) { ...WaitingTransfers }
  }
`,
  [rows],
);

const sentRows = graphql(`
  fragment SentTransfers on CrimeTransferConnection {
    totalCount nodes { id number caseTitle status openedOn sentOn receivedOn prosecution policeClocks { title dueAt startedAt } }
  }
`);

// What the police may see of a transfer.
const sent = graphql(
  `
  query TransfersSentToUs(
    $toSign: CrimeTransferFilterInput, $toSignAsked: Boolean!, $toFile: CrimeTransferFilterInput, $toFileAsked: Boolean!,
    $toReport: CrimeTransferFilterInput, $toReportAsked: Boolean!
  ) {
    toSign: crimeTransfers(first: 20, where: $toSign, order: [{ openedOn: ASC }]) @include(if: $toSignAsked) { ...SentTransfers }
    toFile: crimeTransfers(first: 20, where: $toFile, order: [{ openedOn: ASC }]) @include(if: $toFileAsked) { ...SentTransfers }
    toReport: crimeTransfers(first: 20, where: $toReport, order: [{ openedOn: ASC }]) @include(if: $toReportAsked) { ...SentTransfers }
  }
`,
  [sentRows],
);

type Waiting = ResultOf<typeof rows>['nodes'][number];
type Sent = ResultOf<typeof sentRows>['nodes'][number];

const first = <T extends { dueAt: string | null }>(clocks: T[]) =>
  clocks.filter(({ dueAt }) => dueAt).toSorted((a, b) => a.dueAt!.localeCompare(b.dueAt!))[0];

const rowOf = (one: { id: string; number: string; caseTitle: string; status: string; prosecution?: string | null }, viewer: Viewer) => ({
  id: one.id,
  to: transferPath(one.number),
  name: one.caseTitle,
  detail: one.number,
  step: stepBy(awaitedCommand(one) ?? 'recordPoliceReceipt', transferPath(one.number), viewer),
});

const ourRow = (one: Waiting, viewer: Viewer) => {
  const clock = one.clocks.find(({ dueAt }) => dueAt !== null && dueAt === one.nearestBy);
  return {
    ...rowOf(one, viewer),
    due: one.nearestBy,
    term: termOwed(one.nearestTerm, viewer.language),
    since: clock ? dayOf(clock.startedAt) : one.openedOn,
  };
};

const sentRow = (one: Sent, viewer: Viewer) => ({
  ...rowOf(one, viewer),
  due: first(one.policeClocks)?.dueAt,
  term: first(one.policeClocks)?.title,
  since: one.receivedOn ?? one.sentOn ?? one.openedOn,
});

const ours = workList<Waiting>();
const theirs = workList<Sent>();
const liaison = ({ me }: Viewer) => !!me.agency && me.roles.includes('LIAISON');

export default {
  lists: [
    {
      kinds: ['CRIME_TRANSFER'],
      query: waiting,
      lists: {
        mine: ours(transferList, {
          place: 24,
          title: { zh: '我经办的移送', en: 'My transfers' },
          rowOf: ourRow,
          isFor: isOneOf('OFFICER', 'SECTION_HEAD'),
          filters: ({ me }) => ({ holder: me.userName, status: 'OURS' }),
        }),
        unfiled: ours(transferList, {
          place: 17,
          title: { zh: '公安机关不予立案，待提请复议或者建议监督', en: 'Not filed by the police: to be reconsidered or supervised' },
          isFor: isOneOf('LEGAL'),
          rowOf: ourRow,
          filters: (viewer) => ({ status: 'UNFILED', ...inSection(viewer) }),
        }),
        unassigned: ours(transferList, {
          place: 19,
          title: { zh: '待组成专案组或者指派人员的移送', en: 'Transfers without a task group of the section' },
          rowOf: ourRow,
          isFor: headOfSection,
          filters: ({ me }) => ({ unassigned: '1', section: me.section ?? '' }),
        }),
        handing: ours(transferList, {
          place: 18,
          title: { zh: '公安机关已立案，待移交涉案物品和材料', en: 'Filed by the police: goods and materials to be handed over' },
          isFor: isOneOf('SECTION_HEAD'),
          rowOf: ourRow,
          filters: (viewer) => ({ status: 'FILED', ...inSection(viewer) }),
        }),
      },
    },
    {
      kinds: ['CRIME_TRANSFER'],
      query: sent,
      lists: {
        toSign: theirs(transferList, {
          place: 10,
          title: { zh: '待签收的移送案件', en: 'Transfers to be signed for' },
          isFor: liaison,
          rowOf: sentRow,
          filters: () => ({ status: 'SENT' }),
        }),
        toFile: theirs(transferList, {
          place: 11,
          title: { zh: '待作出立案决定的移送案件', en: 'Transfers to be filed or not' },
          isFor: liaison,
          rowOf: sentRow,
          filters: () => ({ status: 'TO_FILE' }),
        }),
        toReport: theirs(transferList, {
          place: 12,
          title: { zh: '已移交、待反馈处理结果的案件', en: 'Handed over: the outcome is to be told' },
          isFor: liaison,
          rowOf: sentRow,
          filters: () => ({ status: 'HANDED_OVER' }),
        }),
      },
    },
  ],
  panels: [{ place: 17, isFor: isOneOf('LEADER', 'AUDITOR'), Panel: lazy(() => import('./GoingPanel')) }],
} satisfies Home;
