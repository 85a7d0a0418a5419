import type { Refusal } from '../parts/command';
import { draftsOf } from '../parts/drafts';

/** A photo of a draft: its bytes, and the hash once the server keeps them. */
export interface Photo { id: string; item: string; name: string; content: Blob; hash?: string }

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
  leadTo?: string;
  caseNumber?: string;
  violation?: string;
  /** In which wording the items are filled in; drafts of before wordings were told apart are of the first. */
  checklistVersion?: number;
}

const drafts = draftsOf<Draft>('inspections');

export const { find: draftOf, all: draftsOfUser, keep, onChange: onDrafts } = drafts;
export const remove = ({ userName, number }: Pick<Draft, 'userName' | 'number'>) => drafts.remove(userName, number);
