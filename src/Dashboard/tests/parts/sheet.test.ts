import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { csvOf, type Said, workbookOf } from '@/parts/sheet';

const textOf = async (titles: string[], rows: string[][]) => {
  const bytes = new Uint8Array(await csvOf({ titles, rows: rows.map((row) => row.map((text) => ({ text }))) }).arrayBuffer());
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
};
const lines = async (rows: string[][]) => (await textOf(['名称'], rows)).slice(1).split('\r\n').slice(1, -1);

describe('a list as a file', () => {
  test('begins with the mark of UTF-8 and its titles', async () =>
    expect(await textOf(['名称', '金额'], [])).toBe('\uFEFF名称,金额\r\n'));

  test.each(['=HYPERLINK("x")', '+1+cmd', '-2+3', '@SUM(A1)', ' =1', '\t=1', '\r=1'])('nothing in it is calculated: %j', async (text) => {
    expect(await textOf([], [[text]])).toContain(`'${text.replaceAll('"', '""')}`);
  });

  test.each(['-12.5', '+3', '1,234.50\u00a0元'])('an amount stays one: %s', async (text) =>
    expect(await textOf([], [[text]])).not.toContain("'"),
  );

  test('what has commas, quotes or lines in it is one cell', async () =>
    expect(await lines([['甲,乙'], ['他说"好"'], ['一\n二']])).toEqual(['"甲,乙"', '"他说""好"""', '"一\n二"']));
});

describe('a list as a workbook', () => {
  const read = async (titles: string[], rows: Said[][]) => {
    const workbook = await readXlsx(await (await workbookOf('案件', { titles, rows })).arrayBuffer(), { readStyles: true });
    return workbook.sheets[0]!;
  };

  test('days are days, amounts are numbers, and all else is text as it stands', async () => {
    const sheet = await read(['案由', '受理日期', '货值'], [
      [{ text: '=HYPERLINK("x")' }, { text: '2026-03-02' }, { text: '1,234.50 元', number: 1234.5 }],
      [{ text: '-2+3' }, { text: '—' }, { text: '—', number: null }],
    ]);
    expect(sheet.rows).toEqual([
      ['案由', '受理日期', '货值'],
      ['=HYPERLINK("x")', new Date('2026-03-02T00:00:00Z'), 1234.5],
      ['-2+3', '—', '—'],
    ]);
    // A formula would be one in the file, whatever its cell shows.
    expect([...(sheet.cells?.values() ?? [])].filter(({ formula }) => formula)).toEqual([]);
  });

  test('a list of nothing has its titles', async () => expect((await read(['案由'], [])).rows).toEqual([['案由']]));
});

test('an amount in CSV is a number without its unit, and nothing where there is none', async () => {
  const rows = [[{ text: '20,619 元', number: 20_619 }], [{ text: '未估价', number: null }]];
  const text = await csvOf({ titles: ['货值'], rows }).text();
  expect(text.replace('\uFEFF', '').split('\r\n').slice(1, 3)).toEqual(['20619', '未估价']);
});
