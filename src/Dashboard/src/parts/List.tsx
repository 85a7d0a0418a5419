import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { Alert, Button, Empty, Skeleton } from 'antd';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { TypedDocumentNode } from '@urql/core';
import { Link } from 'react-router';
import { useClient, type CombinedError } from 'urql';
import { faultOf } from '../app/api';
import { useLanguage, useWords } from '../app/language';
import { useChanges, type Change } from '../app/live';
import { frameWords } from '../app/words';
import { narrow } from './narrow';
import { count } from './time';
import { partWords } from './words';

interface Connection<Row> { nodes: Row[]; pageInfo: { hasNextPage: boolean; endCursor: string | null }; totalCount?: number }

export interface Column<Row> {
  key: string;
  title: string;
  /** A width of the grid, such as 2fr or 120px. */
  width: string;
  render: (row: Row) => ReactNode;
}

const page = 100;
const rowHeight = 45;
const lineHeight = 22;
const cardPadding = 24;

/** Pages of a connection, read as far as somebody scrolls. */
function usePages<Row, Data, Variables extends object>(query: TypedDocumentNode<Data, Variables & { first: number; after?: string | null }>, variables: Variables, pick: (data: Data) => Connection<Row>) {
  const client = useClient();
  const key = JSON.stringify(variables);
  const [state, setState] = useState<{ rows: Row[]; more: boolean; total?: number; fetching: boolean; error?: CombinedError }>({ rows: [], more: true, fetching: true });
  const asked = useRef(0);
  const cursor = useRef<string | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: variables are compared by what they say.
  const read = useCallback(async (fresh: boolean) => {
    const turn = ++asked.current;
    if (fresh) cursor.current = null;
    setState((before) => ({ ...before, fetching: true }));
    const { data, error } = await client.query(query, { ...(JSON.parse(key) as Variables), first: page, after: cursor.current } as Variables & { first: number; after?: string | null }, { requestPolicy: 'network-only' }).toPromise();
    if (turn !== asked.current) return;
    if (!data) {
      setState((before) => ({ ...before, fetching: false, ...(error && { error }) }));
      return;
    }
    const { nodes, pageInfo, totalCount } = pick(data);
    cursor.current = pageInfo.endCursor;
    setState((before) => ({ rows: fresh ? nodes : [...before.rows, ...nodes], more: pageInfo.hasNextPage, fetching: false, ...((totalCount ?? before.total) !== undefined && { total: totalCount ?? before.total! }) }));
  }, [client, query, key]);

  useEffect(() => void read(true), [read]);
  return { ...state, next: () => void read(false), again: () => void read(true) };
}

/** A list of any length: only what is seen is drawn, the rest is read when somebody comes near it. On a phone rows are cards. */
export function List<Row, Data, Variables extends object>({ query, variables, pick, columns, to, kinds, rowKey, label }: {
  query: TypedDocumentNode<Data, Variables & { first: number; after?: string | null }>;
  variables: Variables;
  pick: (data: Data) => Connection<Row>;
  columns: Column<Row>[];
  to: (row: Row) => string;
  kinds: NonNullable<Change['kind']>[];
  rowKey: (row: Row) => string;
  label: string;
}) {
  const words = useWords(partWords);
  const frame = useWords(frameWords);
  const { language } = useLanguage();
  const { rows, more, total, fetching, error, next, again } = usePages(query, variables, pick);
  const scroll = useRef<HTMLDivElement>(null);
  const [changed, setChanged] = useState(false);
  const [cards, setCards] = useState(() => narrow().matches);
  useEffect(() => {
    const media = narrow();
    const follow = () => setCards(media.matches);
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);

  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroll.current, estimateSize: () => (cards ? columns.length * lineHeight + cardPadding : rowHeight), overscan: 8 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are measured again when they become cards.
  useEffect(() => void virtual.measure(), [cards, virtual]);
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && !fetching && !error && rows.length > 0 && last > rows.length - page / 2) next();
  });

  // Who has not scrolled sees the change at once; under whoever has, the list stays still and says so.
  useChanges((change) => change.kind !== null && kinds.includes(change.kind), () => {
    if ((scroll.current?.scrollTop ?? 0) < rowHeight) again();
    else setChanged(true);
  });
  const refresh = () => {
    setChanged(false);
    scroll.current?.scrollTo({ top: 0 });
    again();
  };

  const template = { gridTemplateColumns: columns.map((column) => column.width).join(' ') };
  return (
    <section className="list" aria-label={label}>
      <div className="list-state" role="status">
        {total !== undefined && <span>{words.total(count(total))}</span>}
        {changed && <Button type="link" size="small" onClick={refresh}>{words.changed}</Button>}
      </div>
      {error && <Alert className="not-loaded" type="error" showIcon role="alert" title={faultOf(error, frame)} action={<Button size="small" onClick={again}>{frame.retry}</Button>} />}
      {rows.length === 0 && fetching && <Skeleton active paragraph={{ rows: 8 }} title={false} />}
      {rows.length === 0 && !fetching && !error && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.nothing} />}
      {rows.length > 0 && (
        <div role="table" aria-label={label} aria-rowcount={total ?? -1} className={cards ? 'list-table cards' : 'list-table'} lang={language === 'zh' ? 'zh-CN' : 'en'}>
          {!cards && (
            <div role="rowgroup">
              <div role="row" className="list-head" style={template}>{columns.map((column) => <div role="columnheader" key={column.key}>{column.title}</div>)}</div>
            </div>
          )}
          <div ref={scroll} className="list-scroll" role="rowgroup" tabIndex={0}>
            <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
              {shown.map(({ index, start, size }) => {
                const row = rows[index]!;
                return (
                  <div role="row" aria-rowindex={index + 1} key={rowKey(row)} className="list-row" style={{ ...(cards ? {} : template), height: size, transform: `translateY(${start}px)` }}>
                    {columns.map((column, place) => (
                      <div role="cell" key={column.key} className="list-cell">
                        {cards && place > 0 && <span className="quiet">{column.title}：</span>}
                        {place === 0 ? <Link to={to(row)}>{column.render(row)}</Link> : column.render(row)}
                      </div>
                    ))}
                  </div>
                );
              })}
            </div>
          </div>
        </div>
      )}
    </section>
  );
}
