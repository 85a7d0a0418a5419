import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { Card } from '../parts/Card';
import { ActorName, entryFields, withClocks } from '../parts/Entry';
import type { Viewer } from '../parts/home';
import { Standing } from '../parts/Standing';
import { openSubjectName, subjectName, SubjectLink } from '../parts/Subject';
import { timeOf } from '../parts/time';
import { journalWords } from './words';

const latest = graphql(`query Latest { journal(first: 20) { nodes { ...EntryFields subject { ...SubjectName } } } }`, [
  entryFields,
  subjectName,
]);
const openLatest = graphql(`query OpenLatest { journal(first: 20) { nodes { ...EntryFields subject { ...OpenSubjectName } } } }`, [
  entryFields,
  openSubjectName,
]);

const shown = 10;

/** What was done last, as far as the reader may see it. */
export default function LatestPanel({ viewer: { may } }: { viewer: Viewer }) {
  const words = useWords(journalWords);
  const query = may('cases') ? latest : (openLatest as unknown as typeof latest);
  const { data, error, fetching, again } = useLiveQuery(query, {}, 'any');
  return (
    <Card title={words.latest}>
      <Standing fetching={fetching} error={error} again={again}>
        <ul className="rows" aria-live="polite">
          {withClocks(data?.journal.nodes ?? []).slice(0, shown).map((entry) => (
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
