import { isValidElement, useCallback, useEffect, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { App, Button, Dropdown } from 'antd';
import type { CombinedError } from 'urql';
import { faultOf } from '../app/api';
import { useWords } from '../app/language';
import { useSession } from '../app/session';
import { frameWords } from '../app/words';
import { currentMarks } from './marks';
import { whenChosen } from './menu';
import { csvOf, saveFile, type Said, type Sheet, workbookOf } from './sheet';
import { count, dayOf, timeOf } from './time';
import { partWords } from './words';

/** A column as a file or the printer has it. */
export interface SaidColumn<Row> {
  title: string;
  render: (row: Row) => ReactNode;
  /** What the cell says, as plain text; nothing where that follows from what `render` draws. */
  text?: (row: Row) => string;
  /** The number that the cell says, such as an amount: in a file it is one. */
  number?: (row: Row) => number | null;
  /** What the column is in a file, where it says several things: each for itself, so that one can order by it. */
  inFile?: { title: string; text: (row: Row) => string }[];
}

/** The columns as a file has them. */
const columnsOfFile = <Row,>(columns: SaidColumn<Row>[]): SaidColumn<Row>[] =>
  columns.flatMap((column) => column.inFile?.map(({ title, text }) => ({ title, text, render: text })) ?? [column]);

/** The most rows that a file or a printed list has. */
const mostRows = 10_000;
type FileKind = 'xlsx' | 'csv';

/** What a cell says, in words: what is drawn in it, without the marks that only show. */
const saidBy = (drawn: ReactNode): string => {
  if (typeof drawn === 'string' || typeof drawn === 'number') return String(drawn);
  if (Array.isArray(drawn)) return drawn.map(saidBy).filter(Boolean).join(currentMarks().comma);
  return isValidElement<{ children?: ReactNode }>(drawn) ? saidBy(drawn.props.children) : '';
};

/** What a column says of a row, as plain text. */
export const textOf = <Row,>(column: SaidColumn<Row>, row: Row) => column.text?.(row) ?? saidBy(column.render(row));

const saidIn = <Row,>(column: SaidColumn<Row>, row: Row): Said =>
  ({ text: textOf(column, row), ...(column.number && { number: column.number(row) }) });

/** The whole list as it is shown, with every row: as a file, or on paper. It is read as the list is, so it has what the reader may see. */
export function Whole<Row>({ all, columns, label, total }: {
  all: (most: number) => Promise<{ rows: Row[]; isWhole: boolean }>;
  columns: SaidColumn<Row>[];
  label: string;
  total: number;
}) {
  const words = useWords(partWords);
  const frame = useWords(frameWords);
  const { me, now } = useSession();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [paper, setPaper] = useState<Sheet | null>(null);
  const read = async (columns: SaidColumn<Row>[], then: (sheet: Sheet) => void | Promise<void>) => {
    setBusy(true);
    try {
      const { rows, isWhole } = await all(mostRows);
      if (!isWhole) void message.warning(words.notWhole(count(mostRows), count(total)));
      await then({ titles: columns.map(({ title }) => title), rows: rows.map((row) => columns.map((column) => saidIn(column, row))) });
    } catch (fault) {
      void message.error(faultOf(fault as CombinedError, frame));
    } finally {
      setBusy(false);
    }
  };
  const done = useCallback(() => setPaper(null), []);
  const keep = (kind: FileKind) => read(columnsOfFile(columns), async (sheet) => {
    const content = kind === 'xlsx' ? await workbookOf(label, sheet) : csvOf(sheet);
    saveFile(`${label}-${dayOf(now())}.${kind}`, content);
  });
  const kinds: { key: FileKind; label: string }[] = [{ key: 'xlsx', label: words.asWorkbook }, { key: 'csv', label: words.asText }];
  return (
    <>
      <Dropdown trigger={['click']} disabled={busy} menu={{ items: kinds, onClick: whenChosen((kind) => void keep(kind as FileKind)) }}>
        <Button size="small" loading={busy}>{words.export}</Button>
      </Dropdown>
      <Button size="small" disabled={busy} onClick={() => void read(columns, setPaper)}>{words.print}</Button>
      {paper && <Paper sheet={paper} title={label} remark={`${me.displayName} · ${timeOf(now().toISOString())} · ${words.total(count(paper.rows.length))}`} onDone={done} />}
    </>
  );
}

/** The list on paper: every row, nothing of the page around it. */
function Paper({ sheet: { titles, rows }, title, remark, onDone }: { sheet: Sheet; title: string; remark: string; onDone: () => void }) {
  useEffect(() => {
    window.addEventListener('afterprint', onDone);
    window.print();
    return () => window.removeEventListener('afterprint', onDone);
  }, [onDone]);
  return createPortal(
    <div className="paper">
      <h1>{title}</h1>
      <p>{remark}</p>
      <table>
        <thead><tr>{titles.map((one) => <th key={one} scope="col">{one}</th>)}</tr></thead>
        <tbody>{rows.map((row, place) => <tr key={place}>{row.map(({ text }, column) => <td key={column}>{text}</td>)}</tr>)}</tbody>
      </table>
    </div>,
    document.body,
  );
}
