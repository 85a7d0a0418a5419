import type { CommandName } from '../parts/command';

const next: Record<string, CommandName[]> = {
  ORDERED: ['reportRectification', 'extendRectification'],
  REPORTED: ['recordReinspection'],
  OVERDUE: ['recordReinspection'],
  FAILED: ['proposeRectificationMeasure', 'reportRectification', 'recordReinspection'],
};

/**
 * What comes next in an order, the usual step first, in lists and on its page. A measure that was proposed is decided before anything else,
 * and without a proposal there is nothing to decide.
 */
export const nextSteps = ({ status, proposal }: { status: string; proposal?: unknown }): CommandName[] => [
  ...(proposal ? (['decideRectificationMeasure'] as const) : []),
  ...(next[status] ?? []).filter((step) => !proposal || step !== 'proposeRectificationMeasure'),
];
