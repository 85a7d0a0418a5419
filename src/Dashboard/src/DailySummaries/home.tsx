import { graphql, type ResultOf } from '../app/graphql';
import { type Home, isOneOf, stepBy, workList } from '../parts/home';
import type { CommandName } from '../parts/command';
import { summaryList } from './filters';
import { dailySummaryPath } from './path';

const rows = graphql(`fragment WaitingSummaries on DailySummaryConnection { totalCount nodes { id number day } }`);

const waiting = graphql(
  `
  query WaitingSummariesOfMine(
    $head: DailySummaryFilterInput, $headAsked: Boolean!, $approved: DailySummaryFilterInput, $approvedAsked: Boolean!,
    $returned: DailySummaryFilterInput, $returnedAsked: Boolean!, $rejected: DailySummaryFilterInput, $rejectedAsked: Boolean!
  ) {
    head: dailySummaries(first: 20, where: $head, order: [{ day: ASC }]) @include(if: $headAsked) { ...WaitingSummaries }
    approved: dailySummaries(first: 20, where: $approved, order: [{ day: ASC }]) @include(if: $approvedAsked) { ...WaitingSummaries }
    returned: dailySummaries(first: 20, where: $returned, order: [{ day: ASC }]) @include(if: $returnedAsked) { ...WaitingSummaries }
    rejected: dailySummaries(first: 20, where: $rejected, order: [{ day: ASC }]) @include(if: $rejectedAsked) { ...WaitingSummaries }
  }
`,
  [rows],
);

const list = workList<ResultOf<typeof rows>['nodes'][number]>();

const waitsFor = (place: number, role: 'LEGAL' | 'LEADER', status: string, step: CommandName, zh: string, en: string) =>
  list(summaryList, {
    place,
    title: { zh, en },
    isFor: isOneOf(role),
    filters: () => ({ status }),
    rowOf: (one, viewer) => ({
      id: one.id,
      to: dailySummaryPath(one.number),
      name: one.day,
      step: stepBy(step, dailySummaryPath(one.number), viewer),
    }),
  });

export default {
  lists: [
    {
      kinds: ['DAILY_SUMMARY'],
      query: waiting,
      lists: {
        head: waitsFor(26, 'LEADER', 'COLLECTED', 'approveDailySummary', '待批准的日报汇总', 'Daily summaries to approve'),
        approved: waitsFor(27, 'LEGAL', 'APPROVED', 'recordDailySummarySending', '待报送市局的日报汇总', 'Daily summaries to send up'),
        returned: waitsFor(28, 'LEGAL', 'RETURNED', 'collectDailyReportsAgain', '被退回的日报汇总', 'Daily summaries sent back'),
        rejected: waitsFor(29, 'LEGAL', 'REJECTED', 'collectDailyReportsAgain', '被市局退件的日报汇总', 'Daily summaries not taken'),
      },
    },
  ],
} satisfies Home;
