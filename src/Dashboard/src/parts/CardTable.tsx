import type { ReactNode } from 'react';
import { Checkbox } from 'antd';
import { useMarks } from './marks';
import { useRoomForColumns } from './narrow';
import { unbroken } from './unbroken';
import { PlainTable, type TableColumn, type TableOf } from './PlainTable';

/** Rows that can be chosen, by their keys. */
export interface Picking<Row> {
  picked: string[];
  onPick: (keys: string[]) => void;
  title: string;
  /** What the box of a row is called. */
  label: (row: Row) => string;
}

interface CardTableOf<Row> extends TableOf<Row> {
  picking?: Picking<Row> | undefined;
}

/** A table that is shown whole; on a phone, where it would be pushed sideways, its rows are cards. */
export function CardTable<Row extends object>({
  minWidth = 'max-content',
  ...table
}: CardTableOf<Row> & { minWidth?: number | 'max-content' }) {
  const isWide = useRoomForColumns();
  if (!isWide) return <Cards {...table} />;
  const { picking, columns, ...plain } = table;
  const box = (row: Row) => picking && <PickBox of={picking} rowKey={table.rowKey(row)} row={row} />;
  const pick: TableColumn<Row>[] = picking ? [{ title: picking.title, key: 'pick', width: 44, isHeard: true, render: box }] : [];
  return <PlainTable {...plain} columns={[...pick, ...columns]} minWidth={minWidth} />;
}

/** The box by which a row is chosen. */
export function PickBox<Row>({ of: { picked, onPick, label }, row, rowKey }: { of: Picking<Row>; row: Row; rowKey: string }) {
  return (
    <Checkbox
      aria-label={label(row)}
      checked={picked.includes(rowKey)}
      onChange={({ target }) => onPick(target.checked ? [...picked, rowKey] : picked.filter((one) => one !== rowKey))}
    />
  );
}

function Cards<Row extends object>({ rows, rowKey, columns, empty, picking }: CardTableOf<Row>) {
  if (rows.length === 0) return <div className="card-table">{empty}</div>;
  return (
    <ul className="rows card-table">
      {rows.map((row) => (
        <li key={rowKey(row)} className="card-row">
          {picking && <PickBox of={picking} row={row} rowKey={rowKey(row)} />}
          <div className="main">
            {columns.map((column, place) => (
              <Cell key={column.key} of={column} isName={place === 0} shows={column.render(row)} />
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What a row has in a column; where it has nothing, nothing is said of it. */
function Cell<Row>({ of: { title, isHeard }, isName, shows }: { of: TableColumn<Row>; isName: boolean; shows: ReactNode }) {
  const marks = useMarks();
  if (shows === null || shows === undefined || shows === false || shows === '') return null;
  return (
    <div className={isName ? 'card-name' : 'card-cell'}>
      {!isName && !isHeard && <span className="quiet">{title}{marks.colon}</span>}
      <span>{unbroken(shows)}</span>
    </div>
  );
}
