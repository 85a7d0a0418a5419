import { useState } from 'react';
import { flushSync } from 'react-dom';
import { Button, Empty, Tag } from 'antd';
import type { CombinedError } from 'urql';
import { Link } from 'react-router';
import { useLanguage, useWords } from '../app/language';
import { useSession } from '../app/session';
import { Card } from '../parts/Card';
import { Due } from '../parts/Due';
import { byDue, type CountedList, type WorkRow } from '../parts/home';
import { useMarks } from '../parts/marks';
import { useRoomForColumns } from '../parts/narrow';
import { PlainTable } from '../parts/PlainTable';
import { Standing } from '../parts/Standing';
import { count } from '../parts/time';
import { useTextFilter } from '../parts/useTextFilter';
import { todayWords } from './words';

interface Row extends WorkRow {
  key: string;
  list: CountedList;
}

const shownAtFirst = 8;

/** What waits for whoever is signed in: one table of all of it, the nearest day first, above the lists that it comes from. */
export function Waiting({
  lists,
  standing,
}: {
  lists: CountedList[];
  standing: { fetching: boolean; error: CombinedError | undefined; again: () => void };
}) {
  const words = useWords(todayWords);
  const { language } = useLanguage();
  const [only, setOnly] = useState('');
  const [all, setAll] = useState(false);
  const { now } = useSession();
  const isWide = useRoomForColumns();
  const some = lists.filter(({ total }) => total > 0);
  const mine = some.filter(({ list }) => list.kind === 'work');
  const chosen = mine.find(({ list }) => list.title.zh === only);
  const waiting = rowsOf(chosen ? [chosen] : mine);
  const { box, filter, isOn } = useTextFilter<Row>(({ name, detail, step }) => `${name} ${detail ?? ''} ${step.title}`);
  const rows = filter(waiting);
  const counted = chosen ? [chosen] : mine;
  const sum = (of: (one: CountedList) => number) => counted.reduce((before, one) => before + of(one), 0);
  const stock = some.filter(({ list }) => list.kind === 'stock').reduce((before, one) => before + one.total, 0);
  // What stands in two of the lists is counted once, as far as both show it.
  const total = sum((one) => one.total) - (sum((one) => one.rows.length) - waiting.length);
  // Whoever looks for something is shown each that has it.
  const lines = isOn ? rows : folded(rows, now(), words.othersLate);
  const shown = all ? lines : lines.slice(0, shownAtFirst);
  // The button goes away; whoever pressed it by a key goes on at the first row that has come.
  const showAll = () => {
    flushSync(() => setAll(true));
    document.querySelectorAll<HTMLElement>('.waiting .work-subject a')[shownAtFirst]?.focus();
  };
  if (lists.length === 0 && !standing.fetching && !standing.error) return null;
  return (
    <Card title={words.waitingTitle} className="gap-below waiting" extra={
        <span role="status">
          {count(total)}
          {stock > 0 && <span className="quiet"> · {words.inOneGo(count(stock))}</span>}
        </span>
      }>
      <Standing {...standing}>
        {waiting.length > shownAtFirst && <div className="filters">{box}</div>}
        {rows.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={isOn ? words.noneFound : words.noWaiting} />
        ) : isWide ? (
          <WorkTable rows={shown} />
        ) : (
          <WorkRows rows={shown} />
        )}
        {lines.length > shown.length && (
          <Button type="link" onClick={showAll}>
            {words.more(lines.length - shown.length)}
          </Button>
        )}
        {total > waiting.length && <p className="quiet">{words.beginning(waiting.length, total)}</p>}
        {some.length > 0 && (
          <ul className="work-lists" aria-label={words.lists}>
            {some.map((one) => (
              <li key={one.list.title.zh}>
                {one.list.kind === 'work' && mine.length > 1 && (
                  <Button
                    size="small"
                    type={one === chosen ? 'primary' : 'default'}
                    aria-pressed={one === chosen}
                    aria-label={words.onlyThese(one.list.title[language])}
                    onClick={() => setOnly(one === chosen ? '' : one.list.title.zh)}
                  >
                    {words.only}
                  </Button>
                )}
                <Link to={one.to} className="figure-line">
                  {one.list.title[language]} <Tag color={one.list.kind === 'work' ? 'blue' : undefined}>{count(one.total)}</Tag>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Standing>
    </Card>
  );
}

// A piece of work may stand in two lists, such as what the head of a section holds and what the head decides on: it is shown once.
function rowsOf(lists: CountedList[]): Row[] {
  const rows = lists.flatMap((list) => list.rows.map((row) => ({ ...row, key: `${row.id}${row.step.to}`, list })));
  return [...new Map(rows.map((row) => [row.key, row])).values()].toSorted(byDue);
}

// What is late by the dozen would push what is due today out of sight: the first of it stands for itself, the others are one row.
function folded(rows: Row[], now: Date, othersLate: (n: number) => string): Row[] {
  const late = rows.filter(({ due, alike }) => alike && due && new Date(due) <= now);
  return rows.flatMap((row) => {
    const { alike: step } = row;
    const [, ...others] = late.filter(({ alike }) => alike?.to === step?.to);
    const place = others.length > 1 ? others.indexOf(row) : -1;
    if (!step || place < 0) return [row];
    const alike = { key: step.to, to: step.to, name: othersLate(others.length), detail: null, since: null, term: null, step };
    return place > 0 ? [] : [{ ...row, ...alike }];
  });
}

function WorkTable({ rows }: { rows: Row[] }) {
  const words = useWords(todayWords);
  return (
    <PlainTable<Row>
      rows={rows}
      rowKey={({ key }) => key}
      orderedBy="due"
      columns={[
        {
          title: words.subject,
          key: 'subject',
          sorter: (a, b) => a.name.localeCompare(b.name, 'zh'),
          render: (row) => <Subject of={row} />,
        },
        {
          title: words.step,
          key: 'step',
          width: 200,
          sorter: (a, b) => a.step.title.localeCompare(b.step.title, 'zh'),
          render: (row) => <Step of={row} />,
        },
        {
          title: words.since,
          key: 'since',
          width: 120,
          sorter: (a, b) => (a.since ?? '').localeCompare(b.since ?? ''),
          render: (row) => row.since ?? '—',
        },
        {
          title: words.due,
          key: 'due',
          width: 220,
          sorter: byDue,
          render: (row) => (row.due ? <Due at={row.due} term={row.term} /> : '—'),
        },
      ]}
    />
  );
}

function WorkRows({ rows }: { rows: Row[] }) {
  const words = useWords(todayWords);
  return (
    <ul className="rows work-rows">
      {rows.map((row) => (
        <li key={row.key}>
          <span className="main">
            <Subject of={row} />
            {row.since && (
              <span className="quiet">
                {words.since} {row.since}
              </span>
            )}
          </span>
          {row.due && <Due at={row.due} term={row.term} />}
          <Step of={row} />
        </li>
      ))}
    </ul>
  );
}

function Subject({ of: { to, name, detail } }: { of: Row }) {
  return (
    <div className="work-subject">
      <div>
        <Link to={to}>{name}</Link>
      </div>
      {detail && <div className="quiet">{detail}</div>}
    </div>
  );
}

/** The step as a link to where it is taken. */
function Step({ of: { step, name } }: { of: Row }) {
  const marks = useMarks();
  return (
    <Link to={step.to} className="work-step" aria-label={`${step.title}${marks.colon}${name}`}>
      {step.title}
    </Link>
  );
}
