export const selfCheckWords = {
  zh: {
    title: '系统自检',
    clean: '数据与规则均正常',
    cleanButWork: '数据与规则均正常；下列事项须督办',
    found: (n: number) => `发现 ${n} 项`,
    lateWork: (n: number) => `督办 ${n} 项`,
    notYet: '尚未运行过自检',
    at: '检查时间',
    remedy: '处理办法',
  },
  en: {
    title: 'Self-check',
    clean: 'Data and rules hold',
    cleanButWork: 'Data and rules hold; this work is behind',
    found: (n: number) => `${n} found`,
    lateWork: (n: number) => `${n} late`,
    notYet: 'No self-check has run yet',
    at: 'Run at',
    remedy: 'Remedy',
  },
};
