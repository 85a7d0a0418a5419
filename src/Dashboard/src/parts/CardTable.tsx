import type { ReactNode } from 'react';
import { Table, type TableColumnType } from 'antd';
import { useRoomForColumns } from './narrow';

/** A table's column: its title, and what its cells say. */
export interface CardColumn<Row> {
  title: ReactNode;
  key: string;
  render: (row: Row) => ReactNode;
  width?: number;
}

/** A table that is shown whole; on a phone, where it would be pushed sideways, its rows are cards. */
export function CardTable<Row extends object>({ rows, rowKey, columns, empty, minWidth = 'max-content' }: {
  rows: Row[];
  rowKey: (row: Row) => string;
  columns: CardColumn<Row>[];
  empty?: ReactNode;
  minWidth?: number | 'max-content';
}) {
  const isWide = useRoomForColumns();
  if (!isWide) return <Cards rows={rows} rowKey={rowKey} columns={columns} empty={empty} />;
  return (
    <Table<Row> size="small" rowKey={rowKey} dataSource={rows} pagination={false} scroll={{ x: minWidth }}
      {...(empty !== undefined && { locale: { emptyText: empty } })}
      columns={columns.map(({ title, key, render, width }): TableColumnType<Row> => ({
        key, title, render: (_, row) => render(row),
        ...(width && { width }),
      }))} />
  );
}

function Cards<Row extends object>({ rows, rowKey, columns, empty }: {
  rows: Row[];
  rowKey: (row: Row) => string;
  columns: CardColumn<Row>[];
  empty: ReactNode;
}) {
  if (rows.length === 0) return empty;
  return (
    <ul className="rows card-table">
      {rows.map((row) => (
        <li key={rowKey(row)} className="card-row">
          <div className="main">
            {columns.map((column, place) => (
              <div key={column.key} className={place === 0 ? 'card-name' : 'card-cell'}>
                {place > 0 && <span className="quiet">{column.title}：</span>}
                <span>{column.render(row)}</span>
              </div>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
