import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import { Commands } from '../parts/Commands';
import { Filters, OneOf } from '../parts/Filters';
import { Find } from '../parts/Find';
import { List } from '../parts/List';
import { Page } from '../parts/Page';
import { Term, useTerms } from '../parts/Term';
import { useFilters } from '../parts/useFilters';
import { summariesWhere, summaryFilters } from './filters';
import { dailySummaryPath } from './path';
import { summaryWords } from './words';

const summaries = graphql(`
  query DailySummaryList(
    $first: Int!, $after: String, $where: DailySummaryFilterInput, $order: [DailySummarySortInput!] = [{ day: DESC }]
  ) {
    dailySummaries(first: $first, after: $after, where: $where, order: $order) {
      nodes { id number day status missing }
      pageInfo { hasNextPage endCursor } totalCount
    }
  }
`);

/** The bureau's reports, day by day. */
export default function DailySummaries() {
  const words = useWords(summaryWords);
  const statuses = useTerms('DailySummaryStatus');
  const { values, set, clear, any } = useFilters(summaryFilters);
  return (
    <Page title={words.title} remark={words.remark}
      extra={<Commands next={['collectDailyReports']} target={{ fixed: {} }} />}>
      <Filters any={any} clear={clear}>
        <Find label={words.number} text={values.text} set={set} />
        <OneOf label={words.status} value={values.status} options={statuses.options} onChange={(status) => set({ status })} />
      </Filters>
      <List query={summaries} variables={{ where: summariesWhere(values) }} pick={(data) => data.dailySummaries} kinds={['DAILY_SUMMARY']}
        rowKey={(row) => row.id} to={(row) => dailySummaryPath(row.number)} label={words.title}
        columns={[
          { key: 'day', title: words.day, width: '140px', order: 'day', render: (row) => row.day },
          { key: 'number', title: words.number, width: '170px', render: (row) => row.number },
          { key: 'status', title: words.status, width: '160px', text: (row) => statuses.term(row.status),
            render: (row) => <Term of="DailySummaryStatus" value={row.status} /> },
          { key: 'missing', title: words.missing, width: '120px', render: (row) => row.missing },
        ]}
      />
    </Page>
  );
}
