import { useEffect, useRef, useState } from 'react';
import { Button, Skeleton } from 'antd';
import type { EChartsOption } from 'echarts';
import { Link, useNavigate } from 'react-router';
import { useWords } from '../app/language';
import { chartWords } from './chartWords';

/** What a part of a picture says, and the address of what it counts where there is any. */
export interface Figure {
  shows: string | number;
  to?: string | undefined;
}

/** The figures of a picture: each row is called by a name, and has a figure under each further title. */
export interface FigureTable {
  head: string[];
  rows: { name: string; figures: Figure[] }[];
}

interface Clicked {
  seriesIndex?: number;
  dataIndex?: number;
  value?: unknown;
}

/** The figure that a part of a picture stands for: of a heat map its column and row, else its series and its place in it. */
export function figureAt({ rows }: FigureTable, { seriesIndex = 0, dataIndex = 0, value }: Clicked): Figure | undefined {
  const [column, row] = Array.isArray(value) ? (value as number[]) : [seriesIndex, dataIndex];
  return rows[row!]?.figures[column!];
}

/**
 * A chart, drawn by ECharts when it is needed. Its figures can be read as a table too, in which whoever uses no pointer finds the same
 * links that the parts of the picture are.
 */
export function Chart({
  label,
  option,
  table,
  height = 380,
}: {
  label: string;
  option: EChartsOption;
  table: FigureTable;
  height?: number;
}) {
  const words = useWords(chartWords);
  const navigate = useNavigate();
  const frame = useRef<HTMLDivElement>(null);
  const click = useRef<(clicked: Clicked) => void>(undefined);
  click.current = (clicked) => {
    const { to } = figureAt(table, clicked) ?? {};
    if (to) navigate(to);
  };
  const [ready, setReady] = useState(false);
  const [asTable, setAsTable] = useState(false);
  const drawn = JSON.stringify(option);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what a click does is asked of a reference, so that the chart is not drawn again for it.
  useEffect(() => {
    const at = frame.current;
    if (!at) return undefined;
    let over = false;
    let clean = () => {};
    void import('./echarts').then(({ init }) => {
      if (over) return;
      const chart = init(at);
      // Written into the canvas: what the page's policy forbids is styles in texts.
      chart.setOption({ textStyle: { fontFamily: getComputedStyle(at).fontFamily }, tooltip: { trigger: 'item', renderMode: 'richText' }, ...(JSON.parse(drawn) as EChartsOption) });
      chart.on('click', (event) => click.current?.(event as Clicked));
      const size = new ResizeObserver(() => chart.resize());
      size.observe(at);
      setReady(true);
      clean = () => {
        size.disconnect();
        // A picture that is still being painted goes on painting in the next frame; one that has nothing left to paint does not.
        chart.clear();
        chart.getZr().refreshImmediately();
        chart.dispose();
      };
    });
    return () => {
      over = true;
      clean();
    };
  }, [drawn, asTable]);

  return (
    <figure className="chart">
      {!asTable && !ready && <Skeleton active />}
      {!asTable && <div ref={frame} role="img" aria-label={label} style={{ height }} />}
      {asTable && (
        <div className="table-scroll" tabIndex={0} role="group" aria-label={label}>
          <table>
            <caption className="quiet">{label}</caption>
            <thead>
              <tr>
                {table.head.map((one) => (
                  <th key={one} scope="col">
                    {one}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map(({ name, figures }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {figures.map(({ shows, to }, place) => (
                    <td key={place}>{to ? <Link to={to}>{shows}</Link> : shows}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Button size="small" type="link" onClick={() => setAsTable(!asTable)}>{asTable ? words.chart : words.table}</Button>
    </figure>
  );
}
