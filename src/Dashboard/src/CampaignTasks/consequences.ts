import type { Consequences } from '../parts/concept';

export default {
  returnCampaignTask: { zh: '退回后牵头科室须在新的期限内整改并重新上交。', en: 'The lead section puts it right and hands it in again by the new day.' },
  withdrawCampaignTask: { zh: '取消后任务仍列于分解表，不再催办。', en: 'It stays in the table and is no longer asked for.' },
} satisfies Consequences;
