import { cacheExchange, Client, fetchExchange, type CombinedError } from '@urql/core';
import { postByHash } from './documents';
import { currentLanguage } from './language';
import { currentMarks } from '../parts/marks';

/** What a cookie-carrying request of ours bears, so that nobody else's page can make it. */
export const ownHeaders = () => ({ 'X-ShuangDa': '1', 'Accept-Language': currentLanguage() === 'en' ? 'en' : 'zh-CN' });

type Renewal = () => Promise<void>;
let renew: Renewal = () => Promise.resolve();
let renewing: Promise<void> | null = null;

/** Says how a session that has ended is renewed: requests wait for it, and go on where they stopped. */
export const renewSessionWith = (renewal: Renewal) => {
  renew = renewal;
};

/** Waits until somebody has signed in again, whoever else waits for the same. */
export const sessionRenewed = () => {
  renewing ??= renew().finally(() => {
    renewing = null;
  });
  return renewing;
};

const heard = new EventTarget();
const heardEvery = 60_000;
let heardAt = 0;

/** Calls back, each minute at most, when the server has answered a request of whoever is signed in. */
export const onHeard = (listener: () => void) => {
  heard.addEventListener('heard', listener);
  return () => heard.removeEventListener('heard', listener);
};

function hear() {
  if (Date.now() - heardAt < heardEvery) return;
  heardAt = Date.now();
  heard.dispatchEvent(new Event('heard'));
}

/** A request of ours. When the session has ended it waits until somebody has signed in again, and is sent once more as it was. */
export async function send(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  for (;;) {
    const response = await fetch(input, { ...init, headers: { ...(init.headers as Record<string, string>), ...ownHeaders() } });
    if (response.ok) hear();
    if (response.status !== 401) return response;
    await sessionRenewed();
  }
}

// What the client sends, with the document's hash for its text.
const sendByHash = (input: RequestInfo | URL, { body, ...init }: RequestInit = {}) =>
  postByHash((named) => send(input, { ...init, body: named }), JSON.parse(body as string) as { query: string });

/** A new client: what another session has read is not kept. */
export const newClient = () => new Client({
  url: '/graphql',
  preferGetMethod: false,
  fetch: sendByHash,
  exchanges: [cacheExchange, fetchExchange],
  requestPolicy: 'cache-and-network',
});

const passing = new Set<unknown>(['UNAVAILABLE', 'TIMEOUT', 'OUTCOME_UNKNOWN']);

/** Whether the server could not say now, or was not reached: the same is asked again later. */
export const isPassing = (error: CombinedError) => error.graphQLErrors.every(({ extensions }) => passing.has(extensions.code));

/** What went wrong, in words: the server's own where it has some. */
export const faultOf = (error: CombinedError, words: { offline: string }) =>
  error.graphQLErrors.length > 0 ? error.graphQLErrors.map((one) => one.message).join(currentMarks().semicolon) : words.offline;

/** A UUID; crypto.randomUUID is not to be had on plain HTTP. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const text = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return text.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
}
