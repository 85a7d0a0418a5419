import type { Narrowed } from '../parts/useFilters';

export const dailyFilters = ['section', 'until', 'owed'] as const;

/** The reports that these filters name. */
export const dailyWhere = (values: Narrowed<typeof dailyFilters>) => ({
  ...(values.section && !values.owed && { section: { eq: values.section } }),
  ...(values.owed && { owedBy: values.section ? { eq: values.section } : { any: true } }),
});

/** The list, for links that narrow it down. */
export const dailyList = { path: '/daily-reports', where: dailyWhere };
