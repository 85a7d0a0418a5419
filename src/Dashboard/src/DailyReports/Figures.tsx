import { Tag } from 'antd';
import { Link } from 'react-router';
import { graphql, type ResultOf } from '../app/graphql';
import { useWords } from '../app/language';
import { CardTable } from '../parts/CardTable';
import { useMarks } from '../parts/marks';
import { useTerms } from '../parts/Term';
import { count, dayOf } from '../parts/time';
import { factsPath, without } from '../Statistics/path';
import { dailyWords } from './words';

export const dailyFigures = graphql(`
  fragment DailyFigures on DailyFigure {
    column productClass { code name } isTotal value entryCount lateValue isManual recorded recordedSince note
  }
`);

export const dailyColumns = graphql(`fragment DailyColumns on ReportFormColumn { code heading unit isMoney counts }`);

type Figure = ResultOf<typeof dailyFigures>;
export type Column = ResultOf<typeof dailyColumns>;

/** Whose facts, and of which time. */
export interface Scope {
  section: string;
  recordedAfter: string;
  recordedUntil: string;
}

/** A figure in its column's unit. */
export const said = (column: Column | undefined, value: unknown) =>
  column?.isMoney
    ? Number(value).toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
    : count(Number(value));

/** The records behind a column of a day; only those of before the time that it covers, or all. */
export const factsOf = ({ section, recordedAfter, recordedUntil }: Scope, column: Column | undefined, isLate = false) =>
  factsPath({
    section,
    recordedAfter,
    recordedUntil,
    measure: column?.counts,
    ...(isLate && { from: '1900-01-01', to: dayOf(recordedAfter) }),
  });

/** The figures of a day, the total of each column first and its classes below; each opens the records behind it. */
export function Figures({ columns, figures, of }: { columns: Column[]; figures: Figure[]; of: Scope }) {
  const words = useWords(dailyWords);
  const units = useTerms('FormUnit');
  const marks = useMarks();
  const rows = columns.flatMap((column) =>
    figures
      .filter((figure) => figure.column === column.code)
      .toSorted((one, other) => Number(other.isTotal) - Number(one.isTotal))
      .map((figure) => ({ column, figure })),
  );
  const nameOf = ({ isTotal, productClass }: Figure) => (isTotal ? words.total : (productClass?.name ?? words.noClass));
  return (
    <CardTable
      rows={rows}
      rowKey={({ column, figure }) => `${column.code} ${figure.isTotal ? '' : (figure.productClass?.code ?? without)}`}
      empty={words.nothing}
      columns={[
        {
          key: 'column',
          title: words.column,
          render: ({ column, figure }) =>
            figure.isTotal ? (
              <b>
                {column.heading}
                {marks.inBrackets(units.term(column.unit))}
              </b>
            ) : (
              <span className="quiet">{nameOf(figure)}</span>
            ),
        },
        {
          key: 'value',
          title: words.value,
          align: 'right',
          render: ({ column, figure }) => <Value column={column} figure={figure} of={of} name={nameOf(figure)} />,
        },
        {
          key: 'note',
          title: words.note,
          render: ({ column, figure }) => (
            <>
              {figure.isManual && <Tag>{words.byHand}</Tag>} {figure.note}
              {figure.recorded !== null && <span className="quiet"> {words.recorded(said(column, figure.recorded))}</span>}
              {Number(figure.lateValue) !== 0 && <span className="quiet"> {words.late(said(column, figure.lateValue))}</span>}
            </>
          ),
        },
      ]}
    />
  );
}

function Value({ column, figure, of, name }: { column: Column; figure: Figure; of: Scope; name: string }) {
  const words = useWords(dailyWords);
  const marks = useMarks();
  const text = said(column, figure.value);
  if (figure.entryCount === 0) return text;
  return (
    <Link
      to={`${factsOf(of, column)}${figure.isTotal ? '' : `&productClass=${figure.productClass?.code ?? without}`}`}
      aria-label={`${text}${marks.semicolon}${words.opens(`${name} ${column.heading}`, count(figure.entryCount))}`}
    >
      {text}
    </Link>
  );
}
