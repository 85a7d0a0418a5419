import { useState, type ReactNode } from 'react';
import { Button, Drawer, Tag } from 'antd';
import { useWords } from '../app/language';
import { CardTable } from './CardTable';
import { Commands } from './Commands';
import type { CommandName } from './command';
import type { Target } from './CommandForm';
import { History } from './History';
import { listedWords } from './listedWords';
import { Page } from './Page';
import type { TableColumn } from './PlainTable';
import { Standing } from './Standing';
import { useWholeList } from './useWholeList';

interface Entry { id: string; version: number; code: string; name: string; chineseName: string; englishName: string | null; isClosed: boolean; closedOn?: string | null }

/** A list of codes that an administrator keeps: its entries, and of the one that is chosen what can be done with it and what was. */
export function ListedPage<T extends Entry>({ title, remark, open, entries, fetching, error, again, columns, register, rename, close, subject, kind, more }: {
  title: string;
  remark: string;
  /** What an entry is that is not closed. */
  open: string;
  entries: T[] | undefined;
  columns: TableColumn<T>[];
  register: CommandName;
  rename: CommandName;
  close: CommandName;
  /** The field of the answers that shows the entry. */
  subject: Target['subject'];
  kind: Parameters<typeof History>[0]['kinds'];
  /** What the forms of registering again and of renaming begin with beside the names. */
  more?: (entry: T) => { register?: Record<string, unknown>; rename?: Record<string, unknown> };
} & Omit<Parameters<typeof Standing>[0], 'children' | 'rows' | 'empty'>) {
  const words = useWords(listedWords);
  const [chosen, setChosen] = useState<string | null>(null);
  const entry = entries?.find(({ id }) => id === chosen);
  const state = (one: T): ReactNode => (one.isClosed ? <><Tag>{words.closed}</Tag>{' '}{one.closedOn && <span className="quiet">{one.closedOn}</span>}</> : <Tag color="green">{open}</Tag>);
  const all: TableColumn<T>[] = [
    {
      title: words.name,
      key: 'name',
      text: (one) => one.name,
      render: (one) => <Button type="link" size="small" className="flush" onClick={() => setChosen(one.id)}>{one.name}</Button>,
    },
    ...columns,
    { title: words.state, key: 'state', render: state },
    { title: words.code, key: 'code', render: (one) => <code>{one.code}</code> },
  ];
  const { tools, shown } = useWholeList({ rows: entries ?? [], columns: all, label: title });
  return (
    <Page title={title} remark={remark} extra={<Commands next={[register]} target={{ fixed: {} }} />}>
      <Standing fetching={fetching} error={error} again={again} rows={8} empty={entries?.length === 0}>
        {tools}
        <CardTable<T> rows={shown} rowKey={({ id }) => id} columns={all} />
      </Standing>
      <Drawer open={!!entry} onClose={() => setChosen(null)} title={entry?.name} size={560} destroyOnHidden>
        {entry && (
          <div className="stack">
            <Commands next={entry.isClosed ? [register] : [rename, close]} titles={{ [register]: words.reopen }}
              target={{ subject, id: entry.id, version: entry.version, fixed: { code: entry.code } }}
              initial={{ [register]: { ...names(entry), ...more?.(entry).register }, [rename]: { ...names(entry), ...more?.(entry).rename } }} />
            <section><h2>{words.history}</h2><History subject={entry.id} kinds={kind} /></section>
          </div>
        )}
      </Drawer>
    </Page>
  );
}

const names = ({ chineseName, englishName }: Entry) => ({ name: chineseName, englishName });
