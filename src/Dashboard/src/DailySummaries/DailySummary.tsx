import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { graphql, type ResultOf } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { said, type Column } from '../DailyReports/Figures';
import { dailyReportPath } from '../DailyReports/path';
import { Card } from '../parts/Card';
import type { CommandName } from '../parts/command';
import { Commands } from '../parts/Commands';
import { Facts } from '../parts/Facts';
import { History } from '../parts/History';
import { Instead } from '../parts/Instead';
import { useMarks } from '../parts/marks';
import { Page } from '../parts/Page';
import { Standing } from '../parts/Standing';
import { Term, useTerms } from '../parts/Term';
import { timeOf } from '../parts/time';
import { FormPaper } from '../ReportForms/FormPaper';
import { formTable, type Form } from '../ReportForms/FormTable';
import { useWorkbook } from '../ReportForms/useWorkbook';
import { useSectionName } from '../Sections/sectionNames';
import { dailySummaryPath } from './path';
import { summaryWords } from './words';

const file = graphql(
  `
  query DailySummaryFile($number: String!) {
    dailySummary(number: $number) {
      id version leftToOthers number day status collectedAt narrative remark approvedOn approvedBy { displayName }
      figures { column { code heading } hasManual }
      reports { section number status versionNumber hash narrative isChanged heads { displayName } }
      statistics { ...FormTable } caseList { ...FormTable }
      versions { number collectedAt collectedBy { displayName } narrative changedSections
        changes { column productClass { code name } isTotal before after } }
      sendings { way sentOn stuckSince answeredOn receiptNumber reason }
    }
  }
`,
  [formTable],
);

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
  const ways = useTerms('SummaryWay');
  const kinds = useTerms('ReportFormKind');
  const marks = useMarks();
  const number = useParams().number ?? '';
  const { busy, download } = useWorkbook();
  const { data, error, fetching, again } = useLiveQuery(file, { number }, ['DAILY_SUMMARY', 'DAILY_REPORT']);
  const one = data?.dailySummary;
  if (data && !one) return <Instead why={words.notFound} />;
  const byHand = one?.figures.filter(({ hasManual }) => hasManual).map(({ column }) => column.heading) ?? [];
  const sending = one?.sendings.at(-1);
  const isUnderWay = one?.status === 'SENT' && sending?.way === 'HTTPS';
  const isChanged = one?.reports.some((report) => report.isChanged) ?? false;
  const steps: CommandName[] = one
    ? [
        ...(next[one.status] ?? []),
        // What the interface does not take is handed over otherwise; what was approved or received is made anew where a report has changed.
        ...(isUnderWay ? ['recordDailySummarySending' as const] : []),
        ...(isChanged && (one.status === 'APPROVED' || one.status === 'RECEIPTED') ? ['collectDailyReportsAgain' as const] : []),
      ]
    : [];
  const workbook = (form: 'ENFORCEMENT_STATISTICS' | 'CASE_LIST') =>
    void download(`${dailySummaryPath(number)}/${form.toLowerCase().replaceAll('_', '-')}.xlsx`, `${kinds.term(form)}-${one?.day ?? ''}`);
  const toldOf = (form: Form) => [
    words.reporter,
    form.recordedAfter && form.recordedUntil ? words.ofTime(timeOf(form.recordedAfter), timeOf(form.recordedUntil)) : '',
  ].filter(Boolean);
  return (
    <Page title={one ? words.of(one.day) : words.title}
      remark={one && <>{number} <Term of="DailySummaryStatus" value={one.status} /></>}
      extra={one && (
        <>
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>{words.print}</Button>
          <Button icon={<DownloadOutlined />} loading={busy} onClick={() => workbook('ENFORCEMENT_STATISTICS')}>
            {words.statisticsBook}
          </Button>
          <Button icon={<DownloadOutlined />} loading={busy} onClick={() => workbook('CASE_LIST')}>{words.casesBook}</Button>
          <Commands next={steps}
            initial={{ collectDailyReportsAgain: { narrative: one.narrative ?? undefined } }}
            target={{ subject: 'dailySummary', id: one.id, version: one.version, leftToOthers: one.leftToOthers, fixed: { number } }} />
        </>
      )}>
      <Standing fetching={fetching} error={error} again={again} rows={12}>
        {one && (
          <div className="stack">
            <div className="off-paper"><Card>
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
            </Card></div>
            <FormPaper form={one.statistics}
              told={[...toldOf(one.statistics), ...(byHand.length > 0 ? [words.byHand(byHand.join(marks.comma))] : [])]} />
            {one.caseList.rows.length > 1
              ? <FormPaper form={one.caseList} told={toldOf(one.caseList)} />
              : <p className="quiet off-paper">{words.noCases}</p>}
            <div className="cards-grid off-paper">
            <div className="two-thirds stack">
              <Card title={words.reports}>
                <ul className="rows">{one.reports.map((report) => (
                  <li key={report.number}>
                    <span className="main">
                      <Link to={dailyReportPath(report.number)}>{sectionName(report.section)}</Link>{' '}
                      <Term of="DailyReportStatus" value={report.status} />
                      {report.isChanged && <Tag color="warning">{words.changed}</Tag>}
                      {report.status === 'MISSING' && (
                        <div>{words.heads(report.heads.map(({ displayName }) => displayName).join(marks.comma) || words.nobody)}</div>
                      )}
                      {report.narrative && <div className="break">{report.narrative}</div>}
                      {report.hash && (
                        <div className="quiet break">{words.version(report.versionNumber)} · {words.hash} {report.hash}</div>
                      )}
                    </span>
                  </li>
                ))}</ul>
              </Card>
              {one.versions.length > 1 && <Versions of={one.versions} columns={one.statistics.columns} />}
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
                            : sending.stuckSince ? words.stuck(timeOf(sending.stuckSince))
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
          </div>
        )}
      </Standing>
    </Page>
  );
}

type Version = NonNullable<ResultOf<typeof file>['dailySummary']>['versions'][number];

/** How the reports were put together, and what each version says otherwise than the one before, in figures and in words. */
function Versions({ of, columns }: { of: Version[]; columns: Column[] }) {
  const words = useWords(summaryWords);
  const marks = useMarks();
  const sectionName = useSectionName();
  const columnOf = (code: string) => columns.find((column) => column.code === code);
  return (
    <Card title={words.versions}>
      <ul className="rows">{of.map((version, place) => (
        <li key={version.number}>
          <span className="main">
            {words.versionOf(version.number)}
            <div className="quiet">{timeOf(version.collectedAt)} · {version.collectedBy?.displayName}</div>
            {version.changedSections.length > 0 && (
              <div>{words.changedSections(version.changedSections.map(sectionName).join(marks.comma))}</div>
            )}
            {place > 0 && version.narrative !== of[place - 1]?.narrative && (
              <div className="break">{words.words(version.narrative ?? words.noWords)}</div>
            )}
            {version.changes.map(({ column, productClass, isTotal, before, after }) => (
              <div key={`${column} ${isTotal ? '' : productClass?.code}`}>
                {words.change(
                  `${columnOf(column)?.heading ?? column} ${isTotal ? words.total : (productClass?.name ?? words.noClass)}`,
                  said(columnOf(column), before),
                  said(columnOf(column), after),
                )}
              </div>
            ))}
          </span>
        </li>
      ))}</ul>
    </Card>
  );
}
