import type { Consequences } from '../parts/concept';

export default {
  closeAgency: { zh: '撤销后不能再为该部门建立联络员账户，各表单不再提供。已有记录保留其名称。', en: 'A closed agency gets no new liaison officer and no form offers it. What concerned it keeps its name.' },
} satisfies Consequences;
