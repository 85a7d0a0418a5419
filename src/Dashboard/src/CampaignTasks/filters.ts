import type { Narrowed } from '../parts/useFilters';

export const taskFilters = ['campaign', 'section', 'awaits', 'late'] as const;

/** The tasks that these filters name. */
export const tasksWhere = (values: Narrowed<typeof taskFilters>) => ({
  ...(values.campaign && { campaign: { eq: values.campaign } }),
  ...(values.section && { leadSection: { eq: values.section } }),
  ...(values.awaits && { awaits: { eq: values.awaits as 'OFFICE' } }),
  ...(values.late && { isLate: { eq: true } }),
});

/** The list, for links that narrow it down. */
export const taskList = { path: '/campaign-tasks', where: tasksWhere };
