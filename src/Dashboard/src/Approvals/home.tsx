import { graphql, type ResultOf } from '../app/graphql';
import { nameOfParty } from '../Dens/party';
import { type Home, type HomeList, inSection, isOneOf, stepBy, type Viewer } from '../parts/home';
import { linkOf } from '../parts/links';
import { describe, subjectName } from '../parts/Subject';
import { bilingual } from '../parts/Term';
import { dayOf } from '../parts/time';
import type { CommandName } from '../parts/command';
import { dueOf, dueOfProposal } from './due';
import { approvalsPath } from './path';

const rows = graphql(
  `
  fragment WaitingApprovals on PendingApprovalConnection {
    totalCount nodes { id number title step summary askedAt
      subject { ...SubjectName ...DueOfProposal ... on Rectification { ordered: enterprise { name } den { name } } } }
  }
`,
  [subjectName, dueOfProposal],
);

const waiting = graphql(
  `
  query WaitingApprovalsOfMine($section: String, $me: String!, $decideAsked: Boolean!, $askedAsked: Boolean!) {
    decide: approvals(first: 40, mine: true, section: $section) @include(if: $decideAsked) { ...WaitingApprovals }
    asked: approvals(first: 20, askedBy: $me) @include(if: $askedAsked) { ...WaitingApprovals }
  }
`,
  [rows],
);

type Waiting = ResultOf<typeof rows>['nodes'][number];

// Beside these a proposal is approved or returned as a step of its case, or a ban of its den.
const own: Partial<Record<Waiting['step'], CommandName>> = {
  CRIME_TRANSFER: 'decideCrimeTransfer',
  LADDER_MEASURE: 'decideRectificationMeasure',
};

const stepName = (step: Waiting['step']) => bilingual('ApprovalStep', step);

const rowOf = (one: Waiting, viewer: Viewer) => {
  const { to = approvalsPath, detail } = describe(one.subject);
  const command = own[one.step] ?? (one.step === 'DEN_BAN' ? 'approveDenBan' : 'approveCaseStep');
  const kind = stepName(one.step);
  const named = { zh: `审批：${kind.zh}`, en: `Decide: ${kind.en}` };
  // On the page of a case the head approves; whoever the head has authorised does in the queue.
  const step =
    own[one.step] || isOneOf('LEADER')(viewer) ? stepBy(command, to, viewer, named) : { title: named[viewer.language], to: approvalsPath };
  return {
    id: one.id,
    to,
    name: one.subject.__typename === 'Rectification' ? nameOfParty({ enterprise: one.subject.ordered, den: one.subject.den }) : one.title,
    detail: one.summary === one.title ? detail : one.summary,
    since: dayOf(one.askedAt),
    ...dueOf(one.subject, viewer.language),
    step,
    // Measures become late by the dozen.
    ...(one.step === 'LADDER_MEASURE' && {
      alike: { title: named[viewer.language], to: linkOf(queue, { ...inSection(viewer), step: one.step, late: '1' }) },
    }),
  };
};

const askedRow = (one: Waiting, viewer: Viewer) => {
  const row = rowOf(one, viewer);
  return { ...row, step: { title: stepName(one.step)[viewer.language], to: row.to } };
};

const queue = { path: approvalsPath, where: () => null };

const decide: HomeList = {
  place: 5,
  kind: 'work',
  title: { zh: '待我审批', en: 'For me to approve' },
  isFor: isOneOf('LEADER', 'SECTION_HEAD', 'LEGAL'),
  figure: (viewer) => ({ to: linkOf(queue, inSection(viewer)) }),
  rowOf: rowOf as HomeList['rowOf'] & {},
};

const asked: HomeList = {
  place: 70,
  kind: 'others',
  title: { zh: '我提请的，待审批', en: 'What I proposed, to be approved' },
  isFor: isOneOf('OFFICER', 'SECTION_HEAD', 'LEGAL'),
  figure: () => ({ to: linkOf(queue, { view: 'asked' }) }),
  rowOf: askedRow as HomeList['rowOf'] & {},
};

export default {
  lists: [
    {
      kinds: ['CASE', 'CRIME_TRANSFER', 'RECTIFICATION', 'DEN'],
      query: waiting,
      variables: ({ me, section }) => ({ me: me.userName, section }),
      lists: { decide, asked },
    },
  ],
} satisfies Home;
