import { graphql, type ResultOf } from '../app/graphql';
import { nameOfParty } from '../Dens/party';
import { figureList, headOfSection, type Home, inSection, isOneOf, stepBy, type Viewer, workList } from '../parts/home';
import { termOwed } from '../parts/Term';
import { noMeasure, rectificationList } from './filters';
import { rectificationPath } from './path';
import { nextSteps } from './steps';

const rows = graphql(`
  fragment WaitingOrders on RectificationConnection {
    totalCount nodes { id number status orderedOn reportedOn nearestBy nearestTerm enterprise { name } den { name } productClass { name } }
  }
`);

const waiting = graphql(
  `
  query WaitingOrdersOfMine(
    $mine: RectificationFilterInput, $mineAsked: Boolean!, $late: RectificationFilterInput, $lateAsked: Boolean!,
    $unassigned: RectificationFilterInput, $unassignedAsked: Boolean!
  ) {
    unassigned: rectifications(first: 20, where: $unassigned, order: [{ dueOn: ASC }]) @include(if: $unassignedAsked) {
      ...WaitingOrders
    }
    mine: rectifications(first: 20, where: $mine, order: [{ nearestBy: ASC }]) @include(if: $mineAsked) { ...WaitingOrders }
    late: rectifications(first: 1, where: $late) @include(if: $lateAsked) { totalCount }
  }
`,
  [rows],
);

type Waiting = ResultOf<typeof rows>['nodes'][number];

const rowOf = (one: Waiting, viewer: Viewer) => ({
  id: one.id,
  to: rectificationPath(one.number),
  name: nameOfParty(one),
  detail: one.productClass?.name,
  due: one.nearestBy,
  term: termOwed(one.nearestTerm, viewer.language),
  since: one.reportedOn ?? one.orderedOn,
  step: stepBy(nextSteps(one)[0] ?? 'recordReinspection', rectificationPath(one.number), viewer),
});

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
          rowOf,
        }),
        unassigned: list(rectificationList, {
          place: 18,
          title: { zh: '待指派经办人的整改', en: 'Orders without an officer of the section' },
          isFor: headOfSection,
          filters: ({ me }) => ({ unassigned: '1', section: me.section ?? '' }),
          rowOf: (one, viewer) => ({
            ...rowOf(one, viewer),
            step: stepBy('assignRectificationOfficer', rectificationPath(one.number), viewer),
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
