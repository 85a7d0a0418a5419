import { useState } from 'react';
import { Button, Tag, Timeline } from 'antd';
import { graphql, type ResultOf } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { useCodeName } from './concepts';
import { Standing } from './Standing';
import { timeOf } from './time';
import { partWords } from './words';

export const entryFields = graphql(`
  fragment EntryFields on JournalEntry {
    id number at effectiveOn isEnteredLate kind summary reason actorName actor { displayName } section basis documentNumber
  }
`);

export type Entry = ResultOf<typeof entryFields>;

const history = graphql(
  `
  query History($subject: ID!, $first: Int!) { journal(subject: $subject, first: $first) { nodes { ...EntryFields } pageInfo { hasNextPage } totalCount } }
`,
  [entryFields],
);

// What clocks do is done in this user's name.
const systemUser = 'system';

/** Who did something, by the name that people know; the user name is the hint. */
export function ActorName({ of: { actor, actorName } }: { of: { actor: { displayName: string } | null; actorName: string } }) {
  const words = useWords(partWords);
  return <span title={actorName}>{actorName === systemUser ? words.system : (actor?.displayName ?? actorName)}</span>;
}

/** One entry: what happened, by whom, on what basis. */
export function EntryText({ entry }: { entry: Entry }) {
  const words = useWords(partWords);
  const section = useCodeName('section');
  return (
    <>
      <div>
        {entry.summary}
        {entry.isEnteredLate && (
          <>
            {' '}
            <Tag color="orange">{words.enteredLate}</Tag>
          </>
        )}
      </div>
      <div className="quiet">
        {timeOf(entry.at)}
        {entry.isEnteredLate && (
          <>
            {' '}
            · {words.doneOn}：{entry.effectiveOn}
          </>
        )}
        {' · '}
        <ActorName of={entry} />
        {entry.section && `（${section(entry.section)}）`}
        {entry.reason && !entry.summary.includes(entry.reason) && (
          <>
            {' '}
            · {words.reason}：{entry.reason}
          </>
        )}
        {entry.basis && (
          <>
            {' '}
            · {words.basis}：{entry.basis}
          </>
        )}
        {entry.documentNumber && (
          <>
            {' '}
            · {words.document}：{entry.documentNumber}
          </>
        )}
      </div>
    </>
  );
}

const isOfSystem = ({ actorName }: Entry) => actorName === systemUser;

/** Entries, latest first; what the system did by itself in a row is one line that opens. */
export function EntryLine({ entries }: { entries: Entry[] }) {
  const groups: Entry[][] = [];
  for (const entry of entries) {
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
