import type { ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { Card } from './Card';
import { Standing } from './Standing';

/** A part of the first page that lists what it is about: while it loads, when it failed, in words when there is nothing, and row by row. */
export function ListPanel<Row>({ title, extra, rows, keyOf, empty, children, ...standing }: {
  title: string;
  extra?: ReactNode;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** What is said where there is nothing. */
  empty: string;
  fetching: boolean;
  error: CombinedError | undefined;
  again: () => void;
  children: (row: Row) => ReactNode;
}) {
  return (
    <Card title={title} extra={extra}>
      <Standing {...standing} empty={rows.length === 0 && empty}>
        <ul className="rows">
          {rows.map((row) => (
            <li key={keyOf(row)}>{children(row)}</li>
          ))}
        </ul>
      </Standing>
    </Card>
  );
}
