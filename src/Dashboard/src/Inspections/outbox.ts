import type { Client } from '@urql/core';
import { send } from '../app/api';
import { give } from '../parts/command';
import { draftsOf, keep, remove, type Draft, type Photo } from './drafts';

/** Brings a photo to the server, which answers with the hash that names it. */
async function bring(photo: Photo): Promise<string> {
  const response = await send(`/attachments?fileName=${encodeURIComponent(photo.name)}`, { method: 'POST', headers: { 'content-type': photo.content.type || 'application/octet-stream' }, body: photo.content });
  const answer = (await response.json()) as { hash?: string; title?: string };
  if (!response.ok || !answer.hash) throw new RefusedPhoto(answer.title ?? String(response.status));
  return answer.hash;
}

class RefusedPhoto extends Error {}

const attachmentsOf = (photos: Photo[], item: string) => photos.filter((photo) => photo.item === item && photo.hash).map(({ name, hash }) => ({ fileName: name, hash }));

const inputOf = ({ number, commandId, officers, inspectedOn, result, summary, leadTo, caseNumber, violation, findings, photos }: Draft) => ({
  number, commandId, officers, inspectedOn, result, summary, leadTo,
  // A case that goes on takes the findings up; without its number a new one is opened for the violation.
  ...(result === 'CASE' && (caseNumber?.trim() ? { caseNumber: caseNumber.trim() } : { violation })),
  attachments: attachmentsOf(photos, ''),
  findings: Object.entries(findings).filter(([, finding]) => finding.result).map(([item, finding]) => ({
    item, result: finding.result, note: finding.note, attachments: attachmentsOf(photos, item),
    ...(finding.result === 'NONCONFORMING' && { severity: finding.severity ?? 'ORDINARY' }),
  })),
});

/** Sends one draft. What the network does not let through stays queued; what the server refuses goes back to the officer with its reason. */
async function sendDraft(client: Client, draft: Draft): Promise<boolean> {
  try {
    for (const photo of draft.photos.filter(({ hash }) => !hash)) {
      photo.hash = await bring(photo);
      // Kept at once, so that after a break it is not brought again.
      await keep(draft);
    }
  } catch (fault) {
    if (fault instanceof RefusedPhoto) await keep({ ...draft, queued: false, problem: fault.message });
    return false;
  }
  const { refusals, error } = await give(client, 'recordInspection', inputOf(draft));
  if (error?.networkError && error.graphQLErrors.length === 0) return false;
  if (error || refusals.length > 0) {
    await keep({ ...draft, queued: false, problem: error ? error.graphQLErrors.map(({ message }) => message).join('；') : refusals.map(({ message }) => message).join('；') });
    return false;
  }
  await remove(draft);
  return true;
}

let sending: Promise<number> | null = null;

/** Sends what waits, one after the other; the answer is how many went through. */
export function sendQueued(client: Client, userName: string): Promise<number> {
  sending ??= (async () => {
    let sent = 0;
    for (const draft of (await draftsOf(userName)).filter(({ queued }) => queued)) sent += Number(await sendDraft(client, draft));
    return sent;
  })().finally(() => {
    sending = null;
  });
  return sending;
}
