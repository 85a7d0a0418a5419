import type { Narrowed } from '../parts/useFilters';

export const rectificationFilters = ['text', 'status', 'productClass', 'proposed', 'section', 'holder', 'late', 'unassigned'] as const;

/** Whatever measure is proposed, as one choice. */
export const anyMeasure = 'ANY';

/** No measure is proposed, as one choice. */
export const noMeasure = 'NONE';

const allMeasures = ['SUSPENSION', 'WITHDRAWAL', 'BANNING', 'DEREGISTRATION', 'CERTIFICATION_BODY', 'CONDITIONS_CASE'] as const;

const proposedWhere = (proposed: string) => proposed === anyMeasure ? { in: [...allMeasures] }
  : proposed === noMeasure ? { nin: [...allMeasures] }
  : { eq: proposed as 'SUSPENSION' };

/** The orders that these filters name: for the list, and for whatever counts what the list shows. */
export const rectificationsWhere = (values: Narrowed<typeof rectificationFilters>) => ({
  ...(values.text && { or: [{ number: { startsWith: values.text } }, { officialNumber: { eq: values.text } }, { enterprise: { name: { contains: values.text } } }, { den: { name: { contains: values.text } } }] }),
  ...(values.status && { status: { eq: values.status as 'ORDERED' } }),
  ...(values.productClass && { productClass: { code: { eq: values.productClass } } }),
  ...(values.proposed && { proposedMeasure: proposedWhere(values.proposed) }),
  ...(values.holder && { holders: { some: { eq: values.holder } } }),
  ...(values.late && { isLate: { eq: true } }),
  ...(values.unassigned && { isUnassigned: { eq: true } }),
  ...(values.section && { section: { eq: values.section } }),
});

/** The list, for links that narrow it down. */
export const rectificationList = { path: '/rectifications', where: rectificationsWhere };
