import { Alert, Empty, Segmented, Select } from 'antd';
import { Link } from 'react-router';
import { graphql, type ResultOf } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { useSession } from '../app/session';
import { useAgencyName } from '../Agencies/agencyNames';
import { Page } from '../parts/Page';
import { stretchBefore, type Stretch } from '../parts/period';
import { PeriodChoice, periodOf } from '../parts/PeriodChoice';
import { Standing } from '../parts/Standing';
import { useTerms } from '../parts/Term';
import { addDays, addMonths, count, dayOf, daysBetween } from '../parts/time';
import { useFilters } from '../parts/useFilters';
import { useProductClassName } from '../ProductClasses/ProductClassSelect';
import { SectionSelect } from '../Sections/SectionSelect';
import { useSectionName } from '../Sections/sectionNames';
import { factsPath, without } from './path';
import { noneWords, statisticsWords } from './words';

const counted = graphql(
  `fragment Counted on StatisticsRow {
    period section agency violation productClass { code } figures { measure amount factCount }
  }`,
);

const statistics = graphql(
  `
  query Statistics(
    $from: LocalDate!, $to: LocalDate!, $fromBefore: LocalDate!, $toBefore: LocalDate!,
    $by: [Dimension!]!, $measures: [Measure!], $where: FactFilterInput
  ) {
    now: statistics(from: $from, to: $to, groupBy: $by, measures: $measures, where: $where) { ...Counted }
    before: statistics(from: $fromBefore, to: $toBefore, groupBy: $by, measures: $measures, where: $where) { ...Counted }
  }
`,
  [counted],
);

type Row = ResultOf<typeof counted>;
type Measure = Row['figures'][number]['measure'];

const names = ['period', 'from', 'to', 'by', 'section', 'measures'] as const;
const ways = ['SECTION', 'PRODUCT_CLASS', 'VIOLATION', 'AGENCY', 'MONTH', 'DAY'] as const;
type Way = (typeof ways)[number];
const usual: Measure[] = [
  'OFFICERS_SENT',
  'ENTERPRISES_INSPECTED',
  'VIOLATORS_FOUND',
  'RECTIFICATIONS_ORDERED',
  'CASES_FILED',
  'CASES_CLOSED',
  'GOODS_VALUE',
  'PENALTIES',
  'CRIME_TRANSFERS',
  'LICENCES_SUSPENDED',
];
const mostDays = 366;

const keyOf = (by: Way, row: Row) =>
  ({
    SECTION: row.section,
    AGENCY: row.agency,
    PRODUCT_CLASS: row.productClass?.code ?? null,
    VIOLATION: row.violation,
    MONTH: row.period,
    DAY: row.period,
  })[by];

/** What the records of one key narrow a list down to; a day or a month is a part of the period. */
function conditionsOf(by: Way, key: string | null, { from, before }: Stretch): Record<string, string> {
  const whole = { from, to: before };
  switch (by) {
    case 'DAY':
      return key ? { from: key, to: addDays(key, 1) } : whole;
    case 'MONTH': {
      if (!key) return whole;
      const [first, next] = [`${key}-01`, addMonths(`${key}-01`, 1)];
      return { from: first > from ? first : from, to: next < before ? next : before };
    }
    default: {
      const name = ({ SECTION: 'section', AGENCY: 'agency', PRODUCT_CLASS: 'productClass', VIOLATION: 'violation' } as const)[by];
      return { ...whole, [name]: key ?? without };
    }
  }
}

/** What was done, found and decided in a period, told apart by what one asks, held against as many days before. */
export default function Statistics() {
  const words = useWords(statisticsWords);
  const { now } = useSession();
  const dimensions = useTerms('Dimension');
  const measures = useTerms('Measure');
  const { values, set } = useFilters(names);
  const { chosen, stretch } = periodOf(values, dayOf(now()), 'quarter');
  const before = stretchBefore(chosen, stretch);
  const by = ways.find((one) => one === values.by) ?? 'SECTION';
  // An address may have been typed: what is no measure is left out.
  const asked = values.measures.split(',').filter((one): one is Measure => measures.options.some(({ value }) => value === one));
  const shown = asked.length > 0 ? asked : usual;
  const isTooLong = by === 'DAY' && daysBetween(stretch.from, stretch.before) > mostDays;
  return (
    <Page title={words.title} remark={words.remark}>
      <div className="filters" role="search">
        <PeriodChoice chosen={chosen} asked={values} set={set} />
        <Segmented
          aria-label={words.by}
          value={by}
          onChange={(to) => set({ by: to })}
          options={ways.map((value) => ({ value, label: dimensions.term(value) }))}
        />
        <SectionSelect label={words.section} value={values.section} onChange={(section) => set({ section })} />
        <Select
          mode="multiple"
          className="form-choice"
          aria-label={words.measures}
          placeholder={words.measures}
          maxTagCount="responsive"
          value={asked}
          options={measures.options}
          popupMatchSelectWidth={false}
          onChange={(to: string[]) => set({ measures: to.join(',') })}
        />
      </div>
      {isTooLong ? (
        <Alert type="warning" showIcon title={words.tooLong} />
      ) : (
        <Counts
          key={JSON.stringify([by, stretch, values.section, shown])}
          by={by}
          stretch={stretch}
          before={before}
          section={values.section}
          measures={shown}
        />
      )}
    </Page>
  );
}

