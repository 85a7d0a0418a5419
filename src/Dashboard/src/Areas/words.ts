export const areaWords = {
  zh: { title: '区域', remark: '本区的街道、镇、乡。企业按住所归入所在区域，区域性问题按区域整治、统计。', kind: '性质', open: '在用' },
  en: { title: 'Areas', remark: 'The district\'s subdistricts, towns and townships. An enterprise belongs to the area its address lies in; regional problems are put right and counted by area.', kind: 'Kind', open: 'In use' },
};
