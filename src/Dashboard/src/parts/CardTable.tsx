import type { ReactNode } from 'react';
import { Checkbox, Grid, Table, type TableColumnType, type TableProps } from 'antd';
import { narrow } from './narrow';

/** A table's column: its title, and what its cells say. */
export interface CardColumn<Row> {
  title: ReactNode;
  key: string;
  render: (row: Row) => ReactNode;
  width?: number;
  sorter?: (a: Row, b: Row) => number;
  /** Whether its title goes without saying, such as that of the rows' steps. */
  isUntitled?: boolean;
}

/** Rows that can be chosen. */
interface Choosing<Row> {
  title: ReactNode;
  chosen: string[];
  onChange: (keys: string[]) => void;
  label: (row: Row) => string;
}

/** A table that is shown whole; on a phone, where it would be pushed sideways, its rows are cards. */
export function CardTable<Row extends object>({ rows, rowKey, columns, choosing, empty, minWidth = 'max-content' }: {
  rows: Row[];
  rowKey: (row: Row) => string;
  columns: CardColumn<Row>[];
  choosing?: Choosing<Row> | undefined;
  empty?: ReactNode;
  minWidth?: number | 'max-content';
}) {
  const isWide = Grid.useBreakpoint().md ?? !narrow().matches;
  if (!isWide) return <Cards rows={rows} rowKey={rowKey} columns={columns} choosing={choosing} empty={empty} />;
  const selection: TableProps<Row>['rowSelection'] = choosing && {
    hideSelectAll: true,
    columnTitle: choosing.title,
    selectedRowKeys: choosing.chosen,
    onChange: (keys) => choosing.onChange(keys as string[]),
    getCheckboxProps: (row) => ({ 'aria-label': choosing.label(row) }),
  };
  return (
    <Table<Row> size="small" rowKey={rowKey} dataSource={rows} pagination={false} scroll={{ x: minWidth }}
      {...(empty !== undefined && { locale: { emptyText: empty } })} {...(selection && { rowSelection: selection })}
      columns={columns.map(({ title, key, render, width, sorter, isUntitled }): TableColumnType<Row> => ({
        key, title: isUntitled ? <span className="out-of-sight">{title}</span> : title, render: (_, row) => render(row),
        ...(width && { width }), ...(sorter && { sorter }),
      }))} />
  );
}

function Cards<Row extends object>({ rows, rowKey, columns, choosing, empty }: {
  rows: Row[];
  rowKey: (row: Row) => string;
  columns: CardColumn<Row>[];
  choosing: Choosing<Row> | undefined;
  empty: ReactNode;
}) {
  if (rows.length === 0) return empty;
  return (
    <ul className="rows card-table">
      {rows.map((row) => {
        const key = rowKey(row);
        return (
          <li key={key} className="card-row">
            {choosing && (
              <Checkbox className="card-pick" aria-label={choosing.label(row)} checked={choosing.chosen.includes(key)}
                onChange={({ target: { checked } }) =>
                  choosing.onChange(checked ? [...choosing.chosen, key] : choosing.chosen.filter((one) => one !== key))} />
            )}
            <div className="main">
              {columns.map((column, place) => (
                <div key={column.key} className={place === 0 ? 'card-name' : 'card-cell'}>
                  {place > 0 && !column.isUntitled && <span className="quiet">{column.title}：</span>}
                  <span>{column.render(row)}</span>
                </div>
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
