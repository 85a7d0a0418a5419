import type { CommandName } from '../parts/command';

/** What the bureau does next in a status, the usual step first. */
export const ours: Record<string, CommandName[]> = {
  DUTY: ['nameTransferTaskGroup'], REPORTED: ['decideCrimeTransfer'], REFUSED: ['nameTransferTaskGroup'],
  APPROVED: ['sendCrimeTransfer'], FILED: ['handOverEvidence'],
  DECLINED: ['requestReconsideration', 'requestProsecutorSupervision', 'acceptNotFiling'],
  UPHELD: ['requestProsecutorSupervision', 'acceptNotFiling'],
};
/** What the police do next. */
export const theirs: Record<string, CommandName[]> = {
  SENT: ['recordPoliceReceipt'], RECEIVED: ['recordPoliceDecision', 'recordPoliceReturn'],
  RECONSIDERED: ['recordPoliceDecision'], SUPERVISED: ['recordPoliceDecision'],
  HANDED_OVER: ['recordProsecutionDecision', 'recordJudgment'],
};

/** Once it is prosecuted, what comes next is the judgment. */
export const inCourt: CommandName[] = ['recordJudgment', 'recordProsecutionDecision'];

/** The step that a transfer waits for: one answer for lists and for its page. */
export const awaitedCommand = ({ status, prosecution }: { status: string; prosecution?: string | null }): CommandName | undefined =>
  (status === 'HANDED_OVER' && prosecution === 'PROSECUTED' ? inCourt : (ours[status] ?? theirs[status]))?.[0];
