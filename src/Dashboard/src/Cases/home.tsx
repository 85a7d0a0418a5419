import { lazy } from 'react';
import { graphql, type ResultOf } from '../app/graphql';
import { figureList, headOfSection, type Home, inSection, isOneOf, stepBy, type Viewer, workList } from '../parts/home';
import { termOwed } from '../parts/Term';
import { dayOf } from '../parts/time';
import { caseList, officersSteps, openStages, proposedSteps, publications } from './filters';
import { awaitedCommand, awaitedTitle } from './nextSteps';
import { casePath } from './path';

const rows = graphql(`
  fragment WaitingCases on CaseConnection {
    totalCount nodes { id number title partyName awaits awaitedBy awaitedTerm nearestBy nearestTerm mustPublish receivedOn
      lateBy { kind dueAt } deadlines { kind dueAt }
      clocks { dueAt startedAt } }
  }
`);

const waiting = graphql(
  `
  query WaitingCasesOfMine(
    $mine: CaseFilterInput, $mineAsked: Boolean!, $proposing: CaseFilterInput, $proposingAsked: Boolean!,
    $review: CaseFilterInput, $reviewAsked: Boolean!, $hearing: CaseFilterInput, $hearingAsked: Boolean!,
    $publication: CaseFilterInput, $publicationAsked: Boolean!, $filing: CaseFilterInput, $filingAsked: Boolean!,
    $decision: CaseFilterInput, $decisionAsked: Boolean!, $closing: CaseFilterInput, $closingAsked: Boolean!,
    $registered: CaseFilterInput, $registeredAsked: Boolean!, $unassigned: CaseFilterInput, $unassignedAsked: Boolean!
  ) {
    mine: cases(first: 20, where: $mine, order: [{ nearestBy: ASC }]) @include(if: $mineAsked) { ...WaitingCases }
    proposing: cases(first: 20, where: $proposing, order: [{ nearestBy: ASC }]) @include(if: $proposingAsked) { ...WaitingCases }
    review: cases(first: 20, where: $review, order: [{ awaitedBy: ASC }]) @include(if: $reviewAsked) { ...WaitingCases }
    hearing: cases(first: 20, where: $hearing, order: [{ awaitedBy: ASC }]) @include(if: $hearingAsked) { ...WaitingCases }
    publication: cases(first: 20, where: $publication, order: [{ awaitedBy: ASC }]) @include(if: $publicationAsked) { ...WaitingCases }
    filing: cases(first: 20, where: $filing, order: [{ nearestBy: ASC }]) @include(if: $filingAsked) { ...WaitingCases }
    decision: cases(first: 20, where: $decision, order: [{ nearestBy: ASC }]) @include(if: $decisionAsked) { ...WaitingCases }
    closing: cases(first: 20, where: $closing, order: [{ nearestBy: ASC }]) @include(if: $closingAsked) { ...WaitingCases }
    unassigned: cases(first: 20, where: $unassigned, order: [{ receivedOn: ASC }]) @include(if: $unassignedAsked) { ...WaitingCases }
    registered: cases(first: 20, where: $registered, order: [{ awaitedBy: ASC }]) @include(if: $registeredAsked) { ...WaitingCases }
  }
`,
  [rows],
);

const figures = graphql(`
  query CaseFiguresToday(
    $overdue: CaseFilterInput, $overdueAsked: Boolean!, $mustTransfer: CaseFilterInput, $mustTransferAsked: Boolean!,
    $major: CaseFilterInput, $majorAsked: Boolean!
  ) {
    overdue: cases(first: 1, where: $overdue) @include(if: $overdueAsked) { totalCount }
    mustTransfer: cases(first: 1, where: $mustTransfer) @include(if: $mustTransferAsked) { totalCount }
    major: cases(first: 1, where: $major) @include(if: $majorAsked) { totalCount }
  }
`);

type Waiting = ResultOf<typeof rows>['nodes'][number];

const seen = ({ id, number, title, partyName }: Waiting) => ({ id, to: casePath(number), name: title, detail: partyName });

/** The day from which the clock runs that ends then; where none does, that of the lead. */
const sinceOf = ({ clocks, receivedOn }: Waiting, due: string | null) => {
  const clock = clocks.find(({ dueAt }) => dueAt === due);
  return clock ? dayOf(clock.startedAt) : receivedOn;
};

const stepOf = (one: Waiting, viewer: Viewer) => {
  const command = awaitedCommand(one);
  return command
    ? { ...stepBy(command, casePath(one.number), viewer), title: awaitedTitle(one, command, viewer.language) }
    : { title: '—', to: casePath(one.number) };
};

// The day that a hearing is set for is no term of the law.
const hearingDay = { zh: '听证日', en: 'day of the hearing' };

/** For whom the step itself is what counts: dated by the term of the step. */
const awaitedRow = (one: Waiting, viewer: Viewer) => ({
  ...seen(one),
  due: one.awaitedBy,
  term: termOwed(one.awaitedTerm, viewer.language) ?? (one.awaitedBy && hearingDay[viewer.language]),
  since: sinceOf(one, one.awaitedBy),
  step: stepOf(one, viewer),
});

/** For whoever holds the case, or heads its section: dated by what ends first in it, be it a measure or a preservation. */
const heldRow = (one: Waiting, viewer: Viewer) => ({
  ...seen(one),
  due: one.nearestBy,
  term: termOwed(one.nearestTerm, viewer.language),
  since: sinceOf(one, one.nearestBy),
  step: stepOf(one, viewer),
});

