import type { Consequences } from '../parts/concept';

export default {
  enterFormFigure: {
    zh: '期间完整包含本次填报期间的报表计入该数，并标明为填报数。',
    en: 'Forms whose period covers that of the entry whole count it, marked as entered by hand.',
  },
  correctFormFigure: { zh: '报表随之改变；日志保留更正前后的数。', en: 'The forms change with it; the journal keeps both figures.' },
} satisfies Consequences;
