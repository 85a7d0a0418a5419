import { Empty, Segmented, Table } from 'antd';
import { graphql, type ResultOf } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { useSession } from '../app/session';
import { useStaffName } from '../Accounts/staff';
import { Commands } from '../parts/Commands';
import { Page } from '../parts/Page';
import { Standing } from '../parts/Standing';
import { subjectName, SubjectLink } from '../parts/Subject';
import { useTerms } from '../parts/Term';
import { timeOf } from '../parts/time';
import { useFilters } from '../parts/useFilters';
import { useSectionName } from '../Sections/sectionNames';
import { approvalWords } from './words';

const approvals = graphql(
  `
  query Approvals($mine: Boolean!, $askedBy: String) {
    approvals(first: 200, mine: $mine, askedBy: $askedBy) {
      totalCount nodes { id item number title step summary askedBy askedAt section subject { ...SubjectName } }
    }
  }
`,
  [subjectName],
);

type Pending = ResultOf<typeof approvals>['approvals']['nodes'][number];

const views = ['mine', 'asked', 'all'] as const;

/** What waits for the head's decision: what the caller may decide, what the caller proposed, or all of it. */
export default function Approvals() {
  const words = useWords(approvalWords);
  const { me } = useSession();
  const { values, set } = useFilters(['view'] as const);
  const view = views.find((one) => one === values.view) ?? 'mine';
  const step = useTerms('ApprovalStep');
  const [sectionName, staffName] = [useSectionName(), useStaffName()];
  const { data, error, fetching, again } = useLiveQuery(
    approvals,
    { mine: view === 'mine', askedBy: view === 'asked' ? me.userName : null },
    ['CASE'],
  );
  return (
    <Page
      title={words.title}
      remark={words.remark}
      extra={
        <Segmented
          aria-label={words.view}
          value={view}
          onChange={(chosen) => set({ view: chosen === 'mine' ? '' : chosen })}
          options={views.map((value) => ({ value, label: words[value] }))}
        />
      }
    >
      <Standing fetching={fetching} error={error} again={again} rows={6}>
        <div className="filters quiet" role="status">
          {words.total(data?.approvals.totalCount ?? 0)}
        </div>
        <Table<Pending>
          size="small"
          rowKey="id"
          dataSource={data?.approvals.nodes ?? []}
          pagination={false}
          scroll={{ x: 'max-content' }}
          locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.none} /> }}
          columns={[
            { title: words.number, key: 'number', render: (_, one) => <SubjectLink subject={one.subject} withDetail /> },
            { title: words.step, key: 'step', render: (_, one) => step.term(one.step) },
            { title: words.what, key: 'what', width: 320, render: (_, one) => one.summary },
            { title: words.askedBy, key: 'askedBy', render: (_, one) => staffName(one.askedBy) },
            { title: words.askedAt, key: 'askedAt', render: (_, one) => timeOf(one.askedAt) },
            { title: words.section, key: 'section', render: (_, one) => sectionName(one.section) },
            {
              title: <span className="out-of-sight">{words.steps}</span>,
              key: 'steps',
              render: (_, one) =>
                view === 'mine' ? (
                  <Commands next={['approveCaseStep', 'returnCaseStep']} target={{ fixed: { number: one.number, approval: one.item } }} />
                ) : (
                  one.askedBy === me.userName && (
                    <Commands
                      next={['returnCaseStep']}
                      titles={{ returnCaseStep: words.takeBack }}
                      target={{ fixed: { number: one.number, approval: one.item } }}
                    />
                  )
                ),
            },
          ]}
        />
      </Standing>
    </Page>
  );
}
