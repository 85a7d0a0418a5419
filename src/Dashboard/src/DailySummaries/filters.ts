import type { Narrowed } from '../parts/useFilters';

export const summaryFilters = ['text', 'status'] as const;

/** The summaries that these filters name. */
export const summariesWhere = (values: Narrowed<typeof summaryFilters>) => ({
  ...(values.text && { number: { contains: values.text } }),
  ...(values.status && { status: { eq: values.status as 'COLLECTED' } }),
});

/** The list, for links that narrow it down. */
export const summaryList = { path: '/daily-summaries', where: summariesWhere };
