import type { Consequences } from '../parts/concept';

export default {
  closeArea: { zh: '撤销后不能再把企业归入该区域，各表单不再提供；已归入的企业须另行调整。已有记录保留其名称。', en: 'No enterprise is put into a closed area and no form offers it; those that lie in it are still to be moved. What was recorded keeps its name.' },
} satisfies Consequences;
