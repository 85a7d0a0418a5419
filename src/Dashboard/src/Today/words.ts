export const todayWords = {
  zh: {
    title: '今日工作', hello: (name: string, date: string) => `${name}，今天是 ${date}`,
    late: '逾期未办', lateHint: '法定期限已过、事项仍未办结', due: '七日内到期', mine: '我的待办', major: '大案要案', lapsing: '三十日内届满的许可证', changes: '最新动态', selfCheck: '系统自检',
    section: '本科室', bureau: '全局', noLate: '没有逾期事项', noDue: '七日内没有到期事项', noMine: '没有待办事项',
    figures: { overdueCases: '逾期案件', overdueOrders: '逾期整改', lateInspections: '逾期检查', mustTransfer: '应移送未移送', majorOpen: '在办大案要案', lapsing: '三十日内届满' },
    rule: '依据', planned: '计划检查', order: '整改到期', inStage: '案件', clean: '未发现问题', found: (n: number) => `发现 ${n} 项`, notYet: '尚未运行过自检', at: '检查时间', remedy: '处理办法', days: '天',
  },
  en: {
    title: 'Today', hello: (name: string, date: string) => `${name}, today is ${date}`,
    late: 'Late', lateHint: 'The statutory time has passed and it is not done', due: 'Due within seven days', mine: 'My tasks', major: 'Major cases', lapsing: 'Licences that lapse within thirty days', changes: 'What just happened', selfCheck: 'Self-check',
    section: 'My section', bureau: 'Whole bureau', noLate: 'Nothing is late', noDue: 'Nothing is due within seven days', noMine: 'You have no tasks',
    figures: { overdueCases: 'Cases late', overdueOrders: 'Orders late', lateInspections: 'Inspections late', mustTransfer: 'To be transferred', majorOpen: 'Major cases open', lapsing: 'Lapse in 30 days' },
    rule: 'Rule', planned: 'Inspection planned', order: 'Order to put right', inStage: 'Case', clean: 'Nothing found', found: (n: number) => `${n} found`, notYet: 'No self-check has run yet', at: 'Run at', remedy: 'Remedy', days: 'days',
  },
};
