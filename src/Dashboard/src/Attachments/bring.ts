import { ownHeaders, send, sessionRenewed } from '../app/api';

/** What the server keeps of a file: records name it by its hash. */
export interface Brought { hash: string; fileName: string; mediaType: string; bytes: number; url: string }

/** What a file may be, as the server has it. */
export interface Limits { maxBytes: number; endings: string[] }

/** A file that the server does not keep; the message is its own. Whatever else goes wrong may go right the next time. */
export class RefusedFile extends Error {}

/** Brings a file to the server, and says how much of it has gone, from 0 to 1. When the session has ended it waits, as every request does, and is sent once more. */
export async function bring(name: string, content: Blob, told?: (share: number) => void, signal?: AbortSignal): Promise<Brought> {
  for (;;) {
    const { status, answer } = await post(name, content, told, signal);
    if (status === 401) await sessionRenewed();
    else if (status === 201 && answer?.hash) return answer as Brought;
    else if (status >= 400 && status < 500 && answer?.title) throw new RefusedFile(answer.title);
    else throw new Error(`The server answered ${status}.`);
  }
}

interface Answered { status: number; answer: (Partial<Brought> & { title?: string }) | null }

// Fetch tells nobody how much of a body has been sent.
const post = (name: string, content: Blob, told?: (share: number) => void, signal?: AbortSignal) => new Promise<Answered>((done, failed) => {
  const request = new XMLHttpRequest();
  request.open('POST', `/attachments?fileName=${encodeURIComponent(name)}`);
  for (const [header, value] of Object.entries(ownHeaders())) request.setRequestHeader(header, value);
  request.setRequestHeader('content-type', content.type || 'application/octet-stream');
  request.responseType = 'json';
  request.upload.onprogress = ({ loaded, total }) => told?.(total > 0 ? loaded / total : 0);
  request.onload = () => done({ status: request.status, answer: request.response as Answered['answer'] });
  request.onerror = () => failed(new Error('The network did not let it through.'));
  request.onabort = () => failed(new Error('It was broken off.'));
  signal?.addEventListener('abort', () => request.abort());
  request.send(content);
});

let limits: Promise<Limits | null> | null = null;

/** What a file may be; null when that cannot be read now, and then the server says it of each file. */
export const readLimits = () => {
  limits ??= send('/attachments').then(async (response) => (response.ok ? ((await response.json()) as Limits) : null)).catch(() => null).then((read) => {
    if (!read) limits = null;
    return read;
  });
  return limits;
};

/** A number of bytes as people say it. */
export const sizeOf = (bytes: number) => (bytes < 1024 ? `${bytes} B` : bytes < 1024 ** 2 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 ** 2).toFixed(1).replace(/\.0$/, '')} MB`);
