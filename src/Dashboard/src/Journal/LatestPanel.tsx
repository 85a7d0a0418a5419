import { graphql, type ResultOf } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { Card } from '../parts/Card';
import { ActorName, entryFields, systemUser, withClocks } from '../parts/Entry';
import type { Viewer } from '../parts/home';
import { Standing } from '../parts/Standing';
import { openSubjectName, subjectName, SubjectLink } from '../parts/Subject';
import { timeOf } from '../parts/time';
import { partWords } from '../parts/words';
import { journalWords } from './words';

const latest = graphql(`query Latest { journal(first: 60) { nodes { ...EntryFields subject { ...SubjectName } } } }`, [
  entryFields,
  subjectName,
]);
const openLatest = graphql(`query OpenLatest { journal(first: 60) { nodes { ...EntryFields subject { ...OpenSubjectName } } } }`, [
  entryFields,
  openSubjectName,
]);

const shown = 10;

type Latest = ResultOf<typeof latest>['journal']['nodes'][number];

/** What the system did by itself in a row is one line: it opens a report for every section each morning. */
function inRuns(entries: Latest[]): [Latest, ...Latest[]][] {
  const runs: [Latest, ...Latest[]][] = [];
  for (const entry of entries) {
    const last = runs.at(-1);
    if (last && [last[0], entry].every(({ actorName }) => actorName === systemUser)) last.push(entry);
    else runs.push([entry]);
  }
  return runs;
}

/** What was done last, as far as the reader may see it. */
export default function LatestPanel({ viewer: { may } }: { viewer: Viewer }) {
  const words = useWords(journalWords);
  const part = useWords(partWords);
  const query = may('cases') ? latest : (openLatest as unknown as typeof latest);
  const { data, error, fetching, again } = useLiveQuery(query, {}, 'any');
  return (
    <Card title={words.latest}>
      <Standing fetching={fetching} error={error} again={again}>
        <ul className="rows" aria-live="polite">
          {inRuns(withClocks(data?.journal.nodes ?? [])).slice(0, shown).map(([entry, ...others]) => others.length > 0 ? (
            <li key={entry.id}>
              <span className="main">{part.bySystem(others.length + 1)}</span>
              <span className="quiet">{timeOf(entry.at)}</span>
            </li>
          ) : (
            <li key={entry.id}>
              <span className="main">
                <SubjectLink subject={entry.subject} withDetail /> {entry.summary}
              </span>
              <span className="quiet">
                <ActorName of={entry} /> · {timeOf(entry.at)}
              </span>
            </li>
          ))}
        </ul>
      </Standing>
    </Card>
  );
}
