import { useEffect, useRef, useState } from 'react';
import { Button, Skeleton } from 'antd';
import type { EChartsOption } from 'echarts';
import { useWords } from '../app/language';
import { chartWords } from './chartWords';

interface Clicked { name: string; seriesIndex?: number; value?: unknown }

/** A chart, drawn by ECharts when it is needed; its figures can be read as a table too. */
export function Chart({ label, option, table, height = 380, onClick }: { label: string; option: EChartsOption; table: { head: string[]; rows: (string | number)[][] }; height?: number; onClick?: (clicked: Clicked) => void }) {
  const words = useWords(chartWords);
  const frame = useRef<HTMLDivElement>(null);
  const click = useRef(onClick);
  click.current = onClick;
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
      chart.on('click', (event) => click.current?.(event as unknown as Clicked));
      const size = new ResizeObserver(() => chart.resize());
      size.observe(at);
      setReady(true);
      clean = () => {
        size.disconnect();
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
        <div className="table-scroll" tabIndex={0}>
          <table>
            <caption className="quiet">{label}</caption>
            <thead><tr>{table.head.map((one) => <th key={one} scope="col">{one}</th>)}</tr></thead>
            <tbody>{table.rows.map((row) => <tr key={String(row[0])}>{row.map((cell, place) => (place === 0 ? <th key={place} scope="row">{cell}</th> : <td key={place}>{cell}</td>))}</tr>)}</tbody>
          </table>
        </div>
      )}
      <Button size="small" type="link" onClick={() => setAsTable(!asTable)}>{asTable ? words.chart : words.table}</Button>
    </figure>
  );
}
