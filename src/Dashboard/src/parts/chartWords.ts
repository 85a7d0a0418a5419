export const chartWords = { zh: { table: '以表格查看', chart: '以图形查看' }, en: { table: 'As a table', chart: 'As a chart' } };
