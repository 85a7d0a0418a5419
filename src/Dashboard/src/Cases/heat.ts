import type { EChartsOption } from 'echarts';

const scaleHeight = 44;
const top = 16;
const lineHeight = 15;
const leastRow = 28;

/** How wide a text is about: a Chinese character is as wide as it is high, a Latin letter a little more than half of that. */
const widthOf = (text: string, size: number) => [...text].reduce((sum, one) => sum + (one > '\u2e7f' ? size : size * 0.58), 0);

/**
 * A heat map: how high it must be for its names to be read whole, and how it is drawn. The names of its columns stand aslant, upright on a
 * phone, above the scale of its colours; the names of its rows go on in further lines, for which each row is high enough.
 */
export function heatMap({
  columns,
  rows,
  cells,
  isNarrow,
}: {
  columns: string[];
  rows: string[];
  /** Column, row and figure of each cell. */
  cells: number[][];
  isNarrow: boolean;
}): { height: number; option: EChartsOption } {
  const size = isNarrow ? 10 : 12;
  const named = isNarrow ? { left: 104, width: 96 } : { left: 216, width: 204 };
  const rotate = isNarrow ? 90 : 40;
  const longest = Math.max(0, ...columns.map((one) => widthOf(one, size)));
  const below = Math.ceil(longest * Math.sin((rotate * Math.PI) / 180)) + size + 12;
  // Words are not parted: a line may stay shorter than there is room, so that a text may need one line more.
  const lines = (text: string) => (widthOf(text, size) <= named.width ? 1 : Math.ceil(widthOf(text, size) / named.width + 0.4));
  const rowHeight = Math.max(leastRow, ...rows.map((one) => lines(one) * lineHeight + 4));
  const most = Math.max(1, ...cells.map((one) => one[2]!));
  return {
    height: top + rows.length * rowHeight + below + scaleHeight,
    option: {
      grid: { left: named.left, right: 16, top, bottom: below + scaleHeight },
      xAxis: { type: 'category', data: columns, axisLabel: { rotate, interval: 0, fontSize: size } },
      yAxis: {
        type: 'category',
        data: rows,
        axisLabel: { interval: 0, width: named.width, overflow: 'break', lineHeight, fontSize: size },
      },
      visualMap: {
        min: 0,
        max: most,
        text: [String(most), '0'],
        orient: 'horizontal',
        left: 'center',
        bottom: 0,
        inRange: { color: ['#eef4fb', '#9cc3ea', '#2b74c4', '#0a2c55'] },
      },
      series: [{ type: 'heatmap', data: cells, label: { show: true, ...(isNarrow && { fontSize: 10 }) } }],
    },
  };
}
