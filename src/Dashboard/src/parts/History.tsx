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
    id number at effectiveOn isEnteredLate kind summary actorName actor { displayName } section basis documentNumber
  }
`);

export type Entry = ResultOf<typeof entryFields>;

const history = graphql(`
  query History($subject: ID!, $first: Int!) { journal(subject: $subject, first: $first) { nodes { ...EntryFields } pageInfo { hasNextPage } totalCount } }
`, [entryFields]);

// What clocks do is done in this user's name.
const systemUser = 'system';

/** Who did something, by the name that people know; the user name is the hint. */
export function ActorName({ of: { actor, actorName } }: { of: { actor: { displayName: string } | null; actorName: string } }) {
  const words = useWords(partWords);
  return <span title={actorName}>{actorName === systemUser ? words.system : actor?.displayName ?? actorName}</span>;
}

/** One entry: what happened, by whom, on what basis. */
export function EntryText({ entry }: { entry: Entry }) {
  const words = useWords(partWords);
  const section = useCodeName('section');
  return (
    <>
      <div>{entry.summary}{entry.isEnteredLate && <> <Tag color="orange">{words.enteredLate}</Tag></>}</div>
      <div className="quiet">
        {timeOf(entry.at)}{entry.isEnteredLate && <> · {words.doneOn}：{entry.effectiveOn}</>}{' · '}
        <ActorName of={entry} />{entry.section && `（${section(entry.section)}）`}
        {entry.basis && <> · {words.basis}：{entry.basis}</>}
        {entry.documentNumber && <> · {words.document}：{entry.documentNumber}</>}
      </div>
    </>
  );
}

export function EntryLine({ entries }: { entries: Entry[] }) {
  return <Timeline items={entries.map((entry) => ({ key: entry.id, content: <EntryText entry={entry} /> }))} />;
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
