import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { useSession } from '../app/session';
import { Card } from '../parts/Card';
import { Chart, type Figure } from '../parts/Chart';
import { narrow } from '../parts/narrow';
import { Page } from '../parts/Page';
import { Standing } from '../parts/Standing';
import { useTerms } from '../parts/Term';
import { addDays, addMonths, dayOf } from '../parts/time';
import { useFilters } from '../parts/useFilters';
import { SectionSelect } from '../Sections/SectionSelect';
import { AreaHeat, Grouped, groupings } from './CaseFigures';
import { Compared, listOf } from './Compared';
import { without } from './filters';
import { heatMap } from './heat';
import { stretchBefore } from '../parts/period';
import { PeriodChoice, periodOf } from '../parts/PeriodChoice';
import { caseWords } from './words';

const counts = graphql(
  `query CaseCounts($from: LocalDate!, $to: LocalDate!) { caseCounts(from: $from, to: $to) { month violation stage productClass { code name } count goodsValueCny } }`,
);

// Every month that has a day in the stretch.
const monthsOf = (from: string, before: string) => {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= addDays(before, -1).slice(0, 7); month = addMonths(`${month}-01`, 1).slice(0, 7))
    months.push(month);
  return months;
};
const statisticsFilters = ['period', 'from', 'to', 'by', 'section'] as const;
const tenThousand = 10_000;

const sumBy = <T,>(rows: T[], figure: (row: T) => number) => rows.reduce((sum, row) => sum + figure(row), 0);

export default function CaseStatistics() {
  const words = useWords(caseWords);
  const { now } = useSession();
  const violations = useTerms('ViolationKind');
  const stages = useTerms('CaseStage');
  const { values, set } = useFilters(statisticsFilters);
  const { chosen, stretch } = periodOf(values, dayOf(now()), 'twelve');
  const before = stretchBefore(chosen, stretch);
  const by = groupings.find((one) => one === values.by) ?? 'SECTION';
  const { data, error, fetching, again } = useLiveQuery(counts, { from: stretch.from, to: stretch.before }, ['CASE']);
  const rows = data?.caseCounts ?? [];
  const axis = monthsOf(stretch.from, stretch.before);
  const kinds = violations.options.filter(({ value }) => rows.some((row) => row.violation === value));
  const classes = [...new Map(rows.map((row) => [row.productClass?.code ?? '', row.productClass?.name ?? words.noClass])).entries()];
  const cell = (kind: string, code: string) =>
    sumBy(
      rows.filter((row) => row.violation === kind && (row.productClass?.code ?? '') === code),
      (row) => row.count,
    );
  const heat = kinds.flatMap((kind, y) => classes.map(([code], x) => [x, y, cell(kind.value, code)]));
  const perMonth = axis.map((month) => rows.filter((row) => row.month === month));
  const perStage = stages.options
    .map(({ value, label }) => ({
      value,
      label,
      count: sumBy(
        rows.filter((row) => row.stage === value),
        (row) => row.count,
      ),
    }))
    .filter(({ count }) => count > 0);
  // What a part of a picture counts, as a list: of the leads of these days.
  const figure = (many: number, more: Record<string, string>, days = stretch, shows: Figure['shows'] = many): Figure => ({
    shows,
    to: many > 0 ? listOf('receivedOn', days, more) : undefined,
  });
  const within = (month: string) => ({
    from: [`${month}-01`, stretch.from].sort()[1]!,
    before: [addMonths(`${month}-01`, 1), stretch.before].sort()[0]!,
  });
  // These are counted for the whole bureau only, and say so beside figures of one section.
  const ofAll = (title: string) => (values.section ? words.ofBureau(title) : title);
  return (
    <Page title={words.statistics} remark={words.stretch(stretch.from, addDays(stretch.before, -1))}>
      <div className="filters" role="search">
        <PeriodChoice chosen={chosen} asked={values} set={set} />
        <SectionSelect label={words.section} value={values.section} onChange={(section) => set({ section })} />
      </div>
      <Compared stretch={stretch} before={before} section={values.section} />
      <div className="cards-grid gap-above">
        <Grouped stretch={stretch} before={before} by={by} section={values.section} onBy={(to) => set({ by: to })} />
        <AreaHeat stretch={stretch} section={values.section} />
      </div>
      <Standing fetching={fetching} error={error} again={again} empty={rows.length === 0} rows={12}>
        <div className="cards-grid gap-above">
          <Card className="whole" title={ofAll(words.byViolation)}>
            <Chart
              label={words.byViolation}
              {...heatMap({
                columns: classes.map(([, name]) => name),
                rows: kinds.map(({ label }) => label),
                cells: heat,
                isNarrow: narrow().matches,
              })}
              table={{
                head: [words.violation, ...classes.map(([, name]) => name)],
                rows: kinds.map(({ value, label }) => ({
                  name: label,
                  figures: classes.map(([code]) => figure(cell(value, code), { violation: value, productClass: code || without })),
                })),
              }}
            />
          </Card>
          <Card title={ofAll(words.trend)}>
            <Chart
              label={words.trend}
              height={320}
              option={{
                color: ['#0b4f9e', '#d97706'],
                legend: { top: 0 },
                grid: { left: 44, right: 56, top: 40, bottom: 28 },
                xAxis: { type: 'category', data: axis },
                yAxis: [
                  { type: 'value', minInterval: 1 },
                  { type: 'value', splitLine: { show: false } },
                ],
                series: [
                  { type: 'bar', name: words.countCases, data: perMonth.map((of) => sumBy(of, (row) => row.count)) },
                  {
                    type: 'line',
                    name: words.value,
                    yAxisIndex: 1,
                    data: perMonth.map((of) => Number((sumBy(of, (row) => row.goodsValueCny) / tenThousand).toFixed(2))),
                  },
                ],
              }}
              table={{
                head: [words.month, words.countCases, words.value],
                rows: axis.map((month, place) => {
                  const many = sumBy(perMonth[place]!, (row) => row.count);
                  const value = (sumBy(perMonth[place]!, (row) => row.goodsValueCny) / tenThousand).toFixed(2);
                  return { name: month, figures: [figure(many, {}, within(month)), figure(many, {}, within(month), value)] };
                }),
              }}
            />
          </Card>
          <Card title={ofAll(words.byStage)}>
            <Chart
              label={words.byStage}
              height={320}
              option={{
                color: ['#0b4f9e'],
                grid: { left: 90, right: 30, top: 10, bottom: 28 },
                xAxis: { type: 'value', minInterval: 1 },
                yAxis: { type: 'category', data: perStage.map(({ label }) => label), inverse: true },
                series: [{ type: 'bar', data: perStage.map(({ count }) => count), label: { show: true, position: 'right' } }],
              }}
              table={{
                head: [words.stage, words.countCases],
                rows: perStage.map(({ value, label, count }) => ({ name: label, figures: [figure(count, { stage: value })] })),
              }}
            />
          </Card>
        </div>
      </Standing>
    </Page>
  );
}
