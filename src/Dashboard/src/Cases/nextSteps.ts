import type { graphql } from '../app/graphql';
import type { Language } from '../app/language';
import type { CommandName } from '../parts/command';
import { bilingual } from '../parts/Term';
import { titleOf } from '../parts/titles';

type Awaited = ReturnType<typeof graphql.scalar<'AwaitedStep'>>;
type Term = ReturnType<typeof graphql.scalar<'DeadlineKind'>>;
type Task = ReturnType<typeof graphql.scalar<'CaseTask'>>;
type Approved = ReturnType<typeof graphql.scalar<'ApprovalStep'>>;

/** What says how far a case is: as a list knows it. */
export interface Awaiting {
  awaits: Awaited | null;
  awaitedTerm: Term | null;
  awaitedBy: string | null;
}

/** What its page knows beside that. */
export interface AwaitingWhole extends Awaiting {
  stage: string;
  mustPublish: boolean;
  crimeTransfer: unknown;
  publishedOn: string | null;
  openTasks: readonly Task[];
  proposal: { noPenalty: unknown } | null;
  deliberation: unknown;
  rights: { hearingOn: string | null; heldOn: string | null } | null;
  approvals: readonly { outcome: string | null; step: Approved }[];
}

// What is owed first says how far the hearing is: who presides is named, gets the file, sets the day, tells it and reports (听证办法).
const ofHearing: Partial<Record<Term, CommandName>> = {
  CASE_HEARING_CHAIR: 'nameHearingChair',
  CASE_HEARING_FILE: 'handFileToHearingChair',
  CASE_HEARING_DATE: 'announceHearing',
  CASE_HEARING_PUBLICATION: 'publishHearing',
  CASE_HEARING_REPORT: 'recordHearingReport',
  // No clock of the hearing runs, and no day is set for it: the case's own term is what is left.
  CASE_DECISION: 'announceHearing',
};

const ofExecution: Partial<Record<Term, CommandName>> = {
  CASE_PUBLICATION_WITHDRAWAL: 'withdrawPublication',
  CASE_REFUND: 'recordRefund',
  CASE_GOODS_RETURN: 'recordGoodsReturn',
};

const commandOf: Record<Exclude<Awaited, 'HEARING' | 'EXECUTION'>, CommandName> = {
  FILING_DECISION: 'fileCase',
  INVESTIGATION: 'addEvidence',
  LEGAL_REVIEW: 'passLegalReview',
  RIGHTS_NOTICE: 'notifyRights',
  PARTY_ANSWER: 'recordPartyAnswer',
  PENALTY_DECISION: 'decidePenalty',
  CRIME_TRANSFER: 'openCrimeTransfer',
  SERVICE: 'serveDecision',
  CLOSING: 'closeCase',
  JUDGMENT: 'recordTransferInquiry',
};

// What keeps a case from being closed, and the step that ends it; a licence is suspended on its own page.
const commandOfTask: Partial<Record<Task, CommandName>> = {
  PENALTY_UNPAID: 'executePenalty',
  GOODS_RETURN_OWED: 'recordGoodsReturn',
  REFUND_OWED: 'recordRefund',
  PUBLICATION_STANDING: 'withdrawPublication',
  COURT_UNANSWERED: 'recordEnforcementResult',
  CASH_HELD: 'handInCash',
  GOODS_UNCONFISCATED: 'endSeizure',
  GOODS_HELD: 'endSeizure',
  TEST_UNANSWERED: 'recordTestResult',
  CORRECTION_UNCHECKED: 'recordCorrection',
  DECISION_UNSERVED: 'serveDecision',
};

// What the head approves: once it is proposed it waits for the head, and nobody proposes it again.
const approvedAs: Partial<Record<CommandName, Approved>> = {
  fileCase: 'FILING',
  decideNotToFile: 'FILING',
  decidePenalty: 'PENALTY',
  decideNoPenalty: 'PENALTY',
  closeCase: 'CLOSING',
};

