import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { CardTable } from '@/parts/CardTable';
import { show } from '../support/page';

interface Row {
  id: string;
  on: string;
}

const table = (rows: Row[]) => (
  <>
    <button type="button">导入</button>
    <CardTable<Row>
      rows={rows}
      rowKey={({ id }) => id}
      empty="尚无记录"
      columns={[{ title: '编号', key: 'id', render: ({ id }) => id }, { title: '日期', key: 'on', render: ({ on }) => on }]}
    />
  </>
);

test('where there is nothing it is said in a block of its own, not behind the button before it', () => {
  show(table([]));
  expect(screen.getByText('尚无记录').closest('.card-table, table')).not.toBeNull();
});

test('a day in a cell stays in one line', () => {
  show(table([{ id: 'ZG-2SJ1W8Q7DQ', on: '2026-10-07' }]));
  expect(screen.getByText('2026-10-07').className).toBe('unbroken');
  expect(screen.getByText('ZG-2SJ1W8Q7DQ').className).toBe('unbroken');
});
