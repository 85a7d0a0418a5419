import { Link, useParams } from 'react-router';
import { graphql, type ResultOf } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { useSession } from '../app/session';
import { Card } from '../parts/Card';
import type { CommandName } from '../parts/command';
import { Commands, otherCommands } from '../parts/Commands';
import { DeadlineRows } from '../parts/DeadlineRows';
import { Facts } from '../parts/Facts';
import { History } from '../parts/History';
import { Instead } from '../parts/Instead';
import { Page } from '../parts/Page';
import { Standing } from '../parts/Standing';
import { Term } from '../parts/Term';
import { timeOf } from '../parts/time';
import { useSectionName } from '../Sections/sectionNames';
import { dailyColumns, dailyFigures, factsOf, Figures, said, type Column, type Scope } from './Figures';
import { dailyWords } from './words';

const statementOf = graphql(
  `
  fragment StatementOfDay on DailyStatement {
    submittedAt submittedBy { userName displayName } narrative isNil figures { ...DailyFigures }
    findings { kind figure { ...DailyFigures } } cases { number title }
  }
`,
  [dailyFigures],
);

const file = graphql(
  `
  query DailyReportFile($number: String!) {
    dailyReport(number: $number) {
      id version number section day status recordedAfter recordedUntil leftToOthers othersInCharge { message }
      deadlines { kind dueAt rule } columns { ...DailyColumns } recorded { ...DailyFigures }
      statement { ...StatementOfDay }
      versions { number hash reason basis statement { submittedAt submittedBy { displayName } }
        changes { column productClass { code name } isTotal before after } }
    }
  }
`,
  [statementOf, dailyColumns, dailyFigures],
);

const next: Record<string, CommandName[]> = {
  OPEN: ['submitDailyReport'],
  MISSING: ['submitDailyReport'],
  FROZEN: ['correctDailyReport'],
  LATE: ['correctDailyReport'],
};

const others = otherCommands('dailyReport', [], ['startDailyReports', 'submitDailyReport', 'correctDailyReport']);

/** A section's report of a day: what is recorded, what the section says of it, and how that was put right. */
export default function DailyReport() {
  const words = useWords(dailyWords);
  const { me } = useSession();
  const sectionName = useSectionName();
  const number = useParams().number ?? '';
  const { data, error, fetching, again } = useLiveQuery(file, { number }, ['DAILY_REPORT']);
  const one = data?.dailyReport;
  if (data && !one) return <Instead why={words.notFound} />;
  const statement = one?.statement;
  // Whoever submitted it may say it otherwise until 14:00.
  const isOwn = one?.status === 'SUBMITTED' && statement?.submittedBy?.userName === me?.userName;
  const isOpen = one?.status === 'OPEN' || one?.status === 'SUBMITTED';
  return (
    <Page title={one ? words.of(sectionName(one.section), one.day) : words.title}
      remark={one && <>{number} <Term of="DailyReportStatus" value={one.status} /></>}
      extra={one && <Commands next={isOwn ? ['submitDailyReport'] : (next[one.status] ?? [])}
        others={isOpen ? others : []} closed={one.othersInCharge}
        initial={statement ? { submitDailyReport: begun(statement), correctDailyReport: begun(statement) } : {}}
        target={{ subject: 'dailyReport', id: one.id, version: one.version, leftToOthers: one.leftToOthers, fixed: { number } }} />}>
      <Standing fetching={fetching} error={error} again={again} rows={12}>
        {one && (
          <div className="cards-grid">
            <div className="two-thirds stack">
              <Card>
                <Facts items={[
                  { key: 'after', label: words.recordedAfter, children: timeOf(one.recordedAfter) },
                  { key: 'until', label: words.recordedUntil, children: timeOf(one.recordedUntil) },
                  { key: 'said', label: words.said, children: statement?.submittedBy?.displayName ?? '—' },
                  { key: 'saidAt', label: words.saidAt, children: statement ? timeOf(statement.submittedAt) : '—' },
                  ...(statement?.isNil ? [{ key: 'nil', label: words.nil, children: '✓' }] : []),
                  ...(statement?.narrative
                    ? [{ key: 'narrative', label: words.narrative, span: 'filled' as const, children: statement.narrative }]
                    : []),
                ]} />
              </Card>
              <Card title={words.figures}>
                {!statement && <p className="quiet">{words.live}</p>}
                {one.status === 'FROZEN' && <p className="quiet">{words.sinceSubmitted}</p>}
                <Figures columns={one.columns} figures={statement?.figures ?? one.recorded} of={one} />
              </Card>
              {statement && statement.findings.length > 0 && <Findings of={statement.findings} columns={one.columns} scope={one} />}
              {statement && statement.cases.length > 0 && (
                <Card title={words.cases}>
                  <ul className="rows">{statement.cases.filter((each) => each !== null).map((each) => (
                    <li key={each.number}><span className="main"><Link to={`/cases/${each.number}`}>{each.title}</Link></span></li>
                  ))}</ul>
                </Card>
              )}
              {one.versions.length > 0 && <Versions of={one.versions} columns={one.columns} />}
            </div>
            <div className="third stack"><Card title={words.clocks}><DeadlineRows deadlines={one.deadlines} /></Card></div>
            <Card className="two-thirds" title={words.history}><History subject={one.id} kinds={['DAILY_REPORT']} /></Card>
          </div>
        )}
      </Standing>
    </Page>
  );
}

