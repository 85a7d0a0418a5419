/** What of a case says how it can be closed. */
interface Closable {
  servedOn: string | null;
  enforcementRequestedOn: string | null;
  execution: { owedCny: number; annulledOn: string | null; executionEndedOn: string | null } | null;
  decision: { penalty: { confiscatedGoodsCny: number; others: readonly string[] } } | null;
}

/** The ways in which a case can be closed, by what became of its decision (程序规定 第七十七条; `Case.Closing.cs` has the same). */
export function outcomesOf({ servedOn, enforcementRequestedOn, execution, decision }: Closable) {
  if (execution?.annulledOn) return ['ANNULLED'] as const;
  const penalty = decision?.penalty;
  // What is paid was carried out; given up is what was never served or paid, or was to be done beside the payment.
  const isLeft =
    !servedOn ||
    !!execution?.executionEndedOn ||
    (execution?.owedCny ?? 0) > 0 ||
    !!penalty?.confiscatedGoodsCny ||
    !!penalty?.others.length;
  return [
    ...(servedOn ? (['EXECUTED'] as const) : []),
    ...(enforcementRequestedOn ? (['ENFORCED_BY_COURT'] as const) : []),
    ...(isLeft ? (['EXECUTION_ENDED'] as const) : []),
  ];
}
