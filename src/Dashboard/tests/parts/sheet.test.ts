import { describe, expect, test } from 'vitest';
import { csvOf } from '@/parts/sheet';

const lines = (rows: string[][]) =>
  csvOf({ titles: ['名称'], rows })
    .slice(1)
    .split('\r\n')
    .slice(1, -1);

describe('a list as a file', () => {
  test('begins with the mark of UTF-8 and its titles', () =>
    expect(csvOf({ titles: ['名称', '金额'], rows: [] })).toBe('\uFEFF名称,金额\r\n'));

  test.each(['=HYPERLINK("x")', '+1+cmd', '-2+3', '@SUM(A1)', ' =1', '\t=1', '\r=1'])('nothing in it is calculated: %j', (text) => {
    expect(csvOf({ titles: [], rows: [[text]] })).toContain(`'${text.replaceAll('"', '""')}`);
  });

  test.each(['-12.5', '+3', '1,234.50\u00a0元'])('an amount stays one: %s', (text) =>
    expect(csvOf({ titles: [], rows: [[text]] })).not.toContain("'"),
  );

  test('what has commas, quotes or lines in it is one cell', () =>
    expect(lines([['甲,乙'], ['他说"好"'], ['一\n二']])).toEqual(['"甲,乙"', '"他说""好"""', '"一\n二"']));
});
