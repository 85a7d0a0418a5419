/** How facts are called that have none of what facts are told apart by. */
export const noneWords = {
  zh: {
    noSection: '未定科室',
    noAgency: '未涉及部门',
    noClass: '未分类',
    noViolation: '不涉及违法行为',
  },
  en: {
    noSection: 'No section',
    noAgency: 'No agency',
    noClass: 'No class',
    noViolation: 'No violation',
  },
};

export const factWords = {
  zh: {
    title: '数据来源',
    remark: '统计数字由这些记录相加而成；更正、撤销的记录为负数。',
    day: '日期',
    recordedAt: '登记时刻',
    measure: '计量项目',
    amount: '数量',
    section: '责任科室',
    productClass: '产品类别',
    violation: '违法行为',
    party: '当事人',
    subject: '来源',
    recorded: (from: string, to: string) => `登记于 ${from} 至 ${to}`,
    days: (from: string, to: string) => `${from} 至 ${to}`,
  },
  en: {
    title: 'What a figure is made of',
    remark: 'Figures are the sums of these records; what corrects or takes back is negative.',
    day: 'Day',
    recordedAt: 'Recorded',
    measure: 'Measure',
    amount: 'Amount',
    section: 'Section',
    productClass: 'Product class',
    violation: 'Violation',
    party: 'Party',
    subject: 'Source',
    recorded: (from: string, to: string) => `Recorded ${from} to ${to}`,
    days: (from: string, to: string) => `${from} to ${to}`,
  },
};

export const statisticsWords = {
  zh: {
    title: '工作统计',
    remark: '各项数字按发生日期统计，由登记的事项自动相加；点击数字查看构成该数的记录。',
    by: '分组',
    measures: '统计项目',
    section: '责任科室',
    total: '合计',
    was: (figure: string) => `上期 ${figure}`,
    hint: (from: string, to: string) => `上期为 ${from} 至 ${to}（同等天数）`,
    none: '该期间没有登记的事项',
    opens: (what: string, n: string) => `${what}：${n} 条记录`,
    tooLong: '按日统计的期间最长366天，请缩短期间或者改为按月统计',
  },
  en: {
    title: 'Statistics',
    remark: 'Figures count by the day something happened and are added up from what is recorded; each opens its records.',
    by: 'Told apart by',
    measures: 'Measures',
    section: 'Section',
    total: 'Total',
    was: (figure: string) => `before: ${figure}`,
    hint: (from: string, to: string) => `Before: ${from} to ${to}, as many days`,
    none: 'Nothing was recorded in this period',
    opens: (what: string, n: string) => `${what}: ${n} records`,
    tooLong: 'By day a period has at most 366 days; shorten it, or tell months apart',
  },
};
