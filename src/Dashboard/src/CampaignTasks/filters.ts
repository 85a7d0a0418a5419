import type { Narrowed } from '../parts/useFilters';

export const taskFilters = ['text', 'campaign', 'section', 'awaits', 'late'] as const;

/** The tasks that these filters name. */
export const tasksWhere = (values: Narrowed<typeof taskFilters>) => ({
  ...(values.text && { or: [{ number: { contains: values.text } }, { text: { contains: values.text } }] }),
  ...(values.campaign && { campaign: { eq: values.campaign } }),
  ...(values.section && { leadSection: { eq: values.section } }),
  ...(values.awaits && { awaits: { eq: values.awaits as 'OFFICE' } }),
  // What was handed in late is late no more: it waits for the office.
  ...(values.late && { isLate: { eq: true }, ...(!values.awaits && { awaits: { eq: 'LEAD_SECTION' as const } }) }),
});

/** The list, for links that narrow it down. */
export const taskList = { path: '/campaign-tasks', where: tasksWhere };
