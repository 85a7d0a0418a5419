import { Link } from 'react-router';
import { graphql, type ResultOf } from '../app/graphql';
import { useWords } from '../app/language';
import { useMarks } from '../parts/marks';
import { NumberSaid } from '../parts/NumberOf';
import { useTerms } from '../parts/Term';
import { count } from '../parts/time';
import { factsPath, without } from '../Statistics/path';
import { reportFormWords } from './words';

export const formTable = graphql(`
  fragment FormTable on ReportForm {
    kind rowsOf basis from to recordedAfter recordedUntil section
    columns { code heading group unit isMoney isManual byHand isLicensed counts violation }
    rows {
      key title isTotal productClass { code } cases { number officialNumber numberSection }
      cells { column value text entryCount uncertainCount manualCount }
    }
  }
`);

export type Form = ResultOf<typeof formTable>;
type Column = Form['columns'][number];
type Row = Form['rows'][number];
type Cell = Row['cells'][number];

/** The neighbours that one heading stands above; a column of its own has none. */
function groupsOf(columns: Column[]) {
  const groups: { title: string; columns: Column[] }[] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    if (last && column.group && last.title === column.group) last.columns.push(column);
    else groups.push({ title: column.group, columns: [column] });
  }
  return groups;
}

/** A form as it is handed in, on the screen: each figure opens what it is made of. */
export function FormTable({ form }: { form: Form }) {
  const words = useWords(reportFormWords);
  const kinds = useTerms('ReportFormKind');
  const units = useTerms('FormUnit');
  const isByClass = form.rowsOf === 'PRODUCT_CLASSES';
  const groups = groupsOf(form.columns);
  const hasGroups = groups.some(({ title }) => title);
  const headingOf = (column: Column) => (
    <>
      {column.heading}
      {column.unit !== 'WORDS' && <span className="quiet">（{units.term(column.unit)}）</span>}
    </>
  );
  const span = hasGroups ? 2 : 1;
  return (
    <div className="form-scroll" tabIndex={0} role="group" aria-label={kinds.term(form.kind)}>
      <table className="form-table">
        <thead>
          <tr>
            <th scope="col" rowSpan={span}>
              {isByClass ? words.productClass : words.place}
            </th>
            {groups.map(({ title, columns }) =>
              title ? (
                <th key={columns[0]!.code} scope="colgroup" colSpan={columns.length}>
                  {title}
                </th>
              ) : (
                <th key={columns[0]!.code} scope="col" rowSpan={span}>
                  {headingOf(columns[0]!)}
                </th>
              ),
            )}
          </tr>
          {hasGroups && (
            <tr>
              {groups.flatMap(({ title, columns }) =>
                title
                  ? columns.map((column) => (
                      <th key={column.code} scope="col">
                        {headingOf(column)}
                      </th>
                    ))
                  : [],
              )}
            </tr>
          )}
        </thead>
        <tbody>
          {form.rows.map((row, place) => (
            <tr key={row.isTotal ? 'total' : row.key || without} className={row.isTotal ? 'total' : undefined}>
              <th scope="row">{isByClass || row.isTotal ? row.title : place + 1}</th>
              {row.cells.map((cell, at) => (
                <td key={cell.column} className={form.columns[at]!.unit === 'WORDS' ? 'words' : undefined}>
                  <Said form={form} row={row} column={form.columns[at]!} cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Said({ form, row, column, cell }: { form: Form; row: Row; column: Column; cell: Cell }) {
  const words = useWords(reportFormWords);
  const marks = useMarks();
  if (column.unit === 'WORDS')
    return column.code === (form.rowsOf === 'CASES' ? 'title' : 'party') ? <Opened row={row} text={cell.text} /> : cell.text;
  // What is filled in elsewhere than among the entries for a period stands as it is.
  if (column.isManual && cell.value !== null && cell.manualCount === 0) return count(Number(cell.value));
  if (column.isManual) {
    const to = `/form-entries?${new URLSearchParams({
      figure: column.byHand ?? '',
      from: form.from,
      to: form.to,
      ...(form.section && { section: form.section }),
      ...(!row.isTotal && { productClass: row.productClass?.code ?? without }),
    })}`;
    const figure = cell.manualCount > 0 ? count(Number(cell.value)) : '—';
    return (
      <Link
        to={to}
        className={cell.manualCount > 0 ? undefined : 'by-hand'}
        title={words.manual}
        aria-label={`${figure}，${row.title} ${column.heading}${marks.colon}${words.manual}`}
      >
        {figure}
      </Link>
    );
  }
  if (cell.value === null)
    return (
      <span className="quiet" title={words.unknown}>
        {words.toBeChecked}
        <span className="out-of-sight">{words.unknown}</span>
      </span>
    );
  const figure = column.isMoney
    ? Number(cell.value).toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
    : count(Number(cell.value));
  const of = {
    ...(form.recordedAfter
      ? { recordedAfter: form.recordedAfter, recordedUntil: form.recordedUntil }
      : { from: form.from, to: form.to }),
    measure: column.counts,
    violation: column.violation,
    productClass: row.isTotal ? null : (row.productClass?.code ?? without),
  };
  const licensed = column.isLicensed === null ? null : String(column.isLicensed);
  return (
    <>
      {cell.entryCount === 0 ? (
        figure
      ) : (
        <Link
          to={factsPath({ ...of, section: form.section, licensed })}
          aria-label={`${figure}，${words.opens(`${row.title} ${column.heading}`, count(cell.entryCount))}`}
        >
          {figure}
        </Link>
      )}
      {cell.uncertainCount > 0 && (
        <span className="quiet was" title={words.uncertain}>
          {words.uncertainOf(count(cell.uncertainCount))}
          <span className="out-of-sight">{words.uncertain}</span>
        </span>
      )}
    </>
  );
}

/** Words that open the case behind a row; where there are several, each stands below them. */
function Opened({ row, text }: { row: Row; text: string | null }) {
  const cases = row.cases.filter((one) => one !== null);
  const [only, ...more] = cases;
  if (!only) return text;
  if (more.length === 0) return <Link to={`/cases/${only.number}`}>{text}</Link>;
  return (
    <>
      {text}
      {cases.map((one) => (
        <Link key={one.number} to={`/cases/${one.number}`} className="of-row">
          <NumberSaid of={one} />
        </Link>
      ))}
    </>
  );
}
