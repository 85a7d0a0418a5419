import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import { useCampaignName } from '../Campaigns/campaignNames';
import { Filters, OneOf, OnlyIf } from '../parts/Filters';
import { Find } from '../parts/Find';
import { List } from '../parts/List';
import { Page } from '../parts/Page';
import { useTerms } from '../parts/Term';
import { useFilters } from '../parts/useFilters';
import { SectionSelect } from '../Sections/SectionSelect';
import { useSectionName } from '../Sections/sectionNames';
import { taskFilters, tasksWhere } from './filters';
import { taskPath } from './path';
import { TaskStatus } from './TaskStatus';
import { taskWords } from './words';

const tasks = graphql(`
  query CampaignTasks($first: Int!, $after: String, $where: CampaignTaskFilterInput, $order: [CampaignTaskSortInput!] = [{ dueOn: ASC }]) {
    campaignTasks(first: $first, after: $after, where: $where, order: $order) {
      nodes { id number campaign serial text leadSection dueOn status isLate awaits }
      pageInfo { hasNextPage endCursor } totalCount
    }
  }
`);

/** The tasks of all campaigns, for whoever owes them or looks at them. */
export default function CampaignTasks() {
  const words = useWords(taskWords);
  const statuses = useTerms('CampaignTaskStatus');
  const awaits = useTerms('CampaignTaskAwaits');
  const [sectionName, campaignName] = [useSectionName(), useCampaignName()];
  const { values, set, clear, any } = useFilters(taskFilters);
  return (
    <Page title={words.title}>
      <Filters any={any} clear={clear}>
        <Find label={words.find} text={values.text} set={set} />
        <SectionSelect label={words.section} value={values.section} onChange={(section) => set({ section })} />
        <OneOf label={words.awaits} value={values.awaits} options={awaits.options} onChange={(one) => set({ awaits: one })} />
        <OnlyIf label={words.lateOnly} value={values.late} onChange={(late) => set({ late })} />
      </Filters>
      <List query={tasks} variables={{ where: tasksWhere(values) }} pick={(data) => data.campaignTasks} kinds={['CAMPAIGN_TASK']}
        rowKey={(row) => row.id} to={(row) => taskPath(row.number)} label={words.title}
        columns={[
          { key: 'number', title: words.serial, width: '70px', render: (row) => `${row.serial}` },
          { key: 'campaign', title: words.campaign, width: 'minmax(0, 1fr)', render: (row) => campaignName(row.campaign) },
          { key: 'text', isName: true, title: words.one, width: 'minmax(0, 4fr)', render: (row) => row.text },
          { key: 'section', title: words.section, width: 'minmax(0, 1fr)', render: (row) => sectionName(row.leadSection) },
          { key: 'due', title: words.due, width: '120px', order: 'dueOn', render: (row) => row.dueOn },
          { key: 'status', title: words.status, width: '160px', text: (row) => statuses.term(row.status),
            render: (row) => <TaskStatus of={row} late={words.late} /> },
        ]}
      />
    </Page>
  );
}