/** The command by which the step is taken that a case waits for, by how far it is: one answer for lists and for its page. */
export function awaitedCommand({ awaits, awaitedTerm, awaitedBy }: Awaiting): CommandName | undefined {
  if (!awaits) return undefined;
  // Once the day is told, what is owed is that day: it is held and recorded.
  if (awaits === 'HEARING') return awaitedBy ? ((awaitedTerm && ofHearing[awaitedTerm]) ?? 'recordHearing') : 'announceHearing';
  if (awaits === 'EXECUTION') return (awaitedTerm && ofExecution[awaitedTerm]) ?? 'executePenalty';
  return commandOf[awaits];
}

/** What the awaited step is called: a hearing and what is left to carry out have several, which are called by their commands. */
export const awaitedTitle = ({ awaits }: Awaiting, command: CommandName, language: Language) =>
  awaits && awaits !== 'HEARING' && (awaits !== 'EXECUTION' || command === 'executePenalty')
    ? bilingual('AwaitedStep', awaits)[language]
    : titleOf(command, language);

/** The awaited command, by what the page knows more. */
export function awaitedCommandOf(one: AwaitingWhole): CommandName | undefined {
  const command = awaitedCommand(one);
  if (command === 'decidePenalty' && one.proposal?.noPenalty) return 'decideNoPenalty';
  if (one.awaits === 'CRIME_TRANSFER' && one.crimeTransfer) return undefined;
  // What is paid, given back and withdrawn is no step any more: the first that is left of the tasks is.
  if (one.awaits === 'EXECUTION') {
    const left = tasksOf(one);
    return command && left.includes(command) ? command : left[0];
  }
  return command;
}

const tasksOf = ({ openTasks }: AwaitingWhole) => [
  ...new Set(
    Object.entries(commandOfTask)
      .filter(([task]) => openTasks.includes(task as Task))
      .map(([, command]) => command),
  ),
];

// What may be done instead of the awaited step, or beside it.
function beside(one: AwaitingWhole): CommandName[] {
  switch (one.awaits) {
    case 'FILING_DECISION':
      return ['decideNotToFile', 'penaliseOnTheSpot', 'passOnCase'];
    case 'INVESTIGATION':
      return ['recordCaseFigures', 'proposePenalty', 'proposeNoPenalty'];
    case 'LEGAL_REVIEW':
      return ['returnForInvestigation'];
    case 'HEARING':
      // A day that was told can be told anew until the hearing is held.
      return one.rights?.hearingOn && !one.rights.heldOn ? ['announceHearing'] : [];
    case 'PENALTY_DECISION':
      return [
        ...(one.deliberation ? [] : ['recordDeliberation' as const]),
        ...(one.proposal?.noPenalty ? [] : ['decideNoPenalty' as const]),
        'returnForInvestigation',
      ];
    case 'EXECUTION':
      return tasksOf(one);
    default:
      return one.stage === 'PASSED_ON' ? ['recordPassOnDeclined'] : one.stage === 'TRANSFERRED' ? ['recordTransferInquiry'] : [];
  }
}

// Whoever presides gives notice of the hearing, holds it and reports (听证办法 第十条).
const byChair = new Set<CommandName>(['announceHearing', 'publishHearing', 'recordHearing', 'recordHearingReport']);
const byLegal = new Set<CommandName>(['passLegalReview', 'nameHearingChair']);

/** Whose step it is: the head's once it is proposed, else of whose office or part in the case it is. */
export function whoseStep(one: AwaitingWhole, command: CommandName): 'head' | 'proposed' | 'chair' | 'legal' | 'officers' {
  return isProposed(one, command) ? 'head'
    : approvedAs[command] ? 'proposed'
    : byChair.has(command) ? 'chair'
    : byLegal.has(command) ? 'legal'
    : 'officers';
}

/** Whether somebody has proposed it and the head has not decided yet. */
const isProposed = ({ approvals }: AwaitingWhole, command: CommandName) =>
  approvals.some(({ outcome, step }) => !outcome && step === approvedAs[command]);

/** The usual next steps of a case, the awaited one first; what is done, and what waits for the head, is none. */
export function nextSteps(one: AwaitingWhole): CommandName[] {
  const awaited = awaitedCommandOf(one);
  const steps = [
    ...(awaited ? [awaited] : []),
    ...beside(one),
    ...(one.mustPublish && !one.publishedOn ? ['publishDecision' as const] : []),
  ];
  return [...new Set(steps)].filter((step) => !isProposed(one, step));
}
