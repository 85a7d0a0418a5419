export const agencyWords = {
  zh: { title: '协作部门', remark: '联合整治、案件通报、协查、移交和移送公安的对口部门；联络员按账户确定。', name: '名称', code: '代码', kind: '性质', liaisons: '联络员', state: '状态', open: '正常', closed: '已撤销', noLiaison: '未定', reopen: '重新启用', history: '变更记录' },
  en: { title: 'Partner agencies', remark: 'Who the bureau works with: joint action, notices, assistance, and crime that goes to the police. Who liaises follows from the accounts.', name: 'Name', code: 'Code', kind: 'Kind', liaisons: 'Liaison officers', state: 'State', open: 'Partner', closed: 'Closed', noLiaison: 'Nobody', reopen: 'Open again', history: 'History' },
};
