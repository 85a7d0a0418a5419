import type { Narrowed } from '../parts/useFilters';

export const rectificationFilters = ['text', 'status', 'productClass', 'proposed', 'section'] as const;

/** Whatever measure is proposed, as one choice. */
export const anyMeasure = 'ANY';

/** The orders that these filters name: for the list, and for whatever counts what the list shows. */
export const rectificationsWhere = (values: Narrowed<typeof rectificationFilters>) => ({
  ...(values.text && { or: [{ number: { startsWith: values.text } }, { officialNumber: { eq: values.text } }, { enterprise: { name: { contains: values.text } } }] }),
  ...(values.status && { status: { eq: values.status as 'ORDERED' } }),
  ...(values.productClass && { productClass: { code: { eq: values.productClass } } }),
  ...(values.proposed && { proposedMeasure: values.proposed === anyMeasure ? { in: ['SUSPENSION' as const, 'WITHDRAWAL' as const,
    'BANNING' as const, 'DEREGISTRATION' as const, 'CERTIFICATION_BODY' as const,
    'CONDITIONS_CASE' as const] } : { eq: values.proposed as 'SUSPENSION' } }),
  ...(values.section && { section: { eq: values.section } }),
});

/** The list, for links that narrow it down. */
export const rectificationList = { path: '/rectifications', where: rectificationsWhere };
