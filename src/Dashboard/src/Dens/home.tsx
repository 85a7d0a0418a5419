import { graphql, type ResultOf } from '../app/graphql';
import { type Home, inSection, isOneOf, stepBy, workList } from '../parts/home';
import { endOf } from '../parts/time';
import { denList } from './filters';
import { denPath } from './path';

const rows = graphql(`
  fragment WaitingDens on DenConnection { totalCount nodes { id number name address foundOn actBy } }
`);

const waiting = graphql(
  `
  query WaitingDensOfMine($found: DenFilterInput, $foundAsked: Boolean!) {
    found: dens(first: 20, where: $found, order: [{ foundOn: DESC }]) @include(if: $foundAsked) { ...WaitingDens }
  }
`,
  [rows],
);

type Waiting = ResultOf<typeof rows>['nodes'][number];

const list = workList<Waiting>();

export default {
  lists: [
    {
      kinds: ['DEN'],
      query: waiting,
      lists: {
        found: list(denList, {
          place: 28,
          title: { zh: '已发现、尚未取缔的窝点', en: 'Dens found and not banned' },
          isFor: isOneOf('SECTION_HEAD'),
          filters: (viewer) => ({ status: 'FOUND', ...inSection(viewer) }),
          rowOf: ({ id, number, name, address, foundOn, actBy }, viewer) => ({
            id,
            to: denPath(number),
            name,
            detail: address,
            since: foundOn,
            due: actBy && endOf(actBy),
            step: stepBy('planInspection', denPath(number), viewer),
          }),
        }),
      },
    },
  ],
} satisfies Home;
