import type { Consequences } from '../parts/concept';

export default {
  startCampaign: { zh: '启动后各责任科室按重点任务分解表办理。', en: 'From that day the sections work by the table of tasks.' },
  sumUpCampaign: {
    zh: '总结后不能再交办任务；任务须已全部办结或者取消。',
    en: 'No task is assigned after it; every task must be done or withdrawn.',
  },
  closeCampaign: { zh: '结束后内容不再变动。', en: 'Nothing of it changes after that.' },
} satisfies Consequences;
