import type { Consequences } from '../parts/concept';

export default {
  orderRectification: { zh: '企业须在期限内改正；期满未改正的，将建议暂扣许可证。', en: 'The enterprise must cure the defects in time; otherwise suspension is proposed.' },
  decideRectificationMeasure: { zh: '同意后立即通知许可证登记并执行该措施；不同意的，整改单保留原状态。', en: 'When accepted, the licence is told at once; when not, the order stays as it is.' },
  handOverRectification: { zh: '移交后由接收科室负责，整改期限和复查期限继续计算。移交记录两个科室都能看到。', en: 'The receiving section answers for it from now on and the clocks run on. Both see the hand-over.' },
} satisfies Consequences;
