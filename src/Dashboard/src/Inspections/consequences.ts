import type { Consequences } from '../parts/concept';

export default {
  recordInspection: { zh: '检查记录提交后，只能由科室负责人说明理由更正。立案查处的，即时登记线索；责令整改须另行办理。', en: 'Once submitted, only the head of the section corrects a record, with the reason. A case is opened at once; an order is a step of its own.' },
  handOverInspection: { zh: '移交后由接收科室负责安排检查。移交记录两个科室都能看到。', en: 'The receiving section answers for the inspection from now on. Both see the hand-over.' },
  correctInspectionRecord: {
    zh: '更正前的记录保留在办理记录中，统计数字按原口径冲销后重新计入。已有的整改单、案件不变。',
    en: 'What the record said before stays in its history; its figures are counted anew. Orders and cases that followed stand.',
  },
  beginInspection: {
    zh: '无需计划，现场开始日常检查，当天记录。',
    en: 'No plan is needed: a routine inspection begins on the spot and is recorded the same day.',
  },
} satisfies Consequences;
