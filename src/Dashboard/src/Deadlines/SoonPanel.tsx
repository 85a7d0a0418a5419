import { Fragment, useState } from 'react';
import { graphql, type ResultOf, type VariablesOf } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { useSession } from '../app/session';
import { Due } from '../parts/Due';
import type { Viewer } from '../parts/home';
import { ListPanel } from '../parts/ListPanel';
import { useMarks } from '../parts/marks';
import { subjectName, SubjectLink } from '../parts/Subject';
import { useTerms } from '../parts/Term';
import { addDays, count, endOf } from '../parts/time';
import { deadlineWords } from './words';

const due = graphql(
  `
  query DueSoon($section: StringOperationFilterInput, $kinds: [DeadlineKind!]!, $now: DateTime!, $until: DateTime!) {
    deadlines(first: 20, where: { section: $section, kind: { in: $kinds }, dueAt: { gte: $now, lt: $until } }) {
      totalCount nodes { kind dueAt rule subject { ...SubjectName } }
    }
  }
`,
  [subjectName],
);

const week = 7;

// Warnings and notices are due too, but ask nobody for anything.
const isOwed = (kind: string) => !/_(WARNING|NOTICE|LICENCE_CHANGE)$/.test(kind);

type Row = ResultOf<typeof due>['deadlines']['nodes'][number];

/** What is due at one instant by one rule, such as every section's report of a day, is one row. */
function together(rows: Row[]): [Row, ...Row[]][] {
  const keyOf = ({ kind, dueAt, rule }: Row) => `${kind} ${dueAt} ${rule}`;
  const groups = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row] as [Row, ...Row[]]);
  return [...groups.values()];
}

/** What is due within a week, the next first. */
export default function SoonPanel({ viewer: { section, today } }: { viewer: Viewer }) {
  const words = useWords(deadlineWords);
  const marks = useMarks();
  const { term, options } = useTerms('DeadlineKind');
  const { now } = useSession();
  // One instant for as long as the page is open, or each drawing would ask anew.
  const [at] = useState(() => now().toISOString());
  const kinds = options.map(({ value }) => value).filter(isOwed) as VariablesOf<typeof due>['kinds'];
  const asked = { section: section ? { eq: section } : null, kinds, now: at, until: endOf(addDays(today, week)) };
  const { data, error, fetching, again } = useLiveQuery(due, asked, ['CASE', 'RECTIFICATION', 'INSPECTION', 'LICENCE', 'CRIME_TRANSFER']);
  return (
    <ListPanel
      title={words.due}
      extra={data && count(data.deadlines.totalCount)}
      rows={together(data?.deadlines.nodes ?? [])}
      keyOf={([one]) => `${one.subject.id}${one.kind}${one.dueAt}`}
      empty={words.noDue}
      fetching={fetching}
      error={error}
      again={again}
    >
      {([one, ...others]) => (
        <>
          <span className="main">
            <b>{term(one.kind)}</b>{' '}
            {[one, ...others].map(({ subject }, place) => (
              <Fragment key={subject.id}>
                {place > 0 && marks.comma}
                <SubjectLink subject={subject} withDetail={others.length === 0} />
              </Fragment>
            ))}
            <div className="quiet">{one.rule}</div>
          </span>
          <Due at={one.dueAt} />
        </>
      )}
    </ListPanel>
  );
}
