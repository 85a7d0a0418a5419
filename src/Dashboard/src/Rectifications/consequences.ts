import type { Consequences } from '../parts/concept';

export default {
  orderRectification: { zh: '企业须在期限内改正，未填整改期限的为三十日；期满未改正的，将按许可证种类建议有依据的下一步措施。',
    en: 'The enterprise must cure the defects in time, within thirty days where no day is given; '
      + 'otherwise the next step that has a basis for the kind of licence is proposed.' },
  decideRectificationMeasure: { zh: '同意后立即通知许可证登记并执行该措施；不同意的，整改单保留原状态。', en: 'When accepted, the licence is told at once; when not, the order stays as it is.' },
  correctMeasureAnswer: { zh: '办理记录同时显示原答复和更正后的答复；已告知许可证的事项随之更正，已统计的数字相应冲减。',
    en: 'The history shows both; what the licence was told is put right there, and what was counted is taken back.' },
  correctReinspection: {
    zh: '最近一次复查撤回，整改恢复复查前的状态和期限，已计入的复查合格同时冲减；正确的复查结果另行登记。',
    en: 'The last re-inspection is taken back: the order stands as before, and what was counted of it is counted no more. '
      + 'The right one is recorded as ever.',
  },
  handOverRectification: { zh: '移交后由接收科室负责，整改期限和复查期限继续计算。移交记录两个科室都能看到。', en: 'The receiving section answers for it from now on and the deadlines run on. Both see the hand-over.' },
  correctRectificationOrder: {
    zh: '更正前的内容保留在办理记录中，统计数字按原口径冲销后重新计入；期限更正后，因误填期限产生的逾期和建议随之取消。',
    en: 'What the order said before stays in its history; its figures are counted anew. What a wrong day made late goes.',
  },
} satisfies Consequences;
