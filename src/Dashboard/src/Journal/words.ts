export const journalWords = {
  zh: {
    latest: '最新动态',
    find: '对象名称、编号或文书编号',
    title: '日志', at: '时间', what: '事项', subject: '对象', by: '经办', basis: '依据', period: '期间', check: '核验日志链', intact: (n: number) => `日志链完整：${n} 条记录逐条核验，均与哈希相符。`, broken: (n: number) => `第 ${n} 条记录与哈希不符：内容或前一条被改动，请立即报告。`, whole: '全库核验由系统管理员在服务器上进行。', close: '关闭', kind: '种类' },
  en: {
    latest: 'What just happened',
    find: 'Name, number or document',
    title: 'Journal', at: 'At', what: 'What', subject: 'Subject', by: 'By', basis: 'Basis', period: 'Period', check: 'Check the chain', intact: (n: number) => `The chain is whole: ${n} entries checked, each agrees with its hash.`, broken: (n: number) => `Entry ${n} does not agree with its hash: it or the one before was changed. Report it at once.`, whole: 'The whole journal is verified by the administrator of the server.', close: 'Close', kind: 'Kind' },
};
