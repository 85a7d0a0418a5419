import { useEffect } from 'react';
import { DatePicker, Empty } from 'antd';
import dayjs from 'dayjs';
import { Link } from 'react-router';
import { graphql, type ResultOf } from '../app/graphql';
import { useWords } from '../app/language';
import { useChanges } from '../app/live';
import { useSession } from '../app/session';
import { Card } from '../parts/Card';
import { Commands } from '../parts/Commands';
import { Filters, OnlyIf } from '../parts/Filters';
import { Page } from '../parts/Page';
import { Standing } from '../parts/Standing';
import { Term } from '../parts/Term';
import { addDays, dayOf, isDay } from '../parts/time';
import { useFilters } from '../parts/useFilters';
import { usePages } from '../parts/usePages';
import { SectionSelect } from '../Sections/SectionSelect';
import { useSectionName } from '../Sections/sectionNames';
import { dailyFilters, dailyWhere } from './filters';
import { dailyReportPath } from './path';
import { dailyWords } from './words';

const reports = graphql(`
  query DailyReportMatrix($first: Int!, $after: String, $where: DailyReportFilterInput) {
    dailyReports(first: $first, after: $after, order: [{ day: DESC }], where: $where) {
      nodes { id number section day status isNil byHand differing versionCount }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

type Report = ResultOf<typeof reports>['dailyReports']['nodes'][number];

// Two working weeks.
const daysShown = 13;

/** The reports of all sections, day by day: which came in time, which late, which are missing. */
export default function DailyReports() {
  const words = useWords(dailyWords);
  const { now } = useSession();
  const sectionName = useSectionName();
  const { values, set, clear, any } = useFilters(dailyFilters);
  // An address may have been typed; a report may be open for a day to come.
  const until = isDay(values.until) ? values.until : null;
  const last = until ?? dayOf(now());
  const { rows: found, more, fetching, error, next, again } = usePages(
    reports,
    {
      where: {
        ...dailyWhere(values),
        day: values.owed ? null : { gte: addDays(last, -daysShown), ...(until && { lte: until }) },
      },
    },
    (data) => data.dailyReports,
  );
  // A matrix with a hole would say that nobody reported: it is read to its end.
  const isRead = !more && !fetching;
  useEffect(() => {
    if (more && !fetching && !error) next();
  }, [more, fetching, error, next]);
  useChanges((change) => change.kind === 'DAILY_REPORT', again);
  const days = [...new Set(found.map(({ day }) => day))].toSorted().toReversed();
  const sections = [...new Set(found.map(({ section }) => section))].toSorted();
  const byPlace = new Map(found.map((one) => [`${one.section} ${one.day}`, one]));
  return (
    <Page title={words.title} remark={words.remark}
      extra={<Commands next={['startDailyReports']} target={{ fixed: {} }} />}>
      <Filters any={any} clear={clear}>
        <SectionSelect label={words.section} value={values.section} onChange={(section) => set({ section })} />
        <DatePicker aria-label={words.until} placeholder={words.until} value={until ? dayjs(until) : null}
          onChange={(day) => set({ until: day?.format('YYYY-MM-DD') ?? '' })} />
        <OnlyIf label={words.owedOnly} value={values.owed} onChange={(owed) => set({ owed })} />
      </Filters>
      <Card>
        <Standing fetching={!isRead && found.length === 0} error={error} again={again} rows={8}>
          {isRead && found.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.none} />}
          {found.length > 0 && (
            <div className="form-scroll" tabIndex={0} role="group" aria-label={words.matrix}>
              <table className="form-table">
                <thead>
                  <tr>
                    <th scope="col">{words.section}</th>
                    {days.map((day) => <th key={day} scope="col">{day}</th>)}
                  </tr>
                </thead>
                <tbody>
                  {sections.map((section) => (
                    <tr key={section}>
                      <th scope="row">{sectionName(section)}</th>
                      {days.map((day) => (
                        <td key={day} className="words">
                          <Cell of={byPlace.get(`${section} ${day}`)} name={words.of(sectionName(section), day)} />
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </Standing>
      </Card>
    </Page>
  );
}

/** How a report stands, and what is to be noticed of it; it opens the report. */
function Cell({ of, name }: { of: Report | undefined; name: string }) {
  const words = useWords(dailyWords);
  if (!of) return <span className="quiet">—</span>;
  const marks = [
    of.isNil && words.nil,
    of.differing > 0 ? words.differs : of.byHand > 0 && words.byHand,
    of.versionCount > 1 && words.corrected,
  ].filter((mark) => mark !== false);
  return (
    <>
      <Link to={dailyReportPath(of.number)} title={name}>
        <Term of="DailyReportStatus" value={of.status} />
        <span className="out-of-sight">{name}</span>
      </Link>
      {marks.map((mark) => <div key={mark} className="quiet">{mark}</div>)}
    </>
  );
}
