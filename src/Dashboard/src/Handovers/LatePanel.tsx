import { Link } from 'react-router';
import { graphql, type ResultOf } from '../app/graphql';
import { useLanguage, useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { useStaffName } from '../Accounts/staff';
import { Due } from '../parts/Due';
import type { Viewer } from '../parts/home';
import { ListPanel } from '../parts/ListPanel';
import { useMarks } from '../parts/marks';
import { subjectName, SubjectLink } from '../parts/Subject';
import { Term, termOwed, useTerms } from '../parts/Term';
import { count } from '../parts/time';
import { useSectionName } from '../Sections/sectionNames';
import { lateWorkPath } from './path';
import { statusOf } from './status';
import { workWords } from './words';

const late = graphql(
  `
  query LateWork($section: String) {
    openWork(first: 10, section: $section, late: true) {
      totalCount nodes { id kind number name status section officerNames dueAt dueTerm
        subject { ...SubjectName ... on Case { lateBy { step officer } } ... on CrimeTransfer { lateBy { step officer } } } }
    }
  }
`,
  [subjectName],
);

type Item = ResultOf<typeof late>['openWork']['nodes'][number];

/** The step that was missed, and whose it was. */
const missedOf = ({ subject }: Item) =>
  subject.__typename === 'Case' || subject.__typename === 'CrimeTransfer' ? subject.lateBy[0] : undefined;

/** What is late in the section or the bureau, the oldest first: which step, whose it is, and how many days. */
export default function LatePanel({ viewer: { section } }: { viewer: Viewer }) {
  const words = useWords(workWords);
  const { language } = useLanguage();
  const kind = useTerms('WorkKind');
  const [sectionName, name] = [useSectionName(), useStaffName()];
  const { data, error, fetching, again } = useLiveQuery(late, { section }, ['CASE', 'INSPECTION', 'RECTIFICATION', 'CRIME_TRANSFER']);
  const marks = useMarks();
  const found = data?.openWork;
  return (
    <ListPanel
      title={words.late}
      extra={found && <Link to={lateWorkPath(section)}>{words.whole(count(found.totalCount))}</Link>}
      rows={found?.nodes ?? []}
      keyOf={({ id }) => id}
      empty={words.noLate}
      fetching={fetching}
      error={error}
      again={again}
    >
      {(one) => {
        const missed = missedOf(one);
        const who = missed?.officer ? [missed.officer] : one.officerNames;
        return (
          <>
            <span className="main">
              <b>{missed?.step ?? kind.term(one.kind)}</b> {!missed && <Term of={statusOf[one.kind]} value={one.status} />}
              <SubjectLink subject={one.subject} withDetail />
              <div className="quiet">
                {who.map(name).join(marks.comma)}
                {!section && one.section && ` · ${sectionName(one.section)}`}
              </div>
            </span>
            {one.dueAt && <Due at={one.dueAt} term={missed ? null : termOwed(one.dueTerm, language)} />}
          </>
        );
      }}
    </ListPanel>
  );
}
