// What the clients are given: where the host is, who is signed in, and whose licences are theirs.
import assert from 'node:assert/strict';
import { createClient, type Client, type RequestParams } from 'graphql-sse';

export interface Subjects {
  /** For each client the numbers of licences that nobody else touches, in alphabetical order. */
  licences: Record<'apollo' | 'urql' | 'relay' | 'sse', string[]>;
  /** A case that was handed over. */
  case: string;
  /** Whose work it is. */
  officer: string;
}

export interface Host {
  url: string;
  token: string;
  subjects: Subjects;
}

/** The body of a request; Relay's and Apollo's name their document. */
export interface Sent {
  method: string;
  query?: string;
  documentId?: string;
  extensions?: { persistedQuery?: { version: number; sha256Hash: string } };
}

export function hostOfEnvironment(): Host {
  const given = (name: string) => process.env[name] ?? assert.fail(`${name} is not set`);
  return {
    url: given('SHUANGDA_URL'),
    token: given('SHUANGDA_TOKEN'),
    subjects: JSON.parse(given('SHUANGDA_SUBJECTS')) as Subjects,
  };
}

/** fetch with the token, and what was sent with it. */
export function signedIn(host: Host): { fetch: typeof fetch; sent: Sent[] } {
  const sent: Sent[] = [];
  return {
    sent,
    fetch: (target, init = {}) => {
      const method = init.method ?? 'GET';
      const asked = new URL(String(target)).searchParams;
      sent.push(
        method === 'GET'
          ? {
              method,
              query: asked.get('query') ?? undefined,
              extensions: JSON.parse(asked.get('extensions') ?? '{}') as Sent['extensions'],
            }
          : { method, ...(JSON.parse(String(init.body)) as Omit<Sent, 'method'>) },
      );
      return fetch(target, {
        ...init,
        headers: { ...(init.headers as Record<string, string>), authorization: `Bearer ${host.token}` },
      });
    },
  };
}

/** The client of graphql-sse, and a promise that holds once its stream stands. */
export function sse(host: Host): { client: Client; open: Promise<void> } {
  let stands = () => {};
  const open = new Promise<void>((resolve) => (stands = resolve));
  return {
    client: createClient({
      url: host.url,
      retryAttempts: 0,
      headers: { authorization: `Bearer ${host.token}` },
      on: { connected: () => stands() },
    }),
    open,
  };
}

/** A document by the id under which the server knows it, in place of its text; graphql-sse sends on what it is given. */
export const known = (documentId: string, variables: Record<string, unknown>) =>
  ({ documentId, variables }) as unknown as RequestParams;

/** Two licences a page, in a list that has more of them than one page. */
export const pageOf = (numbers: string[], after: string | null = null) => ({
  first: 2,
  after,
  where: { number: { in: numbers } },
});

const grounds = { reason: '抽样检验不合格', basis: '工业产品生产许可证管理条例 第四十五条' };
export const suspension = (number: string) => ({ number, until: '2026-12-31', case: '沪市监罚〔2026〕31号', ...grounds,
    commandId: crypto.randomUUID() });
export const reinstatement = (number: string) => ({ number, ...grounds, commandId: crypto.randomUUID() });
