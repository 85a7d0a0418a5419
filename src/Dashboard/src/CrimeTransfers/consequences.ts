import type { Consequences } from '../parts/concept';

export default {
  openCrimeTransfer: { zh: '启动移送后须在规定期限内组成专案组、报负责人决定并移送公安机关。', en: 'A task group, the head\'s decision and the sending to the police are due from now on.' },
  sendCrimeTransfer: { zh: '案件材料移送公安机关，公安机关应当在二十四小时内签收。', en: 'The file goes to the police, who sign for it within 24 hours.' },
  recordPoliceReceipt: {
    zh: '公安机关应当自接受之日起三日内作出是否立案的决定；不属本机关管辖的，二十四小时内转送有管辖权的机关。',
    en: 'The police decide within three days whether to file; what is not theirs they send on within 24 hours.',
  },
  recordPoliceDecision: {
    zh: '立案的，由移送机关移交涉案物品和材料；不予立案的，移送机关可以提请复议或者建议立案监督。',
    en: 'Where it is filed, the bureau hands over goods and materials; where not, it may ask for reconsideration or supervision.',
  },
  decideCrimeTransfer: {
    zh: '不批准移送的，移送义务中止并报领导小组，案件可以继续行政处理；发现新的事实或者数额时重新产生移送义务。',
    en: 'A refusal lets the duty rest and is told to the leading group; the case may go on administratively, and new facts or figures open the duty again.',
  },
  withdrawCrimeTransfer: { zh: '移送撤回后，已计入的移送起数和货值同时冲减。', en: 'What was counted of the transfer is taken back with it.' },
  acceptNotFiling: { zh: '不再提请复议或者建议监督，案件转行政处理。', en: 'No further review is asked for; the case goes on administratively.' },
  recordJudgment: {
    zh: '判处刑罚的，案件随判决结案；免予刑事处罚或者宣告无罪的，案件退回作出行政处理。',
    en: 'A sentence closes the case; without one it comes back for an administrative decision.',
  },
  correctCrimeTransfer: {
    zh: '最近一次登记撤回，移送和案件恢复登记前的状态，期限照原起算；正确的内容另行登记，办理记录同时显示登记和更正。',
    en: 'The last entry is taken back: the transfer and its case stand as before, and the terms run as they did. '
      + 'The right one is recorded as ever; the history shows both.',
  },
  changeTransferSection: { zh: '移交后由接收科室负责本局应办的手续，期限继续计算。移交记录两个科室都能看到。', en: 'The receiving section answers for the bureau\'s steps from now on and the deadlines run on. Both see the hand-over.' },
} satisfies Consequences;
