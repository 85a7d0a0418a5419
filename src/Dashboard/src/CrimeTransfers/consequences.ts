import type { Consequences } from '../parts/concept';

export default {
  openCrimeTransfer: { zh: '启动移送后须在规定期限内组成专案组、报负责人决定并移送公安机关。', en: 'A task group, the head’s decision and the sending to the police are due from now on.' },
  sendCrimeTransfer: { zh: '案件材料移送公安机关，公安机关应当在二十四小时内签收。', en: 'The file goes to the police, who sign for it within 24 hours.' },
  changeTransferSection: { zh: '移交后由接收科室负责本局应办的手续，期限继续计算。移交记录两个科室都能看到。', en: 'The receiving section answers for the bureau’s steps from now on and the clocks run on. Both see the hand-over.' },
} satisfies Consequences;
