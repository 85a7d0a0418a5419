export const enterpriseWords = {
  zh: {
    title: '企业', name: '名称', creditCode: '统一社会信用代码', codeCheck: '代码核对', district: '辖区', area: '所在区域', address: '住所', productClasses: '产品类别', risk: '风险等级', standing: '信用等级', status: '状态', brand: '名优企业', registeredOn: '成立日期', closedOn: '终止日期', kind: '企业类型', capital: '注册资本', scope: '经营范围',
    find: '名称中包含', licences: '许可证', noLicences: '没有许可证', cases: '案件', inspections: '检查', orders: '责令整改', timeline: '全部经过', asOf: '历史状态', asOfHint: '选择日期，查看当日终了时登记和许可的状态', asOfNone: '当日尚未登记', on: '日期', dueOn: '整改期限', register: '登记企业',
    next: '办理', none: '无', notFound: '没有这家企业', findHint: '输入名称或者统一社会信用代码查找', telephone: '联系电话',
  },
  en: {
    title: 'Enterprises', name: 'Name', creditCode: 'Credit code', codeCheck: 'Code check', district: 'District', area: 'Area', address: 'Address', productClasses: 'Product classes', risk: 'Risk', standing: 'Credit', status: 'Status', brand: 'Protected brand', registeredOn: 'Registered on', closedOn: 'Closed on', kind: 'Kind', capital: 'Capital', scope: 'Business scope',
    find: 'Name contains', licences: 'Licences', noLicences: 'No licence', cases: 'Cases', inspections: 'Inspections', orders: 'Orders', timeline: 'Everything that happened', asOf: 'State on a past day', asOfHint: 'Choose a day to see the register and the licences as they were at its end', asOfNone: 'Not registered on that day', on: 'Day', dueOn: 'Due', register: 'Register an enterprise',
    next: 'Do', none: 'None', notFound: 'There is no such enterprise', findHint: 'Search by name or credit code', telephone: 'Telephone',
  },
};
