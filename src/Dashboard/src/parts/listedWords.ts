export const listedWords = {
  zh: { name: '名称', code: '代码', state: '状态', closed: '已撤销', reopen: '重新启用', history: '变更记录' },
  en: { name: 'Name', code: 'Code', state: 'State', closed: 'Closed', reopen: 'Open again', history: 'History' },
};
