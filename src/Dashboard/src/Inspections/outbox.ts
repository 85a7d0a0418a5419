import type { Client } from '@urql/core';
import { isPassing } from '../app/api';
import { bring, RefusedFile } from '../Attachments/bring';
import { draftsOfUser, keep, remove, type Draft, type PartySigned, type Photo } from './drafts';
import { currentMarks } from '../parts/marks';

const signatureFile = '当事人签名.png';

const attachmentsOf = (photos: Photo[], item: string) =>
  photos
    .filter((photo) => photo.item === item && photo.hash)
    .map(({ name, hash, capture }) => ({ fileName: name, hash, ...(capture && { capture }) }));

const signatureOf = ({ outcome, signedBy, signedAt, hash, reason, witness }: PartySigned) =>
  outcome === 'SIGNED' ? { outcome, signedBy, signedAt, attachment: { fileName: signatureFile, hash } } : { outcome, reason, witness };

/** The items of the checklist that are answered, in the order in which they are sent. */
export const answered = ({ findings }: Pick<Draft, 'findings'>) => Object.entries(findings).filter(([, finding]) => finding.result);

const inputOf = ({
  number,
  commandId,
  officers,
  inspectedOn,
  result,
  summary,
  leadTo,
  caseNumber,
  violation,
  findings,
  photos,
  checklistVersion,
  signature,
}: Draft) => ({
  number,
  commandId,
  officers,
  inspectedOn,
  result,
  summary,
  leadTo,
  checklistVersion: checklistVersion ?? 1,
  // A case that goes on takes the findings up; without its number a new one is opened for the violation.
  ...(result === 'CASE' && (caseNumber?.trim() ? { caseNumber: caseNumber.trim() } : { violation })),
  attachments: attachmentsOf(photos, ''),
  ...(signature && { signature: signatureOf(signature) }),
  findings: answered({ findings }).map(([item, finding]) => ({
    item,
    result: finding.result,
    note: finding.note,
    attachments: attachmentsOf(photos, item),
    ...(finding.result === 'NONCONFORMING' && { severity: finding.severity ?? 'ORDINARY' }),
  })),
});

/** Sends one draft. What the network does not let through stays queued; what the server refuses goes back to the officer with its reason. */
async function sendDraft(client: Client, draft: Draft): Promise<boolean> {
  let bringing = '';
  let giving: typeof import('../parts/command');
  try {
    // The forms of all commands come with it: whoever has nothing to send needs none.
    giving = await import('../parts/command');
    for (const photo of draft.photos.filter(({ hash }) => !hash)) {
      bringing = photo.name;
      photo.hash = (await bring(photo.name, photo.content)).hash;
      // Kept at once, so that after a break it is not brought again.
      await keep(draft);
    }
    if (draft.signature?.content && !draft.signature.hash) {
      bringing = signatureFile;
      draft.signature = { ...draft.signature, hash: (await bring(signatureFile, draft.signature.content)).hash };
      await keep(draft);
    }
  } catch (fault) {
    if (fault instanceof RefusedFile) {
      const message = `${bringing}${currentMarks().colon}${fault.message}`;
      await keep({ ...draft, queued: false, refusals: [{ message }] });
    }
    return false;
  }
  const { refusals, error } = await giving.give(client, 'recordInspection', inputOf(draft));
  // The server cannot say now, or says that it does not know: the same command is given again later.
  if (error && isPassing(error)) return false;
  if (error || refusals.length > 0) {
    await keep({ ...draft, queued: false, refusals: error ? error.graphQLErrors.map(({ message }) => ({ message })) : refusals });
    return false;
  }
  await remove(draft);
  return true;
}

let before: Promise<unknown> = Promise.resolve();

/** Sends what waits, one after the other. Whoever asks while somebody else's round goes on has his own after it; a draft that went through then is not there any more. */
export function sendQueued(client: Client, userName: string): Promise<void> {
  const round = before
    .catch(() => undefined)
    .then(async () => {
      for (const draft of (await draftsOfUser(userName)).filter(({ queued }) => queued)) {
        if (await sendDraft(client, draft)) sent.dispatchEvent(new CustomEvent('sent', { detail: draft.number }));
      }
    });
  before = round;
  return round;
}

const sent = new EventTarget();

/** Calls back with the inspection's number whenever its record was sent from this window. */
export const onSent = (listener: (number: string) => void) => {
  const hear = (event: Event) => listener((event as CustomEvent<string>).detail);
  sent.addEventListener('sent', hear);
  return () => sent.removeEventListener('sent', hear);
};
