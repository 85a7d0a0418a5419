import type { Consequences } from '../parts/concept';

export default {
  grantAuthorisation: {
    zh: '授权期间，被授权人可以审批所列事项，但不得审批本人提请、调查或者审核的案件。',
    en: 'While it stands, the deputy decides the steps named, but never those of matters in which he took part.',
  },
  revokeAuthorisation: { zh: '自撤销之日起，被授权人不再审批。', en: 'From that day the deputy decides no more.' },
} satisfies Consequences;
