export const agencyWords = {
  zh: { title: '协作部门', remark: '联合整治、案件通报、协查、移交和移送公安的对口部门；联络员按账户确定。', kind: '性质', liaisons: '联络员', open: '正常', noLiaison: '未定' },
  en: { title: 'Partner agencies', remark: 'Who the bureau works with: joint action, notices, assistance, and crime that goes to the police. Who liaises follows from the accounts.', kind: 'Kind', liaisons: 'Liaison officers', open: 'Partner', noLiaison: 'Nobody' },
};
