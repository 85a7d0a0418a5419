import { isDay } from '../parts/time';
import type { Narrowed } from '../parts/useFilters';

export const caseFilters = [
  'view',
  'text',
  'stage',
  'violation',
  'section',
  'officer',
  'major',
  'overdue',
  'mustTransfer',
  'awaits',
  'day',
  'from',
  'before',
  'responsible',
  'productClass',
  'area',
  'inTime',
  'holder',
  'approval',
  'publish',
  'unassigned',
] as const;

/** By which of its days a case is looked for: what happened to it from one day until before another. */
const caseDays = ['receivedOn', 'filedOn', 'decidedOn', 'endedOn'] as const;
export type CaseDay = (typeof caseDays)[number];
const isCaseDay = (text: string | undefined): text is CaseDay => caseDays.some((one) => one === text);

/** Those without a section, an area or a class, which figures tell apart too. */
export const without = 'NONE';

const isOrNone = (value: string) => (value === without ? { any: false } : { eq: value });

/** Every stage in which a case goes on, as one choice. */
export const openStages = 'OPEN';

/** Every stage in which a case has ended. */
const endedStages = ['CLOSED', 'WITHDRAWN', 'NOT_FILED', 'NO_PENALTY', 'TERMINATED', 'PASSED_ON'] as const;

/** The terms of what is to be published, or withdrawn from publication. */
export const publications: readonly string[] = ['CASE_PUBLICATION', 'CASE_PUBLICATION_WITHDRAWAL'];

/** Steps that officers take themselves, as one choice. */
export const officersSteps = 'OFFICERS';

/** Steps that somebody proposes and the head decides, as one choice. */
export const proposedSteps = 'PROPOSED';

const stepGroups = {
  [officersSteps]: ['INVESTIGATION', 'RIGHTS_NOTICE', 'PARTY_ANSWER', 'CRIME_TRANSFER', 'SERVICE', 'EXECUTION', 'JUDGMENT'],
  [proposedSteps]: ['FILING_DECISION', 'PENALTY_DECISION', 'CLOSING'],
} as const;

// An area is that of the first party's enterprise, where it is one that is registered.
const inNoArea = [{ enterpriseCreditCode: { any: false } }, { enterprise: { area: { code: { any: false } } } }];

const isStepGroup = (step: string): step is keyof typeof stepGroups => step in stepGroups;

/** The cases that these filters name: for the list, and for whatever counts what the list shows. */
export const casesWhere = (values: Narrowed<typeof caseFilters>) => ({
  ...(values.text && {
    or: [
      { title: { contains: values.text } },
      { number: { contains: values.text } },
      { officialNumber: { eq: values.text } },
      { partyName: { contains: values.text } },
    ],
  }),
  ...(values.stage && { stage: values.stage === openStages ? { nin: [...endedStages] } : { eq: values.stage as 'LEAD' } }),
  ...(values.violation && { violation: { eq: values.violation as 'UNLICENSED_PRODUCTION' } }),
  ...(values.section && { section: isOrNone(values.section) }),
  ...(values.officer && { officerNames: { some: { eq: values.officer } } }),
  ...(values.major && { isMajor: { eq: true } }),
  ...(values.overdue && { overdue: { eq: true } }),
  ...(values.mustTransfer && { mustTransfer: { eq: true } }),
  // Also a lead that was only taken in, such as by the hotline: nobody of the section knows of it yet.
  ...(values.unassigned && { isUnassigned: { eq: true } }),
  ...(isCaseDay(values.day) &&
    isDay(values.from ?? '') &&
    isDay(values.before ?? '') && { [values.day]: { gte: values.from, lt: values.before } }),
  ...(values.responsible && { responsible: { eq: values.responsible } }),
  ...(values.productClass && { mainProductClass: isOrNone(values.productClass) }),
  ...(values.area && (values.area === without ? { and: [{ or: inNoArea }] } : { enterprise: { area: { code: { eq: values.area } } } })),
  ...(values.inTime && { wasLate: { eq: false } }),
  ...(values.awaits && {
    awaits: isStepGroup(values.awaits) ? { in: [...stepGroups[values.awaits]] } : { eq: values.awaits as 'LEGAL_REVIEW' },
  }),
  ...(values.holder && { holders: { some: { eq: values.holder } } }),
  ...(values.approval && { pendingApprovals: { any: values.approval === 'PENDING' } }),
  ...(values.publish && { mustPublish: { eq: true } }),
});

/** The list, for links that narrow it down. */
export const caseList = { path: '/cases', where: casesWhere };
