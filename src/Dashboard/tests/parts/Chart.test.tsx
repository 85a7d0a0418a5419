import { screen, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { Chart, figureAt, type FigureTable } from '@/parts/Chart';
import { show } from '../support/page';

// The picture itself is drawn on a canvas, which a browser made of objects has not.
vi.mock('@/parts/echarts', () => ({
  init: () => ({
    setOption: () => undefined,
    on: () => undefined,
    resize: () => undefined,
    clear: () => undefined,
    getZr: () => ({ refreshImmediately: () => undefined }),
    dispose: () => undefined,
  }),
}));

const table: FigureTable = {
  head: ['街道', '化肥', '家电'],
  rows: [
    { name: '望湖街道', figures: [{ shows: 3, to: '/cases?area=A&class=F' }, { shows: 0 }] },
    { name: '青溪街道', figures: [{ shows: 1, to: '/cases?area=B&class=F' }, { shows: 2, to: '/cases?area=B&class=H' }] },
  ],
};

describe('a chart', () => {
  test('has a table whose figures are the links that the parts of the picture are', async () => {
    const { user, router } = show(<Chart label="线索分布" option={{}} table={table} />, { others: { '/cases': <p>案件</p> } });
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '以表格查看' }));
    await user.keyboard('{Enter}');
    const row = screen.getByRole('row', { name: '青溪街道 1 2' });
    expect(within(row).getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/cases?area=B&class=F',
      '/cases?area=B&class=H',
    ]);
    within(row).getAllByRole('link')[1]!.focus();
    await user.keyboard('{Enter}');
    expect(router.state.location.search).toBe('?area=B&class=H');
  });

  test('says nothing counts where there is nothing, and leads nowhere from it', async () => {
    const { user } = show(<Chart label="线索分布" option={{}} table={table} />);
    await user.click(screen.getByRole('button', { name: '以表格查看' }));
    const row = screen.getByRole('row', { name: '望湖街道 3 0' });
    expect(within(row).getAllByRole('link')).toHaveLength(1);
  });

  test.each([
    ['a place of a heat map by its column and row', { seriesIndex: 0, dataIndex: 9, value: [1, 1, 2] }, 2],
    ['a bar by its series and its place', { seriesIndex: 0, dataIndex: 1, value: 1 }, 1],
  ])('knows %s', (_, clicked, shows) => expect(figureAt(table, clicked)?.shows).toBe(shows));
});
