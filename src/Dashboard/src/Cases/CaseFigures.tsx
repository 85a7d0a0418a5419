import { Empty, Segmented } from 'antd';
import { Link } from 'react-router';
import { useStaffName } from '../Accounts/staff';
import { graphql } from '../app/graphql';
import { useLanguage, useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { useAreaName } from '../Areas/AreaSelect';
import { Card } from '../parts/Card';
import { Chart } from '../parts/Chart';
import { narrow } from '../parts/narrow';
import { Standing } from '../parts/Standing';
import type { Stretch } from '../parts/period';
import { useTerms } from '../parts/Term';
import { count, yuan } from '../parts/time';
import { useProductClassName } from '../ProductClasses/ProductClassSelect';
import { useSectionName } from '../Sections/sectionNames';
import { type Figure, figureFields, listOf, none, share } from './Compared';
import { type CaseDay, without } from './filters';
import { heatMap } from './heat';
import { caseWords } from './words';

const grouped = graphql(
  `
  query CaseFiguresBy(
    $from: LocalDate!, $to: LocalDate!, $fromBefore: LocalDate!, $toBefore: LocalDate!, $by: CaseFigureBy!, $section: String
  ) {
    now: caseFigures(from: $from, to: $to, by: $by, section: $section) { ...Figures }
    before: caseFigures(from: $fromBefore, to: $toBefore, by: $by, section: $section) { ...Figures }
  }
`,
  [figureFields],
);

const heat = graphql(
  `
  query CaseFiguresHeat($from: LocalDate!, $to: LocalDate!, $section: String) {
    caseFigures(from: $from, to: $to, by: AREA, secondBy: PRODUCT_CLASS, section: $section) { ...Figures }
  }
`,
  [figureFields],
);

export const groupings = ['SECTION', 'RESPONSIBLE', 'AREA', 'PRODUCT_CLASS', 'VIOLATION'] as const;
type GroupedBy = (typeof groupings)[number];

const filterOf = {
  SECTION: 'section',
  RESPONSIBLE: 'responsible',
  AREA: 'area',
  PRODUCT_CLASS: 'productClass',
  VIOLATION: 'violation',
} as const;

function useKeyNames(by: GroupedBy) {
  const words = useWords(caseWords);
  const section = useSectionName();
  const person = useStaffName();
  const area = useAreaName();
  const productClass = useProductClassName();
  const violations = useTerms('ViolationKind');
  const names = { SECTION: section, RESPONSIBLE: person, AREA: area, PRODUCT_CLASS: productClass, VIOLATION: violations.term };
  const ofNone = {
    SECTION: words.noSection,
    RESPONSIBLE: words.noOne,
    AREA: words.noArea,
    PRODUCT_CLASS: words.noClass,
    VIOLATION: words.noOne,
  };
  return (key: string | null) => (key === null ? ofNone[by] : names[by](key));
}

// Figures of a period are summed up anew each time; what is told apart does not follow every change of a case, as the totals above do.

/** The same told apart by sections, officers, areas, classes or violations; each figure opens its list. */
export function Grouped({
  stretch,
  before,
  by,
  section,
  onBy,
}: {
  stretch: Stretch;
  before: Stretch;
  by: GroupedBy;
  section: string;
  onBy: (by: GroupedBy) => void;
}) {
  const words = useWords(caseWords);
  const { language } = useLanguage();
  const { options } = useTerms('CaseFigureBy');
  const name = useKeyNames(by);
  const { data, error, fetching, again } = useLiveQuery(
    grouped,
    { from: stretch.from, to: stretch.before, fromBefore: before.from, toBefore: before.before, by, section: section || null },
    [],
  );
  const then = new Map((data?.before ?? []).map((one) => [one.key, one]));
  const current = new Set((data?.now ?? []).map(({ key }) => key));
  // Where nothing happened any more, what happened before is seen all the same.
  const ceased = (data?.before ?? []).filter(({ key }) => !current.has(key)).map(({ key }) => ({ ...none, key }));
  const rows = [...(data?.now ?? []), ...ceased].sort((a, b) => b.received + b.filed + b.ended - (a.received + a.filed + a.ended));
  const keyOf = (row: Figure) => ({ ...(section && { section }), [filterOf[by]]: row.key ?? without });
  const cell = (row: Figure, day: CaseDay, counted: number, said: (of: Figure) => string, more: Record<string, string> = {}) => {
    const was = <span className="quiet was">{words.wasBefore(said(then.get(row.key) ?? none))}</span>;
    return counted > 0 ? (
      <Link to={listOf(day, stretch, { ...keyOf(row), ...more })}>
        {said(row)}
        {was}
      </Link>
    ) : (
      <>
        {said(row)}
        {was}
      </>
    );
  };
  const penalty = ({ penaltyCny }: Figure) => (penaltyCny > 0 ? yuan(penaltyCny, language) : '—');
  const inTime = ({ ended, endedInTime }: Figure) => (ended > 0 ? `${count(endedInTime)} · ${share(endedInTime, ended)}` : '—');
  const days = ({ medianDays }: Figure) => (medianDays === null ? '—' : words.inDays(medianDays));
  return (
    <Card
      className="whole"
      title={words.figuresBy}
      extra={
        <Segmented
          size="small"
          value={by}
          onChange={onBy}
          options={options.map(({ value, label }) => ({ value: value as GroupedBy, label }))}
        />
      }
    >
      <Standing fetching={fetching} error={error} again={again}>
        {rows.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.noFigures} />
        ) : (
          <>
            <p className="quiet">{words.figuresHint}</p>
            <div className="table-scroll" tabIndex={0} role="group" aria-label={words.figuresBy}>
              <table>
                <thead>
                  <tr>
                    {[
                      options.find(({ value }) => value === by)!.label,
                      words.figureReceived,
                      words.figureFiled,
                      words.figureDecided,
                      words.figurePenalty,
                      words.figureEnded,
                      words.figureInTime,
                      words.figureDays,
                    ].map((one) => (
                      <th key={one} scope="col">
                        {one}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.key ?? ''}>
                      <th scope="row">{name(row.key)}</th>
                      <td>{cell(row, 'receivedOn', row.received, ({ received }) => count(received))}</td>
                      <td>{cell(row, 'filedOn', row.filed, ({ filed }) => count(filed))}</td>
                      <td>{cell(row, 'decidedOn', row.decided, ({ decided }) => count(decided))}</td>
                      <td>{cell(row, 'decidedOn', row.penaltyCny, penalty)}</td>
                      <td>{cell(row, 'endedOn', row.ended, ({ ended }) => count(ended))}</td>
                      <td>{cell(row, 'endedOn', row.endedInTime, inTime, { inTime: '1' })}</td>
                      <td>{cell(row, 'endedOn', row.medianDays === null ? 0 : row.ended, days)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </>
        )}
      </Standing>
    </Card>
  );
}

/** Where what is found: leads by area and product class. */
export function AreaHeat({ stretch, section }: { stretch: Stretch; section: string }) {
  const words = useWords(caseWords);
  const area = useKeyNames('AREA');
  const productClass = useKeyNames('PRODUCT_CLASS');
  const { data, error, fetching, again } = useLiveQuery(heat, { from: stretch.from, to: stretch.before, section: section || null }, []);
  const cells = (data?.caseFigures ?? []).filter(({ received }) => received > 0);
  const areas = [...new Set(cells.map(({ key }) => key))];
  const classes = [...new Set(cells.map(({ secondKey }) => secondKey))];
  const figure = (at: string | null, of: string | null) =>
    cells.find(({ key, secondKey }) => key === at && secondKey === of)?.received ?? 0;
  const cell = (at: string | null, of: string | null) => {
    const many = figure(at, of);
    const filters = { ...(section && { section }), area: at ?? without, productClass: of ?? without };
    return { shows: many, to: many > 0 ? listOf('receivedOn', stretch, filters) : undefined };
  };
  const drawn = areas.flatMap((at, y) => classes.map((of, x) => [x, y, figure(at, of)]));
  return (
    <Card className="whole" title={words.byArea}>
      <Standing fetching={fetching} error={error} again={again}>
        {cells.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.noFigures} />
        ) : (
          <Chart
            label={words.byArea}
            {...heatMap({ columns: classes.map(productClass), rows: areas.map(area), cells: drawn, isNarrow: narrow().matches })}
            table={{
              head: [words.area, ...classes.map(productClass)],
              rows: areas.map((at) => ({ name: area(at), figures: classes.map((of) => cell(at, of)) })),
            }}
          />
        )}
      </Standing>
    </Card>
  );
}
