import { graphql, type ResultOf } from '../app/graphql';
import { type Home, isOneOf, stepBy, workList } from '../parts/home';
import { dailyList } from './filters';
import { dailyReportPath } from './path';

const rows = graphql(`fragment OwedReports on DailyReportConnection { totalCount nodes { id number day recordedUntil } }`);

const owed = graphql(
  `
  query OwedReportsOfMine($mine: DailyReportFilterInput, $mineAsked: Boolean!) {
    mine: dailyReports(first: 20, where: $mine, order: [{ day: ASC }]) @include(if: $mineAsked) { ...OwedReports }
  }
`,
  [rows],
);

const list = workList<ResultOf<typeof rows>['nodes'][number]>();

export default {
  lists: [
    {
      kinds: ['DAILY_REPORT'],
      query: owed,
      lists: {
        mine: list(dailyList, {
          place: 2,
          title: { zh: '日报14:00前报送', en: 'Daily report, by 14:00' },
          isFor: (viewer) => isOneOf('OFFICER', 'SECTION_HEAD')(viewer) && !!viewer.me.section,
          filters: ({ me }) => ({ section: me.section ?? '', owed: '1' }),
          rowOf: (one, viewer) => ({
            id: one.id,
            to: dailyReportPath(one.number),
            name: one.day,
            due: one.recordedUntil,
            step: stepBy('submitDailyReport', dailyReportPath(one.number), viewer),
          }),
        }),
      },
    },
  ],
} satisfies Home;
