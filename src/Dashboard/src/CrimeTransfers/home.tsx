import { graphql, type ResultOf } from '../app/graphql';
import { type Home, inSection, isOneOf, stepBy, type Viewer, workList } from '../parts/home';
import { dayOf } from '../parts/time';
import type { CommandName } from '../parts/command';
import { transferList } from './filters';
import { transferPath } from './path';

const rows = graphql(`
  fragment WaitingTransfers on CrimeTransferConnection {
    totalCount nodes { id number caseTitle status openedOn clocks { dueAt startedAt } policeClocks { dueAt } }
  }
`);

const waiting = graphql(
  `
  query WaitingTransfersOfMine(
    $mine: CrimeTransferFilterInput, $mineAsked: Boolean!, $unfiled: CrimeTransferFilterInput, $unfiledAsked: Boolean!,
    $handing: CrimeTransferFilterInput, $handingAsked: Boolean!
  ) {
    mine: crimeTransfers(first: 20, where: $mine, order: [{ openedOn: ASC }]) @include(if: $mineAsked) { ...WaitingTransfers }
    unfiled: crimeTransfers(first: 20, where: $unfiled, order: [{ openedOn: ASC }]) @include(if: $unfiledAsked) { ...WaitingTransfers }
    handing: crimeTransfers(first: 20, where: $handing, order: [{ openedOn: ASC }]) @include(if: $handingAsked) { ...WaitingTransfers }
  }
`,
  [rows],
);

const sentRows = graphql(`
  fragment SentTransfers on CrimeTransferConnection {
    totalCount nodes { id number caseTitle status openedOn sentOn receivedOn prosecution policeClocks { dueAt startedAt } }
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

const commandOf: Record<string, CommandName> = {
  DUTY: 'nameTransferTaskGroup',
  REFUSED: 'nameTransferTaskGroup',
  APPROVED: 'sendCrimeTransfer',
  FILED: 'handOverEvidence',
  DECLINED: 'requestReconsideration',
  UPHELD: 'requestProsecutorSupervision',
  SENT: 'recordPoliceReceipt',
  RECEIVED: 'recordPoliceDecision',
  RECONSIDERED: 'recordPoliceDecision',
  SUPERVISED: 'recordPoliceDecision',
  HANDED_OVER: 'recordProsecutionDecision',
};

interface Clock {
  dueAt: string | null;
  startedAt?: string;
}

const first = <T extends Clock>(clocks: T[]) => clocks.filter(({ dueAt }) => dueAt).toSorted((a, b) => a.dueAt!.localeCompare(b.dueAt!))[0];

const rowOf = (one: { id: string; number: string; caseTitle: string; status: string; prosecution?: string | null }, viewer: Viewer) => ({
  id: one.id,
  to: transferPath(one.number),
  name: one.caseTitle,
  detail: one.number,
  // Once it is prosecuted, what comes next is the judgment.
  step: stepBy(
    one.prosecution === 'PROSECUTED' ? 'recordJudgment' : (commandOf[one.status] ?? 'recordPoliceReceipt'),
    transferPath(one.number),
    viewer,
  ),
});

const ourRow = (one: Waiting, viewer: Viewer) => {
  const theirs = new Set(one.policeClocks.map(({ dueAt }) => dueAt));
  const clock = first(one.clocks.filter(({ dueAt }) => !theirs.has(dueAt)));
  return { ...rowOf(one, viewer), due: clock?.dueAt, since: clock ? dayOf(clock.startedAt) : one.openedOn };
};

const sentRow = (one: Sent, viewer: Viewer) => ({
  ...rowOf(one, viewer),
  due: first(one.policeClocks)?.dueAt,
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
} satisfies Home;
