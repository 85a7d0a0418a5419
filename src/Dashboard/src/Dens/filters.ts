import type { Narrowed } from '../parts/useFilters';

export const denFilters = ['text', 'status', 'area', 'productClass', 'section'] as const;

/** What a text that people type finds a den by. */
export const denByText = (text: string) => [
  { name: { contains: text } },
  { address: { contains: text } },
  { number: { startsWith: text } },
  { officialNumber: { eq: text } },
];

/** The dens that these filters name: for the list, and for whatever counts what the list shows. */
export const densWhere = (values: Narrowed<typeof denFilters>) => ({
  ...(values.text && { or: denByText(values.text) }),
  ...(values.status && { status: { eq: values.status as 'FOUND' } }),
  ...(values.area && { area: { code: { eq: values.area } } }),
  ...(values.productClass && { productClasses: { some: { code: { eq: values.productClass } } } }),
  ...(values.section && { section: { eq: values.section } }),
});

/** The list, for links that narrow it down. */
export const denList = { path: '/dens', where: densWhere };
