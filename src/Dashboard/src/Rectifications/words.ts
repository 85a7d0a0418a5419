export const rectificationWords = {
  zh: {
    late: '逾期未改正', unassigned: '未指派人员', noMeasure: '没有待决定的措施', held: (who: string) => `在办人：${who}`,
    find: '编号、文号、企业或窝点', responsible: '承办人',
    title: '责令整改', number: '整改编号', enterprise: '企业或窝点', den: '窝点', status: '状态', orderedOn: '责令日期', dueOn: '整改期限', productClass: '产品类别', section: '责任科室', extended: '已延期', proposed: '建议措施', anyMeasure: '有待决定的措施', taken: '已采取措施', notFound: '没有这份整改单',
    requirements: '整改要求', report: '企业整改报告', reportedOn: '报告日期', basis: '依据', reason: '理由', document: '文书编号', inspection: '来源检查', licence: '涉及许可证', orderedBy: '责令人', clocks: '期限', reinspections: '复查情况', lapses: '逾期情况', history: '办理记录',
    ladder: '处理阶梯', order: '责令限期整改', wait: '未采取', proposedNow: '已建议，待决定', refused: '未同意', accepted: '已决定', answered: '已答复', provisional: '（依据待核实）', officers: '复查人员', corrections: '更正', before: '更正前', caseOf: '检查所立案件',
  },
  en: {
    late: 'Late', unassigned: 'Nobody assigned', noMeasure: 'No measure to decide', held: (who: string) => `Held by ${who}`,
    find: 'Number, enterprise or den', responsible: 'Answers for it',
    title: 'Rectification orders', number: 'Number', enterprise: 'Enterprise or den', den: 'Den', status: 'Status', orderedOn: 'Ordered on', dueOn: 'Due', productClass: 'Product class', section: 'Section', extended: 'Extended', proposed: 'Proposed', anyMeasure: 'Any measure to decide', taken: 'Taken', notFound: 'There is no such order',
    requirements: 'What is to be put right', report: 'The enterprise\'s report', reportedOn: 'Reported on', basis: 'Basis', reason: 'Reason', document: 'Document', inspection: 'Inspection', licence: 'Licence', orderedBy: 'Ordered by', clocks: 'Deadlines', reinspections: 'Re-inspections', lapses: 'Lapses', history: 'History',
    ladder: 'The ladder', order: 'Order to put right', wait: 'Not taken', proposedNow: 'Proposed, to be decided', refused: 'Refused', accepted: 'Decided', answered: 'Answered', provisional: ' (to be confirmed)', officers: 'Officers', corrections: 'Corrections', before: 'Before', caseOf: 'Case of the inspection',
  },
};
