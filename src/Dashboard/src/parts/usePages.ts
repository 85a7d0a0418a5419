import { useCallback, useEffect, useRef, useState } from 'react';
import type { VirtualItem } from '@tanstack/react-virtual';
import type { TypedDocumentNode } from '@urql/core';
import { useLocation, useNavigationType } from 'react-router';
import { useClient, type CombinedError } from 'urql';

export interface Connection<Row> {
  nodes: Row[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount?: number;
}
interface Page {
  first: number;
  after?: string | null;
}
export type ListQuery<Data, Variables extends object> = TypedDocumentNode<Data, Variables & Page>;

interface Read<Row> {
  rows: Row[];
  more: boolean;
  total?: number;
  fetching: boolean;
  error?: CombinedError;
  /** The variables that the rows answer. */
  of: string;
}
interface Left {
  rows: unknown[];
  more: boolean;
  total?: number;
  cursor: string | null;
  top: number;
  /** How high each row was, where rows differ. */
  heights: VirtualItem[];
  key: string;
}

export const pageSize = 100;
const largest = 200;

// Where lists were left, by the entry of the browser's history: whoever comes back finds the place, with what was read, until it is read again.
const left = new Map<string, Left>();
const mostLeft = 30;

function leave(entry: string, place: Left) {
  left.delete(entry);
  left.set(entry, place);
  for (const oldest of left.keys()) {
    if (left.size <= mostLeft) break;
    left.delete(oldest);
  }
}

/** All rows of a connection, up to so many, page by page. */
async function readAll<Row>(readPage: (page: Page) => Promise<Connection<Row>>, most: number): Promise<{ rows: Row[]; isWhole: boolean }> {
  const rows: Row[] = [];
  let after: string | null = null;
  for (;;) {
    const { nodes, pageInfo } = await readPage({ first: largest, after });
    rows.push(...nodes);
    after = pageInfo.endCursor;
    if (!pageInfo.hasNextPage || nodes.length === 0) return { rows, isWhole: true };
    if (rows.length >= most) return { rows: rows.slice(0, most), isWhole: false };
  }
}

/** The same for what shows its beginning alone: a function that reads all of it. */
export function useAll<Row, Data, Variables extends object>(
  query: ListQuery<Data, Variables>,
  variables: Variables,
  pick: (data: Data) => Connection<Row>,
) {
  const client = useClient();
  return (most: number) =>
    readAll(async (page) => {
      const asked = { ...variables, ...page } as Variables & Page;
      const { data, error } = await client.query(query, asked, { requestPolicy: 'network-only' }).toPromise();
      if (!data) throw error ?? new Error('Nothing was answered.');
      return pick(data);
    }, most);
}

/** Pages of a connection, read as far as somebody scrolls. Whoever comes back to a list finds it where it was left. */
export function usePages<Row, Data, Variables extends object>(
  query: ListQuery<Data, Variables>,
  variables: Variables,
  pick: (data: Data) => Connection<Row>,
) {
  const client = useClient();
  const key = JSON.stringify(variables);
  const { key: entry } = useLocation();
  const cameBack = useNavigationType() === 'POP';
  const [found] = useState(() => {
    const place = cameBack ? left.get(entry) : undefined;
    return place?.key === key ? place : undefined;
  });
  const [state, setState] = useState<Read<Row>>(() =>
    found
      ? { rows: found.rows as Row[], more: found.more, fetching: false, of: key, ...(found.total !== undefined && { total: found.total }) }
      : { rows: [], more: true, fetching: true, of: key },
  );
  const asked = useRef(0);
  const cursor = useRef<string | null>(found?.cursor ?? null);
  const top = useRef(found?.top ?? 0);
  const heights = useRef(found?.heights ?? []);

  const ask = useCallback(
    (page: Page) =>
      client
        .query(query, { ...(JSON.parse(key) as Variables), ...page } as Variables & Page, { requestPolicy: 'network-only' })
        .toPromise(),
    [client, query, key],
  );

  // As many rows as there were, or one page more; what is shown stays until it has come.
  // biome-ignore lint/correctness/useExhaustiveDependencies: pick is written where it is used, and says the same each time.
  const read = useCallback(
    async (rowsBefore: Row[] | null, atLeast: number) => {
      const turn = ++asked.current;
      setState((before) => ({ ...before, fetching: true }));
      const rows = [...(rowsBefore ?? [])];
      let after = rowsBefore ? cursor.current : null;
      const wanted = rows.length + atLeast;
      for (;;) {
        const { data, error } = await ask({ first: Math.min(largest, wanted - rows.length), after });
        if (turn !== asked.current) return;
        if (!data) {
          setState((before) => ({ ...before, fetching: false, ...(error && { error }) }));
          return;
        }
        const { nodes, pageInfo, totalCount } = pick(data);
        rows.push(...nodes);
        after = pageInfo.endCursor;
        if (rows.length >= wanted || !pageInfo.hasNextPage || nodes.length === 0) {
          cursor.current = after;
          setState((before) => ({
            rows,
            more: pageInfo.hasNextPage,
            fetching: false,
            of: key,
            ...((totalCount ?? before.total) !== undefined && { total: totalCount ?? before.total! }),
          }));
          return;
        }
      }
    },
    [ask, key],
  );

  const begun = useRef(false);
  useEffect(() => {
    // What was found is of before; it is read again as far as it was, under whoever looks at it.
    const again = !begun.current && found ? Math.max(found.rows.length, pageSize) : pageSize;
    begun.current = true;
    void read(null, again);
  }, [read, found]);

  const latest = useRef<{ entry: string; place: Omit<Left, 'top' | 'heights'> }>(null);
  latest.current = {
    entry,
    place: { rows: state.rows, more: state.more, cursor: cursor.current, key: state.of, ...(state.total !== undefined && { total: state.total }) },
  };
  useEffect(
    () => () => {
      if (latest.current) leave(latest.current.entry, { ...latest.current.place, top: top.current, heights: heights.current });
    },
    [],
  );

  /** All rows, up to so many, for a file or the printer; what is shown stays as it is. */
  const all = (most: number) => readAll(async (page) => {
    const { data, error } = await ask(page);
    if (!data) throw error ?? new Error('Nothing was answered.');
    return pick(data);
  }, most);

  return {
    ...state,
    top,
    heights,
    foundAt: found?.top ?? 0,
    next: () => void read(state.rows, pageSize),
    again: () => void read(null, pageSize),
    all,
  };
}
