import type { Narrowed } from '../parts/useFilters';

export const licenceFilters = ['view', 'text', 'status', 'kind', 'productClass', 'asked', 'from', 'to'] as const;

/** The statuses in which a licence is in force, as one choice: a suspended one lapses too. */
export const inForce = 'IN_FORCE';

/** The statuses of licences that end by their term or have ended by it, as one choice: what a calendar of such days shows. */
export const endsByTerm = 'ENDS_BY_TERM';

const groups = {
  [inForce]: ['ACTIVE', 'SUSPENDED'],
  [endsByTerm]: ['ACTIVE', 'SUSPENDED', 'EXPIRED'],
} as const;

const isGroup = (status: string): status is keyof typeof groups => status in groups;

/** The licences that these filters name: for the list, and for whatever counts what the list shows. */
export const licencesWhere = (values: Narrowed<typeof licenceFilters>) => ({
  ...(values.text && { or: [{ number: { contains: values.text } }, { enterprise: { name: { contains: values.text } } }] }),
  ...(values.status && { status: isGroup(values.status) ? { in: [...groups[values.status]] } : { eq: values.status as 'ACTIVE' } }),
  ...(values.kind && { kind: { eq: values.kind as 'PRODUCTION_LICENCE' } }),
  ...(values.productClass && { productClasses: { some: { code: { eq: values.productClass } } } }),
  ...(values.asked === 'WITHDRAWAL' && { withdrawalRequested: { eq: true } }),
  ...(values.asked === 'DEREGISTRATION' && { deregistrationProposed: { eq: true } }),
  ...((values.from || values.to) && { validTo: { ...(values.from && { gte: values.from }), ...(values.to && { lte: values.to }) } }),
});

/** The list, for links that narrow it down. */
export const licenceList = { path: '/licences', where: licencesWhere };
