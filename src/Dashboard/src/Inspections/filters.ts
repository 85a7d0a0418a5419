import type { Narrowed } from '../parts/useFilters';

export const inspectionFilters = [
  'view',
  'text',
  'status',
  'basis',
  'result',
  'productClass',
  'late',
  'section',
  'officer',
  'holder',
  'unassigned',
  'campaign',
] as const;

/** The inspections that these filters name: for the list, and for whatever counts what the list shows. */
export const inspectionsWhere = (values: Narrowed<typeof inspectionFilters>) => ({
  ...(values.text && {
    or: [
      { number: { startsWith: values.text } },
      { officialNumber: { eq: values.text } },
      { enterprise: { name: { contains: values.text } } },
      { den: { name: { contains: values.text } } },
    ],
  }),
  ...(values.officer && { officerNames: { some: { eq: values.officer } } }),
  ...(values.status && { status: { eq: values.status as 'PLANNED' } }),
  ...(values.basis && { basis: { eq: values.basis as 'SWEEP' } }),
  ...(values.result && { result: { eq: values.result as 'NONE' } }),
  ...(values.productClass && { productClass: { code: { eq: values.productClass } } }),
  ...(values.section && { section: { eq: values.section } }),
  ...(values.campaign && { campaign: { eq: values.campaign } }),
  ...(values.holder && { holders: { some: { eq: values.holder } } }),
  ...(values.unassigned && {
    and: [{ or: [{ officerNames: { any: false } }, { isUnassigned: { eq: true } }] }],
    status: { eq: 'PLANNED' as const },
  }),
  ...(values.late && { isLate: { eq: true }, status: { eq: 'PLANNED' as const } }),
});

/** The list, for links that narrow it down. */
export const inspectionList = { path: '/inspections', where: inspectionsWhere };