type Statement = ResultOf<typeof statementOf>;
type Version = NonNullable<ResultOf<typeof file>['dailyReport']>['versions'][number];

/** What a correction begins with: what stands. */
const begun = ({ isNil, narrative, figures }: Statement) => ({
  isNil,
  narrative: narrative ?? undefined,
  figures: figures
    .filter(({ isManual }) => isManual)
    .map(({ column, value, note }) => ({ column, value: Number(value), note: note ?? '' })),
});

/** What the section says otherwise than is recorded, and what was entered late; each opens its records. */
function Findings({ of, columns, scope }: { of: Statement['findings']; columns: Column[]; scope: Scope }) {
  const words = useWords(dailyWords);
  return (
    <Card title={words.findings}>
      <ul className="rows">{of.map(({ kind, figure }) => {
        const column = columns.find(({ code }) => code === figure.column);
        return (
          <li key={`${kind} ${figure.column}`}>
            <span className="main">
              <Term of="DailyFindingKind" value={kind} />{' '}
              <Link to={factsOf(scope, column, kind === 'LATE_ENTRY')}>{column?.heading}</Link>
              <div className="quiet">
                {kind === 'LATE_ENTRY'
                  ? words.late(said(column, figure.lateValue))
                  : kind === 'RECORDED_SINCE'
                  ? `${words.saidOf(said(column, figure.value))} · ${words.since(said(column, figure.recordedSince))}`
                  : `${words.saidOf(said(column, figure.value))} · ${words.recorded(said(column, figure.recorded))}`}
              </div>
            </span>
          </li>
        );
      })}</ul>
    </Card>
  );
}

function Versions({ of, columns }: { of: Version[]; columns: Column[] }) {
  const words = useWords(dailyWords);
  const columnOf = (code: string) => columns.find((column) => column.code === code);
  return (
    <Card title={words.versions}>
      <ul className="rows">{of.map((version) => (
        <li key={version.number}>
          <span className="main">
            {words.version(version.number)} {version.reason}
            <div className="quiet">{timeOf(version.statement.submittedAt)} · {version.statement.submittedBy?.displayName}</div>
            {version.changes.map(({ column, productClass, isTotal, before, after }) => (
              <div key={`${column} ${isTotal ? '' : productClass?.code}`}>
                {words.change(
                  `${columnOf(column)?.heading} ${isTotal ? words.total : (productClass?.name ?? words.noClass)}`,
                  said(columnOf(column), before),
                  said(columnOf(column), after),
                )}
              </div>
            ))}
            <div className="quiet break">{words.hash} {version.hash}</div>
          </span>
        </li>
      ))}</ul>
    </Card>
  );
}
