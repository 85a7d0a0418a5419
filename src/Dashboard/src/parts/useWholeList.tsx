import { useWords } from '../app/language';
import { count } from './time';
import { useTextFilter } from './useTextFilter';
import { type SaidColumn, textOf, Whole } from './Whole';
import { partWords } from './words';

/**
 * What every list has, for one that a page shows whole: the box that narrows it down by whatever its columns say, how many there are, and
 * the file or the paper with what is shown. All of it is derived from the columns.
 */
export function useWholeList<Row>({ rows, columns, label }: { rows: Row[]; columns: SaidColumn<Row>[]; label: string }) {
  const words = useWords(partWords);
  const { box, filter } = useTextFilter<Row>((row) => columns.map((column) => textOf(column, row)).join(' '));
  const shown = filter(rows);
  const tools = (
    <div className="filters" role="search" aria-label={label}>
      {box}
      <span className="quiet" role="status">{words.total(count(shown.length))}</span>
      <Whole all={(most) => Promise.resolve({ rows: shown.slice(0, most), isWhole: shown.length <= most })} columns={columns} label={label}
        total={shown.length} />
    </div>
  );
  return { tools, shown };
}
