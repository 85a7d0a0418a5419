import type { Consequences } from '../parts/concept';

export default {
  fileCase: { zh: '立案后进入调查取证，自立案之日起计算作出处罚决定的期限。', en: 'The case goes to investigation; the period for the decision runs from the day of filing.' },
  decideNotToFile: { zh: '决定不予立案后本案终结。', en: 'The case ends here.' },
  proposePenalty: {
    zh: '提出处罚建议后转审核；应当告知听证的，先告知当事人，听证后再审核。审核人员不得是本案调查人员。',
    en: 'The proposal goes to the review; where a hearing has to be offered, notice and hearing come first. '
      + 'Whoever reviews has not investigated the case.',
  },
  proposeNoPenalty: { zh: '不予处罚的建议同样须经审核。', en: 'The proposal is reviewed as a penalty is.' },
  returnForInvestigation: {
    zh: '退回后，原审核、告知和当事人答复不再作为决定的依据，重新提出建议、重新审核、重新告知。',
    en: 'Review, notice and answer are history then: the proposal, the review and the notice begin anew.',
  },
  decideNoPenalty: { zh: '不予处罚决定作出后七个工作日内送达，送达后本案终结。', en: 'The decision is served within seven working days; with that the case ends.' },
  endSeizure: {
    zh: '解除、销毁、移交由负责人批准后生效；没收决定送达前，只有不易保管或者危险的物品可以销毁；先行登记保存转为查封、扣押的，自批准之日起按新的措施计算期限。',
    en: 'It takes effect when the head approves it. Before a decision that confiscates them is served, only goods that do not keep or are '
      + 'dangerous are destroyed. What is sealed or seized after it was preserved has a term of its own.',
  },
  recordGoodsReturn: {
    zh: '没收物品的处罚决定被撤销或者变更的，退还原物；物品已不存在的，折价赔偿。退还前本案不能结案。',
    en: 'What a fallen decision had confiscated is given back, or paid for where it is there no more. The case is not closed before.',
  },
  terminateCase: { zh: '终止调查后本案终结，各期限停止计算。', en: 'The case ends here, and no deadline runs any more.' },
  passOnCase: { zh: '移送后本案在本局终结；其他部门移送来的案件不得再次移送。', en: 'The case ends here; what was passed on to this bureau is not passed on again.' },
  recordPassOnDeclined: {
    zh: '案件回到本局继续办理，移送期间不计入办案期限；七个工作日内协商管辖，协商不成的报请上级指定，不得再次移送。',
    en: 'The case goes on here, and its days with the other authority do not count. Competence is agreed within seven working days or '
      + 'referred to the superior; nobody passes it on again.',
  },
  recordCompetence: { zh: '确定由其他机关管辖的，本案在本局终结。', en: 'Where another authority has it, the case ends here.' },
  recordTransferInquiry: { zh: '一年后再次提醒了解移送案件的进展。', en: 'In a year it is asked again.' },
  penaliseOnTheSpot: {
    zh: '当场处罚决定当场送达，七个工作日内备案；当场收缴的罚款两个工作日内上交。',
    en: 'It is served at once and reported within seven working days; cash is handed in within two.',
  },
  recordDeliberation: {
    zh: '重大处罚未经集体讨论不得作出决定；退回后须重新讨论。',
    en: 'No grave penalty is decided without it; after a return the heads deliberate anew.',
  },
  decideRecusalTogether: {
    zh: '负责人的回避由负责人集体讨论决定，登记后即生效；本人不参加讨论，也不登记。',
    en: 'The heads decide together on a head, and it takes effect at once; whom it is about neither takes part nor records it.',
  },
  unmarkMajorCase: {
    zh: '撤销后不再列为大案要案，已计的件数冲销；数额已达标准的不能撤销。',
    en: 'It is no major case any more and is no longer counted as one; what its figures make major stays so.',
  },
  endExecution: {
    zh: '终结执行后不再催缴；处罚决定尚未送达的，只有当事人死亡或者终止时才能终结，此后不再送达、公示。',
    en: 'Nothing is collected any more. Before service that is only where the party has died or ended; nothing is served or '
      + 'published then.',
  },
  orderCorrection: { zh: '改正情况未核实前，本案不能结案。', en: 'The case is not closed before it was looked at whether the order was followed.' },
  passLegalReview: {
    zh: '审核通过后方可作出决定；不需要告知听证的，审核后告知当事人。',
    en: 'The decision is made only after the review has passed; where no hearing is offered, the party is told of its rights then.',
  },
  notifyRights: { zh: '送达告知书后，当事人五个工作日内可以陈述、申辩或者要求听证；期满前不得作出处罚决定。', en: 'The party may answer or ask for a hearing within five working days; no decision is made before.' },
  decidePenalty: { zh: '处罚决定作出后七日内送达当事人；应当移送公安机关的案件不得以罚代刑。', en: 'The decision is served within seven days. A case that must go to the police is not settled by a fine.' },
  serveDecision: {
    zh: '自送达之日起计算缴款、复议和诉讼期限。公告送达的，公告满三十日视为送达，到期自动转入执行。',
    en: 'The terms for payment, reconsideration and suit run from service. A public notice serves by itself after thirty days.',
  },
  publishDecision: {
    zh: '公示期限按处罚档次确定，期满自动停止公示；仅给予警告的不公示。',
    en: 'How long it is shown follows from its tier and ends by itself. A warning alone is not published.',
  },
  urgePayment: {
    zh: '催告书送达满十个工作日、起诉期限届满后三个月内，可以申请法院强制执行。',
    en: 'The court may be asked ten working days later, within three months after the right to sue has ended.',
  },
  recordChallenge: { zh: '复议、诉讼期间不计加处罚款，不申请强制执行。', en: 'While it runs there is no surcharge and the court is not asked.' },
  recordChallengeOutcome: {
    zh: '变更、撤销的，三个工作日内撤回公示，多缴的予以退还，被暂扣的许可证随之恢复；责令重新作出的，重新调查。',
    en: 'What was changed or annulled is withdrawn from publication within three working days, what was paid beyond it given back, '
      + 'and a licence that it suspended follows.',
  },
  correctPayment: { zh: '原统计数字按原口径冲销，办理记录保留更正前后的内容。', en: 'What was counted is taken back as it was counted; the history shows both.' },
  correctServedDecision: {
    zh: '缴款、起诉期限和加处罚款自更正后的送达日期重新计算；已经提起的复议、诉讼不受影响。',
    en: 'The terms to pay and to sue, and what is added for late payment, are reckoned from the right day; what was challenged stays so.',
  },
  correctCaseAct: {
    zh: '由该步骤起算的期限自更正后的日期重新计算，逾期记录随之更正；按更正后的告知日期当事人仍可陈述、申辩的，期满前不得作出决定。',
    en: 'What runs from the act runs from its right day, and a lapse follows. Where by the right day of the notice the party may still '
      + 'answer, nothing is decided before.',
  },
  correctCaseParty: {
    zh: '已提出处罚建议的，更正为另一当事人后退回重新提出、审核、告知；已作出决定的，只能补正同一当事人的信息，名称笔误经负责人批准后补正。',
    en: 'Another party is proposed, reviewed and told anew. After the decision it stays the same party: a slip in its name is put right '
      + 'when the head approves it.',
  },
  recordCaseFigures: {
    zh: '已提出处罚建议而尚未决定的，数额、情节变化后退回重新提出、审核、告知。',
    en: 'A penalty that is proposed and not decided is proposed, reviewed and told anew.',
  },
  correctCaseFigures: {
    zh: '原统计数字按原口径冲销；已提出处罚建议而尚未决定的，退回重新提出、审核、告知。',
    en: 'What was counted is taken back; a penalty that is proposed and not decided is proposed, reviewed and told anew.',
  },
  addGoodsLines: {
    zh: '已提出处罚建议而尚未决定的，登记物品后退回重新提出、审核、告知。',
    en: 'A penalty that is proposed and not decided is proposed, reviewed and told anew.',
  },
  correctTestResult: {
    zh: '检验期间按更正后的日期重新扣除；结果改变的，尚未作出决定的案件退回重新提出建议。',
    en: 'The time of the test is taken out anew. Where the result changes, a case that is not decided goes back to be proposed anew.',
  },
  withdrawTest: {
    zh: '自撤回之日起期限继续计算，该检验不再影响结案；此后不能再登记结果，需要检验的重新委托。',
    en: 'The clocks go on from that day and the test bars no end of the case. It takes no result any more: a new test is ordered.',
  },
  correctSeizureEnd: {
    zh: '只更正日期的当即生效；更正处理结果的，经负责人批准后生效。',
    en: 'A day is put right at once; what became of the goods when the head approves it.',
  },
  correctRefund: { zh: '原统计数字按原口径冲销；少退的部分恢复为应退。', en: 'What was counted is taken back; what was not given back is owed again.' },
  correctChallenge: {
    zh: '由此起算的撤回公示、退款、起诉等期限重新计算；结果本身不在此更正。',
    en: 'The terms that run from it are reckoned anew; how it ended is not corrected by this.',
  },
  closeCase: { zh: '结案后本案不再计算期限；有未了事项的不能结案。', en: 'No deadline runs any more. A case with open tasks cannot be closed.' },
  withdrawCase: { zh: '撤销案件后本案终结，已采取的强制措施须解除。', en: 'The case ends; measures taken must be lifted.' },
  pauseCase: {
    zh: '经负责人批准后，中止期间办案期限停止计算，恢复后顺延。检验和听证期间由系统中止计算，不另行提出。',
    en: 'When the head approves it, the deadline is suspended and moves accordingly. Tests and hearings stop it by themselves.',
  },
  handOverCase: { zh: '移交后由接收科室负责，期限继续计算；移交前已逾期的，仍记在原科室。移交记录两个科室都能看到。', en: 'The receiving section answers for it from now on and the deadlines run on; what has lapsed stays the first section\'s. Both see the hand-over.' },
} satisfies Consequences;
