export const transferWords = {
  zh: {
    unassigned: '待组成专案组或者指派人员',
    held: (who: string) => `在办人：${who}`,
    find: '编号、文号、案件或当事人',
    title: '移送公安', number: '移送编号', caseTitle: '案件', agency: '接收机关', status: '状态', openedOn: '启动日期', goodsValue: '货值金额', overdue: '已逾期', early: '提前介入', section: '责任科室', offences: '涉嫌罪名', notFound: '没有这件移送',
    us: '本局', bureau: '移送机关', police: '公安机关', noneYet: '尚无记录', clocks: '期限', materials: '移送材料', taskGroup: '专案组', report: '移送报告', sentOn: '移送日期', receivedOn: '签收日期', receipt: '回执编号', explanation: '说明', situation: '现场情况', joins: '公安机关提前介入', yes: '同意介入', no: '不介入', lapses: '逾期情况', earlyCommand: '商请提前介入',
    partyTold: '告知当事人日期', prosecution: '审查起诉', judgment: '判决', copied: '抄送检察机关', penaltiesCopied: '处罚决定', knownThen: '商请介入时的货值、罪名', papers: '纸质文书',
    waitingCourt: '已提起公诉，等待法院判决',
    waitingUs: '等待本局办理', waitingBureau: '等待移送机关办理', waitingPolice: '等待公安机关办理', over: '已了结', groups: {
      GOING: '未了结', OURS: '待本局经办人办理', UNFILED: '公安机关不予立案（待本局复议或者建议监督）', TO_FILE: '待公安机关作出立案决定' },
  },
  en: {
    unassigned: 'No task group',
    held: (who: string) => `Held by ${who}`,
    find: 'Number, case or party',
    title: 'Crime transfers', number: 'Number', caseTitle: 'Case', agency: 'Received by', status: 'Status', openedOn: 'Opened on', goodsValue: 'Goods value', overdue: 'Late', early: 'Early intervention', section: 'Section', offences: 'Offences', notFound: 'There is no such transfer',
    us: 'The bureau', bureau: 'The bureau', police: 'The police', noneYet: 'Nothing yet', clocks: 'Deadlines', materials: 'Materials', taskGroup: 'Task group', report: 'Report', sentOn: 'Sent on', receivedOn: 'Received on', receipt: 'Receipt', explanation: 'Explanation', situation: 'Situation', joins: 'The police step in', yes: 'Yes', no: 'No', lapses: 'Lapses', earlyCommand: 'Ask for early intervention',
    partyTold: 'Party told on', prosecution: 'Prosecution', judgment: 'Judgment', copied: 'Copied to the prosecutors', penaltiesCopied: 'penalties', knownThen: 'Value and offences when they were asked', papers: 'Papers',
    waitingCourt: 'Prosecuted: the judgment is awaited',
    waitingUs: 'The bureau is to act', waitingBureau: 'The bureau is to act', waitingPolice: 'The police are to act', over: 'Done',
    groups: {
      GOING: 'That go on', OURS: 'The bureau\'s officers are to act',
      UNFILED: 'Not filed by the police (the bureau is to answer)', TO_FILE: 'The police are to decide on filing' },
  },
};
