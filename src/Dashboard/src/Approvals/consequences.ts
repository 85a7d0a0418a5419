import type { Consequences } from '../parts/concept';

export default {
  approveCaseStep: {
    zh: '批准后即时生效，期限自批准之日起计算；提请人、本案调查人员和审核人员不能审批。',
    en: 'It takes effect at once; terms run from the day of approval. Who proposed, investigated or reviewed cannot decide.',
  },
  returnCaseStep: {
    zh: '退回后本事项不生效，可以补充后重新提请；当场采取的措施被退回的，应当立即解除。',
    en: 'It does not take effect and can be proposed again; a measure taken on the spot is lifted at once.',
  },
} satisfies Consequences;
