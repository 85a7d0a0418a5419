import type { Consequences } from '../parts/concept';

export default {
  closeSection: { zh: '撤销后不能再把人员编入该科室，各表单不再提供；其人员和在办事项须另行调整、移交。已有记录保留其名称。', en: 'Nobody is put into a closed section and no form offers it; its people and open work are still to be moved. What it did keeps its name.' },
} satisfies Consequences;
