import type { ReactNode } from 'react';
import { Checkbox, Table, type TableColumnType } from 'antd';
import { useRoomForColumns } from './narrow';

/** A table's column: its title, and what its cells say. */
export interface CardColumn<Row> {
  title: string;
  key: string;
  render: (row: Row) => ReactNode;
  width?: number;
  /** Figures stand below each other by their last digit. */
  align?: 'right';
  /** The order by this column, for whoever asks for it. */
  sorter?: (one: Row, other: Row) => number;
  /** Whether the cells speak for themselves, such as buttons: the title is then for whoever hears the table only. */
  isHeard?: boolean;
}

/** Rows that can be chosen, by their keys. */
export interface Picking<Row> {
  picked: string[];
  onPick: (keys: string[]) => void;
  title: string;
  /** What the box of a row is called. */
  label: (row: Row) => string;
}

interface CardTableProps<Row> {
  rows: Row[];
  rowKey: (row: Row) => string;
  columns: CardColumn<Row>[];
  empty?: ReactNode;
  picking?: Picking<Row> | undefined;
}

const heard = (title: string) => <span className="out-of-sight">{title}</span>;

/** A table that is shown whole; on a phone, where it would be pushed sideways, its rows are cards. */
export function CardTable<Row extends object>({
  minWidth = 'max-content',
  ...table
}: CardTableProps<Row> & { minWidth?: number | 'max-content' }) {
  const isWide = useRoomForColumns();
  if (!isWide) return <Cards {...table} />;
  const { rows, rowKey, columns, empty, picking } = table;
  return (
    <Table<Row>
      size="small"
      rowKey={rowKey}
      dataSource={rows}
      pagination={false}
      scroll={{ x: minWidth }}
      {...(empty !== undefined && { locale: { emptyText: empty } })}
      {...(picking && {
        rowSelection: {
          hideSelectAll: true,
          preserveSelectedRowKeys: true,
          columnTitle: heard(picking.title),
          selectedRowKeys: picking.picked,
          onChange: (keys) => picking.onPick(keys as string[]),
          getCheckboxProps: (row) => ({ 'aria-label': picking.label(row) }),
        },
      })}
      columns={columns.map(
        ({ title, key, render, width, align, sorter, isHeard }): TableColumnType<Row> => ({
          key,
          title: isHeard ? heard(title) : title,
          render: (_, row) => render(row),
          ...(width && { width }),
          ...(align && { align }),
          ...(sorter && { sorter }),
        }),
      )}
    />
  );
}

function Cards<Row extends object>({ rows, rowKey, columns, empty, picking }: CardTableProps<Row>) {
  if (rows.length === 0) return empty;
  const pick = (key: string, isPicked: boolean) =>
    picking?.onPick(isPicked ? [...picking.picked, key] : picking.picked.filter((one) => one !== key));
  return (
    <ul className="rows card-table">
      {rows.map((row) => (
        <li key={rowKey(row)} className="card-row">
          {picking && (
            <Checkbox
              aria-label={picking.label(row)}
              checked={picking.picked.includes(rowKey(row))}
              onChange={(event) => pick(rowKey(row), event.target.checked)}
            />
          )}
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
function Cell<Row>({ of: { title, isHeard }, isName, shows }: { of: CardColumn<Row>; isName: boolean; shows: ReactNode }) {
  if (shows === null || shows === undefined || shows === false || shows === '') return null;
  return (
    <div className={isName ? 'card-name' : 'card-cell'}>
      {!isName && !isHeard && <span className="quiet">{title}：</span>}
      <span>{shows}</span>
    </div>
  );
}
