import type { Capture } from '../Attachments/capture';
import type { Refusal } from '../parts/command';
import { draftsOf } from '../parts/drafts';

/** A photo of a draft: its bytes, and the hash once the server keeps them. */
export interface Photo { id: string; item: string; name: string; content: Blob; hash?: string; capture?: Capture }

/** The party's signature as it is taken: the picture with who signed and when, or why there is none and who saw it. */
export interface PartySigned {
  outcome: 'SIGNED' | 'REFUSED' | 'UNABLE';
  signedBy?: string;
  /** The instant, in ISO. */
  signedAt?: string;
  content?: Blob;
  /** The picture's hash, once the server keeps it. */
  hash?: string;
  /** What was signed, by its hash. */
  over?: string;
  reason?: string;
  witness?: string;
}

export interface Finding { result?: 'CONFORMING' | 'NONCONFORMING' | 'NOT_APPLICABLE'; severity?: 'MINOR' | 'ORDINARY' | 'SERIOUS'; note?: string }

/** An inspection's record while it is being written, on this device alone. The command's id belongs to the draft, so however often it is sent it counts once. */
export interface Draft {
  number: string;
  userName: string;
  commandId: string;
  savedAt: string;
  queued: boolean;
  /** Why the server did not take it. */
  refusals?: (Pick<Refusal, 'message'> & Partial<Refusal>)[];
  findings: Record<string, Finding>;
  photos: Photo[];
  officers: string[];
  inspectedOn?: string;
  result?: string;
  summary: string;
  /** Whether the officers wrote the summary; until then it says what the checklist says. */
  isSummaryOwn?: boolean;
  /** What the checklist said and no officer, when the draft was sent. */
  proposed?: ('result' | 'summary')[];
  signature?: PartySigned;
  /** Whether the officer agreed that photos say where they were taken. */
  withPlace?: boolean;
  leadTo?: string;
  caseNumber?: string;
  violation?: string;
  /** In which wording the items are filled in; drafts of before wordings were told apart are of the first. */
  checklistVersion?: number;
}

const drafts = draftsOf<Draft>('inspections');

export const { find: draftOf, all: draftsOfUser, keep, onChange: onDrafts } = drafts;
export const remove = ({ userName, number }: Pick<Draft, 'userName' | 'number'>) => drafts.remove(userName, number);
