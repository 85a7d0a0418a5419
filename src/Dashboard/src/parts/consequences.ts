import type { CommandName } from './command';

/** What a command brings about, where more follows than its name says. */
export const consequences: Partial<Record<CommandName, { zh: string; en: string }>> = {
  suspendLicence: { zh: '暂扣期间企业不得生产该许可证范围内的产品；到暂扣期满之日自动恢复，期间如许可证届满则按届满处理。', en: 'While suspended the enterprise may not produce under this licence. It is reinstated by itself after the last day, unless the licence ends before.' },
  revokeLicence: { zh: '吊销后许可证终止，不能恢复。', en: 'A revoked licence ends and cannot be reinstated.' },
  withdrawLicence: { zh: '撤销后许可证终止，不能恢复。', en: 'A withdrawn licence ends and cannot be reinstated.' },
  deregisterLicence: { zh: '注销后许可证终止，不能恢复；企业须重新申请方可生产。', en: 'A deregistered licence ends and cannot be reinstated.' },
  closeEnterprise: { zh: '企业终止后不能再登记许可证和安排检查；其许可证须依法注销。', en: 'No licence is registered and no inspection planned for a closed enterprise; its licences are to be deregistered.' },
  fileCase: { zh: '立案后进入调查取证，自立案之日起计算作出处罚决定的期限。', en: 'The case goes to investigation; the period for the decision runs from the day of filing.' },
  decideNotToFile: { zh: '决定不予立案后本案终结。', en: 'The case ends here.' },
  proposePenalty: { zh: '提出处罚建议后转法制审核，审核人员不得是本案调查人员。', en: 'The proposal goes to legal review, by somebody who has not investigated the case.' },
  passLegalReview: { zh: '审核通过后方可告知当事人并作出决定。', en: 'Rights are notified and the decision made only after the review has passed.' },
  notifyRights: { zh: '送达告知书后，当事人五个工作日内可以陈述、申辩或者要求听证；期满前不得作出处罚决定。', en: 'The party may answer or ask for a hearing within five working days; no decision is made before.' },
  decidePenalty: { zh: '处罚决定作出后七日内送达当事人；应当移送公安机关的案件不得以罚代刑。', en: 'The decision is served within seven days. A case that must go to the police is not settled by a fine.' },
  closeCase: { zh: '结案后本案不再计算期限；有未了事项的不能结案。', en: 'No clock runs any more. A case with open tasks cannot be closed.' },
  withdrawCase: { zh: '撤销案件后本案终结，已采取的强制措施须解除。', en: 'The case ends; measures taken must be lifted.' },
  pauseCase: { zh: '中止期间办案期限停止计算，恢复后顺延。', en: 'The clock stands still while paused, and its end moves accordingly.' },
  openCrimeTransfer: { zh: '启动移送后须在规定期限内组成专案组、报负责人决定并移送公安机关。', en: 'A task group, the head’s decision and the sending to the police are due from now on.' },
  sendCrimeTransfer: { zh: '案件材料移送公安机关，公安机关应当在二十四小时内签收。', en: 'The file goes to the police, who sign for it within 24 hours.' },
  orderRectification: { zh: '企业须在期限内改正；期满未改正的，将建议暂扣许可证。', en: 'The enterprise must cure the defects in time; otherwise suspension is proposed.' },
  decideRectificationMeasure: { zh: '同意后立即通知许可证登记并执行该措施；不同意的，整改单保留原状态。', en: 'When accepted, the licence is told at once; when not, the order stays as it is.' },
  recordInspection: { zh: '检查记录提交后不能修改。立案查处的，即时登记线索；责令整改须另行办理。', en: 'A record cannot be changed. A case is opened at once; an order is a step of its own.' },
  disableUser: { zh: '停用后该用户立即退出登录，不能再登录。', en: 'The user is signed out at once and cannot sign in.' },
};
