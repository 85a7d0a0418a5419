import { Link, useParams } from 'react-router';
import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { dailyReportPath } from '../DailyReports/path';
import { Card } from '../parts/Card';
import { CardTable } from '../parts/CardTable';
import type { CommandName } from '../parts/command';
import { Commands } from '../parts/Commands';
import { Facts } from '../parts/Facts';
import { History } from '../parts/History';
import { Instead } from '../parts/Instead';
import { useMarks } from '../parts/marks';
import { Page } from '../parts/Page';
import { Standing } from '../parts/Standing';
import { Term, useTerms } from '../parts/Term';
import { count, timeOf } from '../parts/time';
import { useSectionName } from '../Sections/sectionNames';
import { summaryWords } from './words';

const file = graphql(`
  query DailySummaryFile($number: String!) {
    dailySummary(number: $number) {
      id version number day status collectedAt narrative remark approvedOn approvedBy { displayName }
      figures { column { code heading unit isMoney } value hasManual }
      reports { section number status versionNumber hash }
      sendings { way sentOn answeredOn receiptNumber reason }
    }
  }
`);

const next: Record<string, CommandName[]> = {
  COLLECTED: ['approveDailySummary', 'returnDailySummary', 'collectDailyReportsAgain'],
  RETURNED: ['collectDailyReportsAgain'],
  APPROVED: ['recordDailySummarySending'],
  SENT: ['recordDailySummaryReceipt', 'recordDailySummaryRejection'],
  REJECTED: ['collectDailyReportsAgain'],
};

/** The bureau's report of a day: what the sections' reports come to, who has not reported, and how it went up. */
export default function DailySummary() {
  const words = useWords(summaryWords);
  const sectionName = useSectionName();
  const [units, ways] = [useTerms('FormUnit'), useTerms('SummaryWay')];
  const marks = useMarks();
  const number = useParams().number ?? '';
  const { data, error, fetching, again } = useLiveQuery(file, { number }, ['DAILY_SUMMARY']);
  const one = data?.dailySummary;
  if (data && !one) return <Instead why={words.notFound} />;
  return (
    <Page title={one ? words.of(one.day) : words.title}
      remark={one && <>{number} <Term of="DailySummaryStatus" value={one.status} /></>}
      extra={one && <Commands next={next[one.status] ?? []}
        initial={{ collectDailyReportsAgain: { narrative: one.narrative ?? undefined } }}
        target={{ subject: 'dailySummary', id: one.id, version: one.version, fixed: { number } }} />}>
      <Standing fetching={fetching} error={error} again={again} rows={12}>
        {one && (
          <div className="cards-grid">
            <div className="two-thirds stack">
              <Card>
                <Facts items={[
                  { key: 'collected', label: words.collectedAt, children: timeOf(one.collectedAt) },
                  { key: 'approved', label: words.approved,
                    children: one.approvedOn ? `${one.approvedBy?.displayName ?? ''} ${one.approvedOn}` : '—' },
                  ...(one.remark
                    ? [{ key: 'remark', label: words.remarkOfHead, span: 'filled' as const, children: one.remark }]
                    : []),
                  ...(one.narrative
                    ? [{ key: 'narrative', label: words.narrative, span: 'filled' as const, children: one.narrative }]
                    : []),
                ]} />
              </Card>
              <Card title={words.figures}>
                <CardTable rows={one.figures} rowKey={({ column }) => column.code} columns={[
                  { key: 'column', title: words.column,
                    render: ({ column }) => `${column.heading}${marks.inBrackets(units.term(column.unit))}` },
                  { key: 'value', title: words.value, align: 'right', render: ({ value }) => count(Number(value)) },
                  { key: 'hand', title: words.byHand, render: ({ hasManual }) => hasManual && words.byHand },
                ]} />
              </Card>
              <Card title={words.reports}>
                <ul className="rows">{one.reports.map((report) => (
                  <li key={report.number}>
                    <span className="main">
                      <Link to={dailyReportPath(report.number)}>{sectionName(report.section)}</Link>{' '}
                      <Term of="DailyReportStatus" value={report.status} />
                      {report.hash && (
                        <div className="quiet break">{words.version(report.versionNumber)} · {words.hash} {report.hash}</div>
                      )}
                    </span>
                  </li>
                ))}</ul>
              </Card>
            </div>
            {one.sendings.length > 0 && (
              <div className="third stack">
                <Card title={words.sendings}>
                  <ul className="rows">{one.sendings.map((sending, place) => (
                    <li key={`${sending.sentOn} ${place}`}>
                      <span className="main">
                        {sending.sentOn} {ways.term(sending.way)}
                        <div className="quiet">
                          {sending.answeredOn}{' '}
                          {sending.receiptNumber ? words.receipt(sending.receiptNumber)
                            : sending.reason ? words.rejected(sending.reason)
                            : words.waits}
                        </div>
                      </span>
                    </li>
                  ))}</ul>
                </Card>
              </div>
            )}
            <Card className="two-thirds" title={words.history}><History subject={one.id} kinds={['DAILY_SUMMARY']} /></Card>
          </div>
        )}
      </Standing>
    </Page>
  );
}
