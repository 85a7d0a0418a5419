export const productClassWords = {
  zh: {
    title: '产品类别',
    remark: '企业、许可证和案件按产品类别统计；登记和导入时写代码、中文名称或者别名均可。', aliases: '别名',
    isKey: '重点产品', key: '是', open: '在用',
  },
  en: {
    title: 'Product classes',
    remark: 'Enterprises, licences and cases are counted by them. Codes, Chinese names and aliases are understood.',
    aliases: 'Also called',
    isKey: 'Key class', key: 'Yes', open: 'In use',
  },
};
