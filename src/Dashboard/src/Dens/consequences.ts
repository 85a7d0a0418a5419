import type { Consequences } from '../parts/concept';

export default {
  recordDen: {
    zh: '登记后即可对该窝点检查、责令整改、作为案件当事人；同名同址的窝点只登记一次。',
    en: 'From then on it can be inspected, ordered about and named by cases; a den is recorded once.',
  },
  banDen: { zh: '提请负责人审批，批准后取缔。', en: 'The head decides; it is banned when that is approved.' },
  withdrawDenBan: {
    zh: '仅在所依据的处罚决定已被撤销，或者区政府的同意已更正时办理；已计入的取缔数随之冲销。',
    en: 'Only where the decision was annulled or the grant corrected; what was counted of the ban is counted no more.',
  },
  endDen: {
    zh: '已计划的检查随之取消，未了的整改不再计算期限，待审批的取缔失效。',
    en: 'Planned inspections are cancelled, terms of open orders run no more, a ban that waits lapses.',
  },
  reopenDen: { zh: '随之取消的检查和整改期限恢复。', en: 'Inspections and terms that ended with it are resumed.' },
} satisfies Consequences;
