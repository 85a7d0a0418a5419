import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { useSession } from '../app/session';
import { Card } from '../parts/Card';
import { Chart } from '../parts/Chart';
import { narrow } from '../parts/narrow';
import { Standing } from '../parts/Standing';
import { useTerms } from '../parts/Term';
import { linkOf } from '../parts/links';
import { addDays, addMonths, dayOf } from '../parts/time';
import { licenceList } from './filters';
import { licenceWords } from './words';

const expiry = graphql(`query LicenceExpiry($from: LocalDate!, $to: LocalDate!) { licenceExpiry(from: $from, to: $to) { month status count } }`);

const monthsBack = 6;
const months = 30;
const colours: Record<string, string> = { ACTIVE: '#1a7f37', SUSPENDED: '#d97706', EXPIRED: '#b42318', DEREGISTERED: '#6b7280',
  WITHDRAWN: '#9ca3af', REVOKED: '#7c2d12', NOT_YET_VALID: '#2563eb' };

/** Licences by the month in which they end, and how they stand. */
export default function ExpiryChart() {
  const words = useWords(licenceWords);
  const { now } = useSession();
  const { term } = useTerms('LicenceStatus');
  const from = addMonths(`${dayOf(now()).slice(0, 7)}-01`, -monthsBack);
  const { data, error, fetching, again } = useLiveQuery(expiry, { from, to: addMonths(from, months) }, ['LICENCE']);
  const axis = Array.from({ length: months }, (_, place) => addMonths(from, place).slice(0, 7));
  const rows = data?.licenceExpiry ?? [];
  const statuses = [...new Set(rows.map((row) => row.status))];
  // The names of what stands in a column lie above it; on a phone two of them beside each other.
  const above = narrow().matches ? 16 + Math.ceil(statuses.length / 2) * 24 : 40;
  const of = (month: string, status: string) => rows.find((row) => row.month === month && row.status === status)?.count ?? 0;
  const listOf = (month: string, status: string) =>
    linkOf(licenceList, { from: `${month}-01`, to: addDays(addMonths(`${month}-01`, 1), -1), status });
  const figure = (month: string, status: string) => {
    const many = of(month, status);
    return { shows: many, to: many > 0 ? listOf(month, status) : undefined };
  };
  return (
    <Card title={words.chart} extra={<span className="quiet">{words.chartHint}</span>}>
      <Standing fetching={fetching} error={error} again={again} empty={rows.length === 0} rows={10}>
        <Chart label={words.chart} height={340 + above}
          option={{
            color: statuses.map((status) => colours[status] ?? '#0b4f9e'),
            legend: { top: 0 }, grid: { left: 48, right: 16, top: above, bottom: 60 },
            xAxis: { type: 'category', data: axis, axisLabel: { rotate: 45 } },
            yAxis: { type: 'value', minInterval: 1 },
            series: statuses.map((status) => ({ type: 'bar', stack: 'all', name: term(status), data: axis.map((month) => of(month, status)), emphasis: { focus: 'series' } })),
          }}
          table={{
            head: [words.month, ...statuses.map(term)],
            rows: axis.map((month) => ({ name: month, figures: statuses.map((status) => figure(month, status)) })),
          }} />
      </Standing>
    </Card>
  );
}
