export const todayWords = {
  zh: {
    title: '今日工作', hello: (name: string, date: string) => `${name}，今天是 ${date}`,
    late: '逾期未办', lateHint: '法定期限已过、事项仍未办结', due: '七日内到期', mine: '我的待办', major: '大案要案', lapsing: '三十日内届满的许可证', changes: '最新动态', selfCheck: '系统自检',
    section: '本科室', bureau: '全局', noLate: '没有逾期事项', noDue: '七日内没有到期事项', noMine: '没有待办事项',
    figures: { overdueCases: '逾期案件', overdueOrders: '逾期整改', lateInspections: '逾期检查', mustTransfer: '应移送未移送', majorOpen: '在办大案要案', lapsing: '三十日内届满' },
    waitingTitle: '等待我办理', noWaiting: '没有等待您办理的事项',
    waiting: {
      review: '待法制审核的案件', hearing: '待组织听证的案件', filing: '待决定是否立案的线索', decision: '待作出处罚决定的案件', closing: '待结案的案件', transferDecision: '待决定是否移送公安机关的案件', unfiled: '公安机关不予立案，待提请复议或者建议监督',
      handing: '公安机关已立案，待移交涉案物品和材料', measures: '待决定的整改处理措施', withdrawals: '已提请撤销、待登记结果的许可证', deregistrations: '已建议注销、待办理的许可证', toSign: '待签收的移送案件', toFile: '待作出立案决定的移送案件',
    },
    rule: '依据', planned: '计划检查', order: '整改到期', inStage: '案件', clean: '数据与规则均正常', found: (n: number) => `发现 ${n} 项`,
    lateWork: (n: number) => `督办 ${n} 项`, notYet: '尚未运行过自检', at: '检查时间', remedy: '处理办法', days: '天',
  },
  en: {
    title: 'Today', hello: (name: string, date: string) => `${name}, today is ${date}`,
    late: 'Late', lateHint: 'The statutory time has passed and it is not done', due: 'Due within seven days', mine: 'My tasks', major: 'Major cases', lapsing: 'Licences that lapse within thirty days', changes: 'What just happened', selfCheck: 'Self-check',
    section: 'My section', bureau: 'Whole bureau', noLate: 'Nothing is late', noDue: 'Nothing is due within seven days', noMine: 'You have no tasks',
    figures: { overdueCases: 'Cases late', overdueOrders: 'Orders late', lateInspections: 'Inspections late', mustTransfer: 'To be transferred', majorOpen: 'Major cases open', lapsing: 'Lapse in 30 days' },
    waitingTitle: 'Waiting for me', noWaiting: 'Nothing waits for you',
    waiting: {
      review: 'Cases to be reviewed', hearing: 'Cases to be heard', filing: 'Leads: to be filed or not', decision: 'Cases whose penalty is to be decided', closing: 'Cases to be closed', transferDecision: 'To be sent to the police or not', unfiled: 'Not filed by the police: to be reconsidered or supervised',
      handing: 'Filed by the police: goods and materials to be handed over', measures: 'Proposed measures to be decided', withdrawals: 'Licences whose withdrawal was requested', deregistrations: 'Licences proposed for deregistration', toSign: 'Transfers to be signed for', toFile: 'Transfers to be filed or not',
    },
    rule: 'Rule', planned: 'Inspection planned', order: 'Order to put right', inStage: 'Case', clean: 'Data and rules hold', found: (n: number) => `${n} found`,
    lateWork: (n: number) => `${n} late`, notYet: 'No self-check has run yet', at: 'Run at', remedy: 'Remedy', days: 'days',
  },
};
