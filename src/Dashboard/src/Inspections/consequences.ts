import type { Consequences } from '../parts/concept';

export default {
  recordInspection: { zh: '检查记录提交后不能修改。立案查处的，即时登记线索；责令整改须另行办理。', en: 'A record cannot be changed. A case is opened at once; an order is a step of its own.' },
  handOverInspection: { zh: '移交后由接收科室负责安排检查。移交记录两个科室都能看到。', en: 'The receiving section answers for the inspection from now on. Both see the hand-over.' },
} satisfies Consequences;
