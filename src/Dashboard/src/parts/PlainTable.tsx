import { useState, type ReactNode } from 'react';
import { unbrokenText } from './unbrokenText';
import type { SaidColumn } from './Whole';

/** A table's column: its title, and what its cells say. */
export interface TableColumn<Row> extends SaidColumn<Row> {
  key: string;
  width?: number;
  /** Figures stand below each other by their last digit. */
  align?: 'right';
  /** The order by this column, for whoever asks for it. */
  sorter?: (one: Row, other: Row) => number;
  /** Whether the cells speak for themselves, such as buttons: the title is then for whoever hears the table only. */
  isHeard?: boolean;
}

export interface TableOf<Row> {
  rows: Row[];
  rowKey: (row: Row) => string;
  columns: TableColumn<Row>[];
  empty?: ReactNode;
}

interface Order {
  by: string;
  isDescending: boolean;
}

/**
 * A table that is shown whole, of the browser's own. The first page has one, so it must weigh nothing: the library's table brings trees,
 * pages and filters that none of ours has.
 */
export function PlainTable<Row>({
  rows,
  rowKey,
  columns,
  empty,
  minWidth = '100%',
  orderedBy,
}: TableOf<Row> & {
  minWidth?: number | string;
  /** The column by which the rows are ordered before anybody asks for another order. */
  orderedBy?: string;
}) {
  const [order, setOrder] = useState<Order | null>(orderedBy ? { by: orderedBy, isDescending: false } : null);
  const sorter = columns.find(({ key }) => key === order?.by)?.sorter;
  const ordered = sorter ? rows.toSorted((one, other) => (order?.isDescending ? sorter(other, one) : sorter(one, other))) : rows;
  const choose = (by: string) => setOrder({ by, isDescending: order?.by === by && !order.isDescending });
  const sortOf = ({ key }: TableColumn<Row>) => (order?.by !== key ? 'none' : order.isDescending ? 'descending' : 'ascending');
  return (
    <div className="plain-table">
      <table style={{ width: minWidth }}>
        <thead>
          <tr>
            {columns.map((column) => {
              const { key, title, width, align, isHeard } = column;
              return (
                <th key={key} scope="col" style={{ width, textAlign: align }} {...(column.sorter && { 'aria-sort': sortOf(column) })}>
                  {column.sorter ? (
                    <button type="button" className="list-order" onClick={() => choose(key)}>
                      {title}
                      <span aria-hidden="true">{marks[sortOf(column)]}</span>
                    </button>
                  ) : isHeard ? (
                    <span className="out-of-sight">{title}</span>
                  ) : (
                    title
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {ordered.map((row) => (
            <tr key={rowKey(row)} className="table-row">
              {columns.map(({ key, render, align }) => (
                <td key={key} style={{ textAlign: align }}>
                  {unbrokenText(render(row))}
                </td>
              ))}
            </tr>
          ))}
          {rows.length === 0 && empty !== undefined && (
            <tr>
              <td colSpan={columns.length}>{empty}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

const marks = { ascending: '\u00a0▲', descending: '\u00a0▼', none: '\u00a0↕' };
