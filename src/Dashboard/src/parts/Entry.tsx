import { Tag } from 'antd';
import { graphql, type ResultOf } from '../app/graphql';
import { useWords } from '../app/language';
import { useCodeName } from './concepts';
import { useMarks } from './marks';
import { timeOf } from './time';
import { unbrokenText } from './unbrokenText';
import { partWords } from './words';

export const entryFields = graphql(`
  fragment EntryFields on JournalEntry {
    id number at effectiveOn isEnteredLate kind summary reason actorName actor { displayName } section basis documentNumber
  }
`);

export type Entry = ResultOf<typeof entryFields>;

/**
 * Entries, latest first, where what reckoned clocks anew stands with the step that it followed from: both are of one commit, and by itself
 * it says nothing.
 */
export function withClocks<One extends Pick<Entry, 'kind' | 'at' | 'summary'>>(entries: readonly One[]): (One & { clocks?: string })[] {
  const kept: (One & { clocks?: string })[] = [];
  let clocks: One | undefined;
  for (const entry of entries) {
    const isClocks = entry.kind.endsWith('.clocks-reckoned');
    if (clocks && (isClocks || clocks.at !== entry.at)) {
      kept.push(clocks);
      clocks = undefined;
    }
    if (isClocks) clocks = entry;
    else {
      kept.push(clocks ? { ...entry, clocks: clocks.summary } : entry);
      clocks = undefined;
    }
  }
  return clocks ? [...kept, clocks] : kept;
}

// What clocks do is done in this user's name.
export const systemUser = 'system';

/** Who did something, by the name that people know; the user name is the hint. */
export function ActorName({ of: { actor, actorName } }: { of: { actor: { displayName: string } | null; actorName: string } }) {
  const words = useWords(partWords);
  return <span title={actorName}>{actorName === systemUser ? words.system : (actor?.displayName ?? actorName)}</span>;
}

/** One entry: what happened, by whom, on what basis. */
export function EntryText({ entry }: { entry: Entry & { clocks?: string } }) {
  const words = useWords(partWords);
  const section = useCodeName('section');
  const marks = useMarks();
  return (
    <>
      <div>
        {unbrokenText(entry.summary)}
        {entry.clocks && <span className="quiet"> · {entry.clocks}</span>}
        {entry.isEnteredLate && (
          <>
            {' '}
            <Tag color="orange">{words.enteredLate}</Tag>
          </>
        )}
      </div>
      <div className="quiet">
        {unbrokenText(timeOf(entry.at))}
        {entry.isEnteredLate && (
          <>
            {' '}
            · {words.doneOn}{marks.colon}{unbrokenText(entry.effectiveOn)}
          </>
        )}
        {' · '}
        <ActorName of={entry} />
        {entry.section && marks.inBrackets(section(entry.section))}
        {entry.reason && !entry.summary.includes(entry.reason) && (
          <>
            {' '}
            · {words.reason}{marks.colon}{entry.reason}
          </>
        )}
        {entry.basis && (
          <>
            {' '}
            · {words.basis}{marks.colon}{entry.basis}
          </>
        )}
        {entry.documentNumber && (
          <>
            {' '}
            · {words.document}{marks.colon}{unbrokenText(entry.documentNumber)}
          </>
        )}
      </div>
    </>
  );
}