const publicationRow = (one: Waiting, viewer: Viewer) => {
  const owed = [...one.lateBy, ...one.deadlines].find(({ kind }) => publications.includes(kind));
  const due = owed?.dueAt ?? null;
  const command = owed?.kind === 'CASE_PUBLICATION_WITHDRAWAL' ? ('withdrawPublication' as const) : ('publishDecision' as const);
  return {
    ...seen(one),
    due,
    term: termOwed(owed?.kind, viewer.language),
    since: sinceOf(one, due),
    step: stepBy(command, casePath(one.number), viewer),
  };
};

const head = isOneOf('SECTION_HEAD');
const legal = isOneOf('LEGAL');
const list = workList<Waiting>();
const reads = ({ may }: Viewer) => may('cases');

export default {
  lists: [
    {
      kinds: ['CASE'],
      query: waiting,
      lists: {
        mine: list(caseList, {
          place: 20,
          title: { zh: '我承办的案件', en: 'My cases' },
          isFor: isOneOf('OFFICER', 'SECTION_HEAD'),
          rowOf: heldRow,
          filters: ({ me }) => ({ holder: me.userName, awaits: officersSteps }),
        }),
        proposing: list(caseList, {
          place: 21,
          title: { zh: '待我提请的案件', en: 'For me to propose' },
          rowOf: heldRow,
          isFor: (viewer) => isOneOf('OFFICER')(viewer) && !head(viewer),
          filters: ({ me }) => ({ holder: me.userName, awaits: proposedSteps, approval: 'NONE' }),
        }),
        review: list(caseList, {
          place: 10,
          title: { zh: '待法制审核的案件', en: 'Cases to be reviewed' },
          isFor: legal,
          rowOf: awaitedRow,
          filters: (viewer) => ({ awaits: 'LEGAL_REVIEW', ...inSection(viewer) }),
        }),
        hearing: list(caseList, {
          place: 11,
          title: { zh: '待组织听证的案件', en: 'Cases to be heard' },
          isFor: legal,
          rowOf: awaitedRow,
          filters: (viewer) => ({ awaits: 'HEARING', ...inSection(viewer) }),
        }),
        publication: list(caseList, {
          place: 12,
          title: { zh: '待公示或者待撤回公示的处罚决定', en: 'Decisions to be published or withdrawn' },
          isFor: legal,
          rowOf: publicationRow,
          filters: (viewer) => ({ publish: '1', ...inSection(viewer) }),
        }),
        filing: list(caseList, {
          place: 13,
          title: { zh: '待决定是否立案的线索', en: 'Leads: to be filed or not' },
          isFor: head,
          rowOf: heldRow,
          filters: (viewer) => ({ awaits: 'FILING_DECISION', approval: 'NONE', ...inSection(viewer) }),
        }),
        decision: list(caseList, {
          place: 14,
          title: { zh: '待作出处罚决定的案件', en: 'Cases whose penalty is to be decided' },
          isFor: head,
          rowOf: heldRow,
          filters: (viewer) => ({ awaits: 'PENALTY_DECISION', approval: 'NONE', ...inSection(viewer) }),
        }),
        closing: list(caseList, {
          place: 15,
          title: { zh: '待结案的案件', en: 'Cases to be closed' },
          isFor: head,
          rowOf: heldRow,
          filters: (viewer) => ({ awaits: 'CLOSING', approval: 'NONE', ...inSection(viewer) }),
        }),
        unassigned: list(caseList, {
          place: 19,
          title: { zh: '待指派人员的案件、线索', en: 'Cases and leads without officers of the section' },
          isFor: headOfSection,
          // Of a lead, whoever files it names the officers.
          rowOf: (one, viewer) => ({
            ...heldRow(one, viewer),
            ...(one.awaits !== 'FILING_DECISION' && { step: stepBy('assignCaseOfficers', casePath(one.number), viewer) }),
          }),
          filters: ({ me }) => ({ unassigned: '1', section: me.section ?? '' }),
        }),
        registered: list(caseList, {
          place: 80,
          kind: 'others',
          title: { zh: '我登记、待科室办理的线索', en: 'Leads that I recorded' },
          isFor: isOneOf('HOTLINE'),
          rowOf: awaitedRow,
          filters: ({ me }) => ({ holder: me.userName, awaits: 'FILING_DECISION' }),
        }),
      },
    },
    {
      kinds: ['CASE'],
      query: figures,
      lists: {
        overdue: figureList(caseList, {
          place: 10,
          tone: 'bad',
          title: { zh: '逾期案件', en: 'Cases late' },
          isFor: reads,
          filters: (viewer) => ({ overdue: '1', ...inSection(viewer) }),
        }),
        mustTransfer: figureList(caseList, {
          place: 40,
          tone: 'bad',
          title: { zh: '移送未了结', en: 'Transfers pending' },
          isFor: reads,
          filters: (viewer) => ({ mustTransfer: '1', ...inSection(viewer) }),
        }),
        major: figureList(caseList, {
          place: 50,
          title: { zh: '在办大案要案', en: 'Major cases open' },
          isFor: reads,
          filters: (viewer) => ({ major: '1', stage: openStages, ...inSection(viewer) }),
        }),
      },
    },
  ],
  starts: [{ place: 10, isFor: isOneOf('HOTLINE'), Start: lazy(() => import('./RecordLead')) }],
  panels: [
    { place: 15, isWide: true, isFor: isOneOf('LEADER', 'AUDITOR'), Panel: lazy(() => import('./MonthPanel')) },
    { place: 30, isFor: reads, Panel: lazy(() => import('./MajorPanel')) },
  ],
} satisfies Home;
