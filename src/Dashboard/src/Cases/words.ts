export const caseWords = {
  zh: {
    title: '案件', number: '案号', name: '案件名称', party: '当事人', violation: '违法行为', stage: '阶段', goodsValue: '货值金额', section: '责任科室', received: '线索收到', major: '大案要案', overdue: '已逾期', mustTransfer: '应移送未移送', officers: '办案人员',
    board: '按阶段', list: '列表', going: '在办（未终结）', awaits: '待办步骤', find: '案件名称', ended: '已终结', more: (n: number) => `另有 ${n} 件`, notFound: '没有这个案件', recordLead: '登记线索',
    clocks: '办案期限', pauses: '中止与恢复', pausedFrom: '自', pausedTo: '至', pausedStill: '至今',
    blocks: '办理下一步之前', mustTransferWhy: '登记的数额已达到移送标准，应当移送公安机关；移送义务未了结前不得作出处罚决定或者结案（不得以罚代刑）。', openTasks: '未了事项', statementUntil: (t: string) => `当事人陈述、申辩期限至 ${t}，期满前不得作出处罚决定。`, notReviewed: '尚未通过法制审核。', notNotified: '尚未向当事人送达权利告知书。',
    figures: '涉案数额',
    evidence: '证据', custody: '保管', takenBy: '取证人', takenOn: '取得', recorded: '登记', hash: '附件哈希', seizures: '行政强制措施', tests: '检验检测', passed: '合格', failed: '不合格', waiting: '待出结果',
    decision: '处罚决定', proposal: '处罚建议', fine: '罚款', gains: '没收违法所得', goods: '没收非法财物', paid: '已缴', decidedOn: '决定日期', servedOn: '送达日期', publishedOn: '公示日期', discretion: '裁量理由',
    suspected: '涉嫌犯罪的追诉标准', article: (n: number) => `刑法第${n}条`, transfer: '移送公安机关', facts: '违法事实', parties: '当事人', lapses: '逾期情况', history: '办理记录', source: '线索来源', filed: '立案日期', endedOn: '终结日期', followUps: '以案促改', goodsOpen: '物品',
    statistics: '案件统计', byViolation: '违法行为与产品类别（件数热力图）', trend: '每月受理线索和货值', month: '月份', countCases: '件数', value: '货值（万元）', byStage: '各阶段件数', noClass: '未分类', year: '近十二个月',
  },
  en: {
    title: 'Cases', number: 'Number', name: 'Case', party: 'Party', violation: 'Violation', stage: 'Stage', goodsValue: 'Goods value', section: 'Section', received: 'Lead received', major: 'Major', overdue: 'Late', mustTransfer: 'To be transferred', officers: 'Officers',
    board: 'By stage', list: 'List', going: 'Going on', awaits: 'Next step', find: 'Case name', ended: 'Ended', more: (n: number) => `${n} more`, notFound: 'There is no such case', recordLead: 'Record a lead',
    clocks: 'Clocks', pauses: 'Pauses', pausedFrom: 'from', pausedTo: 'to', pausedStill: 'until now',
    blocks: 'Before the next step', mustTransferWhy: 'The recorded figures reach a threshold of crime: the case must go to the police. No penalty is decided and the case is not closed while that duty stands.', openTasks: 'Open tasks', statementUntil: (t: string) => `The party may answer until ${t}; no penalty is decided before.`, notReviewed: 'The legal review has not passed yet.', notNotified: 'The party has not been notified of its rights yet.',
    figures: 'Figures',
    evidence: 'Evidence', custody: 'Custody', takenBy: 'Taken by', takenOn: 'Taken on', recorded: 'Recorded', hash: 'Hash of the file', seizures: 'Measures', tests: 'Tests', passed: 'Passed', failed: 'Failed', waiting: 'No result yet',
    decision: 'Decision', proposal: 'Proposal', fine: 'Fine', gains: 'Gains confiscated', goods: 'Goods confiscated', paid: 'Paid', decidedOn: 'Decided on', servedOn: 'Served on', publishedOn: 'Published on', discretion: 'Why this amount',
    suspected: 'Thresholds of crime that are met', article: (n: number) => `Criminal Law art. ${n}`, transfer: 'Crime transfer', facts: 'Facts', parties: 'Parties', lapses: 'Lapses', history: 'History', source: 'Source', filed: 'Filed on', endedOn: 'Ended on', followUps: 'Follow-up', goodsOpen: 'Goods',
    statistics: 'Case statistics', byViolation: 'Violation by product class (cases)', trend: 'Leads and goods value by month', month: 'Month', countCases: 'Cases', value: 'Goods value (10,000 CNY)', byStage: 'Cases by stage', noClass: 'None', year: 'Last twelve months',
  },
};
