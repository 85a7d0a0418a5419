export const sectionWords = {
  zh: { title: '责任科室', remark: '检查、整改、案件和移送按科室落实责任；负责人按账户中的角色和科室确定。', name: '名称', code: '代码', heads: '负责人', members: '人数', openWork: '在办事项', state: '状态', open: '正常', closed: '已撤销', noHead: '未定', reopen: '重新启用', history: '变更记录' },
  en: { title: 'Sections', remark: 'Inspections, orders, cases and transfers are a section’s to answer for. Who heads one follows from the accounts.', name: 'Name', code: 'Code', heads: 'Headed by', members: 'People', openWork: 'Open work', state: 'State', open: 'In being', closed: 'Closed', noHead: 'Nobody', reopen: 'Open again', history: 'History' },
};
