import { formatDocument, stringifyDocument } from '@urql/core';
import type { DocumentNode } from 'graphql';
import { sha256 } from './sha256';

/** A document as it is sent: the client adds the names of types, by which it keeps what it has read. */
export const textOf = (document: DocumentNode) => stringifyDocument(formatDocument(document));

const hashes = new Map<string, string>();

/** What names a document in its place. The server knows those of its own dashboard from its start, others from when their text was sent. */
export function namedBy(text: string) {
  let hash = hashes.get(text);
  if (hash === undefined) {
    hash = sha256(text);
    hashes.set(text, hash);
  }
  return { persistedQuery: { version: 1, sha256Hash: hash } };
}

interface Request { query: string; extensions?: object }

/**
 * Posts a request by its document's hash. Where the server does not know it (a dashboard that is older or newer than the server) the text
 * goes with it, once: from then on the server knows it.
 */
export async function postByHash(post: (body: string) => Promise<Response>, { query, ...request }: Request): Promise<Response> {
  const named = { ...request, extensions: { ...request.extensions, ...namedBy(query) } };
  const response = await post(JSON.stringify(named));
  return (await isNotKnown(response.clone())) ? post(JSON.stringify({ ...named, query })) : response;
}

/** Whether a request was refused because the server does not know its document. Whatever stands between may answer in its own words. */
export async function isNotKnown(response: Response): Promise<boolean> {
  if (response.status === 200 || !response.headers.get('content-type')?.includes('json')) return false;
  const { errors } = (await response.json()) as { errors?: { extensions?: { code?: string } }[] };
  return errors?.some(({ extensions }) => extensions?.code === 'PERSISTED_QUERY_NOT_FOUND') ?? false;
}
