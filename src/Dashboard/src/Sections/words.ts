export const sectionWords = {
  zh: { title: '责任科室', remark: '检查、整改、案件和移送按科室落实责任；负责人按账户中的角色和科室确定。', heads: '负责人', members: '人数', openWork: '在办事项', open: '正常', noHead: '未定' },
  en: { title: 'Sections', remark: 'Inspections, orders, cases and transfers are a section\'s to answer for. Who heads one follows from the accounts.', heads: 'Headed by', members: 'People', openWork: 'Open work', open: 'In being', noHead: 'Nobody' },
};
