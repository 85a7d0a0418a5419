import { expect, test } from 'vitest';
import { heatMap } from '@/Cases/heat';

const long = 'Low-voltage electrical apparatus';
const figures = [[0, 0, 7]];
const map = (columns: string[], rows: string[], isNarrow = false) => heatMap({ columns, rows, cells: figures, isNarrow });
const below = ({ option }: ReturnType<typeof heatMap>) => (option.grid as { bottom: number }).bottom;

test('long names of columns have the room that they take above the scale of colours', () => {
  // Thirty-two letters of 12 px, aslant by 40 degrees, and 44 px for the scale.
  expect(below(map([long], ['Chating Town']))).toBeGreaterThan(120 + 44);
  expect(below(map([long], ['Chating Town'], true))).toBeGreaterThan(160 + 44);
  expect(below(map(['食品'], ['茶亭镇']))).toBeLessThan(below(map([long], ['Chating Town'])));
});

test('a row is as high as its name has lines, and every name is drawn', () => {
  const rows = ['Production without licence or certification', 'Forged quality mark'];
  const [wide, narrow] = [map(['Food'], rows), map(['Food'], rows, true)];
  const ofRows = (one: ReturnType<typeof heatMap>) => (one.height - below(one) - 16) / rows.length;
  expect(ofRows(wide)).toBe(34);
  expect(ofRows(narrow)).toBeGreaterThanOrEqual(49);
  expect(narrow.option.yAxis).toMatchObject({ axisLabel: { interval: 0 } });
});

test('the scale of colours says its figures', () => {
  expect(map(['Food'], ['Chating Town']).option.visualMap).toMatchObject({ text: ['7', '0'] });
});
