import { useState } from 'react';
import { Button, Timeline } from 'antd';
import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { type Entry, EntryText, entryFields, systemUser, withClocks } from './Entry';
import { Standing } from './Standing';
import { timeOf } from './time';
import { partWords } from './words';

const history = graphql(
  `
  query History($subject: ID!, $first: Int!) { journal(subject: $subject, first: $first) { nodes { ...EntryFields } pageInfo { hasNextPage } totalCount } }
`,
  [entryFields],
);

const isOfSystem = ({ actorName }: Entry) => actorName === systemUser;

/** Entries, latest first; what the system did by itself in a row is one line that opens. */
export function EntryLine({ entries }: { entries: Entry[] }) {
  const groups: ReturnType<typeof withClocks<Entry>>[] = [];
  for (const entry of withClocks(entries)) {
    const last = groups.at(-1);
    if (last && isOfSystem(entry) && isOfSystem(last[0]!)) last.push(entry);
    else groups.push([entry]);
  }
  return (
    <Timeline
      items={groups.map((group) => ({
        key: group[0]!.id,
        content: group.length > 1 ? <Folded entries={group} /> : <EntryText entry={group[0]!} />,
      }))}
    />
  );
}

function Folded({ entries }: { entries: Entry[] }) {
  const words = useWords(partWords);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="link" size="small" className="flush" aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.bySystem(entries.length)}
      </Button>
      <span className="quiet">
        {' '}
        {timeOf(entries.at(-1)!.at)}
        {timeOf(entries[0]!.at) !== timeOf(entries.at(-1)!.at) && ` — ${timeOf(entries[0]!.at)}`}
      </span>
      {open && (
        <ul className="plain">
          {entries.map((entry) => (
            <li key={entry.id}>
              <EntryText entry={entry} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The journal of one subject. */
export function History({ subject, kinds }: { subject: string; kinds: Parameters<typeof useLiveQuery>[2] }) {
  const words = useWords(partWords);
  const [first, setFirst] = useState(20);
  const { data, error, fetching, again } = useLiveQuery(history, { subject, first }, kinds);
  return (
    <Standing fetching={fetching} error={error} again={again} empty={data?.journal.nodes.length === 0}>
      <EntryLine entries={data?.journal.nodes ?? []} />
      {data?.journal.pageInfo.hasNextPage && <Button onClick={() => setFirst(Math.min(first + 60, 200))}>{words.older}</Button>}
    </Standing>
  );
}
