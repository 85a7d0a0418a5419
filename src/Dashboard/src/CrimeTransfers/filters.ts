import type { Narrowed } from '../parts/useFilters';

export const transferFilters = ['text', 'status', 'section', 'overdue', 'holder', 'unassigned'] as const;

/** Statuses that ask somebody for the same, each as one choice. */
export const transferGroups = {
  /** Whoever has the next step, it has not ended. */
  GOING: [
    'DUTY', 'REPORTED', 'APPROVED', 'REFUSED', 'SENT', 'RECEIVED', 'FILED', 'DECLINED', 'RECONSIDERED', 'UPHELD', 'SUPERVISED',
    'HANDED_OVER',
  ],
  /** The police do not file it: the bureau asks them to reconsider, or the prosecutor to supervise (移送规定 9). */
  UNFILED: ['DECLINED', 'UPHELD'],
  /** The bureau's officers are to act (移送规定 5、6、12). */
  OURS: ['DUTY', 'REFUSED', 'APPROVED', 'FILED', 'DECLINED', 'UPHELD'],
  /** The police are to decide whether to file it (移送规定 8, 9). */
  TO_FILE: ['RECEIVED', 'RECONSIDERED', 'SUPERVISED'],
} as const;

type Status = (typeof transferGroups)[keyof typeof transferGroups][number];

const isGroup = (status: string): status is keyof typeof transferGroups => status in transferGroups;

/** The transfers that these filters name: for the list, and for whatever counts what the list shows. */
export const transfersWhere = (values: Narrowed<typeof transferFilters>) => ({
  ...(values.text && {
    or: [{ number: { startsWith: values.text } }, { officialNumber: { eq: values.text } }, { caseTitle: { contains: values.text } }],
  }),
  ...(values.status && { status: isGroup(values.status) ? { in: [...transferGroups[values.status]] as Status[] } : { eq: values.status as 'SENT' } }),
  ...(values.section && { section: { eq: values.section } }),
  ...(values.holder && { holders: { some: { eq: values.holder } } }),
  ...(values.overdue && { overdue: { eq: true } }),
  // Before it is reported its task group is yet to be named (移送规定 5).
  ...(values.unassigned && {
    and: [{ or: [{ isUnassigned: { eq: true } }, { status: { in: ['DUTY' as const, 'REFUSED' as const] } }] }],
  }),
});

/** The same, for whoever may read cases: a transfer is then found by the name of its party or enterprise too, which the case has. */
export const transfersWhereParties = (values: Narrowed<typeof transferFilters>) => {
  const { or, ...where } = transfersWhere(values);
  const { text } = values;
  return or && text
    ? { ...where, or: [...or, { case: { partyName: { contains: text } } }, { case: { enterprise: { name: { contains: text } } } }] }
    : where;
};

/** The list, for links that narrow it down. */
export const transferList = { path: '/transfers', where: transfersWhere };
