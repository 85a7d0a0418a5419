import { lazy } from 'react';
import { nameOfParty } from '../Dens/party';
import { graphql, type ResultOf } from '../app/graphql';
import { figureList, type Home, inSection, isOneOf, stepBy, type Viewer, workList } from '../parts/home';
import { termOwed } from '../parts/Term';
import { endOf } from '../parts/time';
import { inspectionList } from './filters';
import { inspectionPath } from './path';
import { inspectionWords } from './words';

const rows = graphql(`
  fragment WaitingInspections on InspectionConnection {
    totalCount nodes { id number lastDay nearestTerm productClass { name } enterprise { name } den { name } }
  }
`);

const waiting = graphql(
  `
  query WaitingInspectionsOfMine(
    $mine: InspectionFilterInput, $mineAsked: Boolean!, $unassigned: InspectionFilterInput, $unassignedAsked: Boolean!,
    $late: InspectionFilterInput, $lateAsked: Boolean!
  ) {
    mine: inspections(first: 20, where: $mine, order: [{ nearestBy: ASC }]) @include(if: $mineAsked) { ...WaitingInspections }
    unassigned: inspections(first: 20, where: $unassigned, order: [{ plannedOn: ASC }]) @include(if: $unassignedAsked) {
      ...WaitingInspections
    }
    late: inspections(first: 1, where: $late) @include(if: $lateAsked) { totalCount }
  }
`,
  [rows],
);

type Waiting = ResultOf<typeof rows>['nodes'][number];

const seen = ({ id, number, lastDay, nearestTerm, productClass, ...party }: Waiting, { language }: Viewer) => ({
  id,
  to: inspectionPath(number),
  name: nameOfParty(party),
  detail: productClass?.name,
  due: endOf(lastDay),
  term: termOwed(nearestTerm, language),
});

const list = workList<Waiting>();

export default {
  lists: [
    {
      kinds: ['INSPECTION'],
      query: waiting,
      lists: {
        mine: list(inspectionList, {
          place: 22,
          title: { zh: '待我检查的对象', en: 'Inspections to make' },
          isFor: isOneOf('OFFICER', 'SECTION_HEAD'),
          filters: ({ me }) => ({ holder: me.userName, status: 'PLANNED' }),
          rowOf: (one, viewer) => ({
            ...seen(one, viewer),
            step: { title: inspectionWords[viewer.language].record, to: `${inspectionPath(one.number)}/record` },
          }),
        }),
        unassigned: list(inspectionList, {
          place: 16,
          title: { zh: '待指派人员的检查', en: 'Inspections without officers' },
          isFor: isOneOf('SECTION_HEAD'),
          filters: (viewer) => ({ unassigned: '1', ...inSection(viewer) }),
          rowOf: (one, viewer) => ({ ...seen(one, viewer), step: stepBy('assignInspectionOfficers', inspectionPath(one.number), viewer) }),
        }),
        late: figureList(inspectionList, {
          place: 30,
          tone: 'bad',
          title: { zh: '逾期检查', en: 'Inspections late' },
          isFor: ({ may }: Viewer) => may('inspections'),
          filters: (viewer) => ({ late: '1', ...inSection(viewer) }),
        }),
      },
    },
  ],
  panels: [{ place: 16, isFor: isOneOf('LEADER', 'SECTION_HEAD', 'AUDITOR'), Panel: lazy(() => import('./CoveragePanel')) }],
} satisfies Home;