function Counts({ by, stretch, before, section, measures }: {
  by: Way;
  stretch: Stretch;
  before: Stretch;
  section: string;
  measures: Measure[];
}) {
  const words = useWords(statisticsWords);
  const dimensions = useTerms('Dimension');
  const terms = useTerms('Measure');
  const nameOf = useNames(by);
  const { data, error, fetching, again } = useLiveQuery(
    statistics,
    {
      from: stretch.from,
      to: stretch.before,
      fromBefore: before.from,
      toBefore: before.before,
      by: [by],
      measures,
      where: section ? { section: { eq: section } } : null,
    },
    ['CASE', 'INSPECTION', 'RECTIFICATION', 'LICENCE', 'CRIME_TRANSFER'],
  );
  // A stretch of days of before is another one: only what is no time is held against it row by row.
  const isOfTime = by === 'MONTH' || by === 'DAY';
  const then = data?.before ?? [];
  const keys = [...new Set([...(data?.now ?? []), ...(isOfTime ? [] : then)].map((row) => keyOf(by, row)))];
  if (isOfTime) keys.sort();
  const amount = (rows: Row[], key: string | null | undefined, measure: Measure) =>
    rows
      .filter((row) => key === undefined || keyOf(by, row) === key)
      .flatMap(({ figures }) => figures)
      .filter((figure) => figure.measure === measure)
      .reduce((sum, figure) => ({ amount: sum.amount + figure.amount, facts: sum.facts + figure.factCount }), { amount: 0, facts: 0 });
  const cell = (key: string | null | undefined, name: string, measure: Measure) => {
    const { amount: figure, facts } = amount(data?.now ?? [], key, measure);
    const said = count(figure);
    const of = key === undefined ? { from: stretch.from, to: stretch.before } : conditionsOf(by, key, stretch);
    return (
      <td key={measure}>
        {facts > 0 ? (
          <Link
            to={factsPath({ ...(section && { section }), ...of, measure })}
            aria-label={`${said}，${words.opens(`${name} ${terms.term(measure)}`, count(facts))}`}
          >
            {said}
          </Link>
        ) : (
          said
        )}
        {(!isOfTime || key === undefined) && <span className="quiet was">{words.was(count(amount(then, key, measure).amount))}</span>}
      </td>
    );
  };
  return (
    <Standing fetching={fetching} error={error} again={again} rows={12}>
      {keys.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.none} />
      ) : (
        <div className="form-paper">
          <p className="quiet">{words.hint(before.from, addDays(before.before, -1))}</p>
          <div className="form-scroll" tabIndex={0} role="group" aria-label={words.title}>
            <table className="form-table">
              <thead>
                <tr>
                  <th scope="col">{dimensions.term(by)}</th>
                  {measures.map((measure) => (
                    <th key={measure} scope="col">
                      {terms.term(measure)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {keys.map((key) => (
                  <tr key={key ?? without}>
                    <th scope="row">{nameOf(key)}</th>
                    {measures.map((measure) => cell(key, nameOf(key), measure))}
                  </tr>
                ))}
                <tr className="total">
                  <th scope="row">{words.total}</th>
                  {measures.map((measure) => cell(undefined, words.total, measure))}
                </tr>
              </tbody>
            </table>
          </div>
        </div>
      )}
    </Standing>
  );
}

const asItIs = (period: string) => period;

/** How a key is called, also where there is none. */
function useNames(by: Way) {
  const none = useWords(noneWords);
  const violation = useTerms('ViolationKind').term;
  const names = {
    SECTION: useSectionName(),
    AGENCY: useAgencyName(),
    PRODUCT_CLASS: useProductClassName(),
    VIOLATION: violation,
    MONTH: asItIs,
    DAY: asItIs,
  };
  const ofNone = {
    SECTION: none.noSection,
    AGENCY: none.noAgency,
    PRODUCT_CLASS: none.noClass,
    VIOLATION: none.noViolation,
    MONTH: '',
    DAY: '',
  };
  return (key: string | null) => (key === null ? ofNone[by] : names[by](key));
}
