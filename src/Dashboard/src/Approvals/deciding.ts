/** What of a proposal says whether whoever looks may decide it. */
interface Proposed {
  outcome: string | null;
  mayDecide: boolean;
  /** The days on which whoever looks may have decided it, the latest first. */
  decidableOn: readonly string[];
}

/**
 * Of several proposals the one that whoever looks can decide, else the last that waits. Whoever may decide no more today may still enter
 * what was decided on a day when they might: the form then begins with the last such day, and offers those before it.
 */
export function toDecide<One extends Proposed>(approvals: readonly One[]) {
  const today = approvals.findLast((one) => one.mayDecide);
  const before = today ? undefined : approvals.findLast((one) => one.decidableOn.length > 0);
  const waiting = today ?? before ?? approvals.findLast((one) => !one.outcome);
  return { waiting, mayDecide: !!(today ?? before), daysBefore: before?.decidableOn ?? [] };
}
