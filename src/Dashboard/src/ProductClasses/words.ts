export const productClassWords = {
  zh: { title: '产品类别', remark: '企业、许可证和案件按产品类别统计；登记和导入时写代码或者中文名称均可。', isKey: '重点产品', key: '是', open: '在用' },
  en: { title: 'Product classes', remark: 'Enterprises, licences and cases are counted by them. Codes and Chinese names are understood, in forms and in registers.', isKey: 'Key class', key: 'Yes', open: 'In use' },
};
