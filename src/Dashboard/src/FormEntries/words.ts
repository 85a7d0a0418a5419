export const formEntryWords = {
  zh: {
    title: '填报数',
    remark: '没有登记来源的报表栏目由责任科室按期间填报；报表期间完整包含填报期间的才计入。',
    figure: '填报项目',
    section: '填报科室',
    productClass: '产品类别',
    days: (from: string, until: string) => `${from} 至 ${until}`,
    by: (name: string, day: string) => `${name} 于 ${day} 填报`,
    corrected: (day: string) => `${day} 更正`,
    none: '没有填报数',
  },
  en: {
    title: 'Form entries',
    remark: 'What nothing recorded tells is filled in by the sections, period by period; a form counts periods that lie within its own.',
    figure: 'Figure',
    section: 'Section',
    productClass: 'Product class',
    days: (from: string, until: string) => `${from} to ${until}`,
    by: (name: string, day: string) => `entered by ${name} on ${day}`,
    corrected: (day: string) => `corrected on ${day}`,
    none: 'No entries',
  },
};
