import type { Consequences } from '../parts/concept';
import { approvalsPath } from './path';

const others = { to: approvalsPath, title: { zh: '其他待审批事项', en: 'What else waits for approval' } };

export default {
  approveCaseStep: {
    zh: '批准后即时生效，期限自批准之日起计算；提请人、本案调查人员和审核人员不能审批。',
    en: 'It takes effect at once; terms run from the day of approval. Who proposed, investigated or reviewed cannot decide.',
    after: {
      zh: '所提事项已经生效，由承办人员办理下一步。',
      en: 'What was proposed has taken effect; the officers go on with the next step.',
    },
    next: others,
  },
  returnCaseStep: {
    zh: '退回后本事项不生效，可以补充后重新提请；当场采取的措施被退回的，应当立即解除。',
    en: 'It does not take effect and can be proposed again; a measure taken on the spot is lifted at once.',
    after: {
      zh: '已退回提请人，可以补充后重新提请。',
      en: 'It is back with whoever proposed it, and can be proposed again.',
    },
    next: others,
  },
} satisfies Consequences;
