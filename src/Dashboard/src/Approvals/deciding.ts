/** What of a proposal says whether whoever looks may decide it. */
interface Proposed {
  outcome: string | null;
  mayDecide: boolean;
  mightYesterday: boolean;
}

/**
 * Of several proposals the one that whoever looks can decide, else the last that waits. Whoever may decide no more today may still enter
 * what was decided yesterday: the day then stands in the form.
 */
export function toDecide<One extends Proposed>(approvals: readonly One[], yesterday: string) {
  const today = approvals.findLast((one) => one.mayDecide);
  const before = today ? undefined : approvals.findLast((one) => one.mightYesterday);
  const waiting = today ?? before ?? approvals.findLast((one) => !one.outcome);
  return { waiting, mayDecide: !!(today ?? before), decidedOn: before ? { on: yesterday } : {} };
}
