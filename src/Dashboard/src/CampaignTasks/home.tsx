import { graphql, type ResultOf } from '../app/graphql';
import { type Home, isOneOf, stepBy, workList } from '../parts/home';
import { endOf } from '../parts/time';
import { taskList } from './filters';
import { taskPath } from './path';
import { nextSteps } from './steps';

const rows = graphql(`
  fragment WaitingTasks on CampaignTaskConnection {
    totalCount nodes { id number text status dueOn reviewBy }
  }
`);

const waiting = graphql(
  `
  query WaitingTasksOfMine($mine: CampaignTaskFilterInput, $mineAsked: Boolean!, $office: CampaignTaskFilterInput, $officeAsked: Boolean!) {
    mine: campaignTasks(first: 20, where: $mine, order: [{ dueOn: ASC }]) @include(if: $mineAsked) { ...WaitingTasks }
    office: campaignTasks(first: 20, where: $office, order: [{ dueOn: ASC }]) @include(if: $officeAsked) { ...WaitingTasks }
  }
`,
  [rows],
);

type WaitingTask = ResultOf<typeof rows>['nodes'][number];

const list = workList<WaitingTask>();

export default {
  lists: [
    {
      kinds: ['CAMPAIGN_TASK'],
      query: waiting,
      lists: {
        mine: list(taskList, {
          place: 24,
          title: { zh: '本科室的重点任务', en: 'Campaign tasks of the section' },
          isFor: (viewer) => isOneOf('SECTION_HEAD')(viewer) && !!viewer.me.section,
          filters: ({ me }) => ({ section: me.section ?? '', awaits: 'LEAD_SECTION' }),
          rowOf: (one, viewer) => ({
            id: one.id,
            to: taskPath(one.number),
            name: one.text,
            due: endOf(one.dueOn),
            step: stepBy(nextSteps[one.status]?.[0] ?? 'handInCampaignTask', taskPath(one.number), viewer),
          }),
        }),
        office: list(taskList, {
          place: 25,
          title: { zh: '待审核的重点任务', en: 'Campaign tasks to look at' },
          isFor: isOneOf('LEGAL'),
          filters: () => ({ awaits: 'OFFICE' }),
          rowOf: (one, viewer) => ({
            id: one.id,
            to: taskPath(one.number),
            name: one.text,
            due: one.reviewBy && endOf(one.reviewBy),
            step: stepBy('confirmCampaignTask', taskPath(one.number), viewer),
          }),
        }),
      },
    },
  ],
} satisfies Home;
