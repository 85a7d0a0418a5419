import { graphql, type ResultOf } from '../app/graphql';
import { figureList, type Home, inSection, isOneOf, stepBy, type Viewer, workList } from '../parts/home';
import { endOf } from '../parts/time';
import type { CommandName } from '../parts/command';
import { noMeasure, rectificationList } from './filters';
import { rectificationPath } from './path';

const rows = graphql(`
  fragment WaitingOrders on RectificationConnection {
    totalCount nodes { id number status dueOn orderedOn reportedOn isLate enterprise { name } productClass { name }
      deadlines { kind dueAt } }
  }
`);

const waiting = graphql(
  `
  query WaitingOrdersOfMine($mine: RectificationFilterInput, $mineAsked: Boolean!, $late: RectificationFilterInput, $lateAsked: Boolean!) {
    mine: rectifications(first: 20, where: $mine, order: [{ dueOn: ASC }]) @include(if: $mineAsked) { ...WaitingOrders }
    late: rectifications(first: 1, where: $late) @include(if: $lateAsked) { totalCount }
  }
`,
  [rows],
);

type Waiting = ResultOf<typeof rows>['nodes'][number];

const commandOf: Record<string, CommandName> = {
  ORDERED: 'reportRectification',
  REPORTED: 'recordReinspection',
  OVERDUE: 'recordReinspection',
  FAILED: 'proposeRectificationMeasure',
};

/** When the order is to be looked at: at the end of its term, or until when it is to be inspected again. */
const dueOf = ({ isLate, dueOn, deadlines }: Waiting) =>
  isLate
    ? endOf(dueOn)
    : deadlines
        .filter(({ kind }) => kind !== 'RECTIFICATION_WARNING')
        .map(({ dueAt }) => dueAt)
        .toSorted()[0];

const list = workList<Waiting>();

export default {
  lists: [
    {
      kinds: ['RECTIFICATION'],
      query: waiting,
      lists: {
        mine: list(rectificationList, {
          place: 23,
          title: { zh: '我经办的整改', en: 'My orders' },
          isFor: isOneOf('OFFICER', 'SECTION_HEAD'),
          filters: ({ me }) => ({ holder: me.userName, proposed: noMeasure }),
          rowOf: (one, viewer) => ({
            id: one.id,
            to: rectificationPath(one.number),
            name: one.enterprise.name,
            detail: one.productClass?.name,
            due: dueOf(one),
            since: one.reportedOn ?? one.orderedOn,
            step: stepBy(commandOf[one.status] ?? 'recordReinspection', rectificationPath(one.number), viewer),
          }),
        }),
        late: figureList(rectificationList, {
          place: 20,
          tone: 'bad',
          title: { zh: '逾期整改', en: 'Orders late' },
          isFor: ({ may }: Viewer) => may('rectifications'),
          filters: (viewer) => ({ late: '1', ...inSection(viewer) }),
        }),
      },
    },
  ],
} satisfies Home;
