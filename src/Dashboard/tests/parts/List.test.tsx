import { useState } from 'react';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { readXlsx } from 'hucre/xlsx';
import { Link } from 'react-router';
import { gql } from 'urql';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { List, type Column } from '@/parts/List';
import type { ListQuery } from '@/parts/usePages';
import { officer, show } from '../support/page';

interface Row {
  id: string;
  name: string;
  value: number;
}
interface Data {
  things: { nodes: Row[]; pageInfo: { hasNextPage: boolean; endCursor: string | null }; totalCount: number };
}
interface Variables {
  where: object;
  order?: object[];
  first: number;
  after?: string | null;
}

const query = gql`
  query Things($first: Int!, $after: String, $where: Where, $order: [Sort!]) {
    things(first: $first, after: $after, where: $where, order: $order) { nodes { id } }
  }
` as unknown as ListQuery<Data, { where: object }>;
const total = 450;
const things = (given: Record<string, unknown>): Data => {
  const { first, after, order } = given as unknown as Variables;
  const from = after ? Number(after) : 0;
  const to = Math.min(total, from + first);
  const numberOf = (place: number) => (order ? total - place : place + 1);
  return {
    things: {
      nodes: Array.from({ length: to - from }, (_, place) => ({
        id: `t${numberOf(from + place)}`,
        name: `=第${numberOf(from + place)}家`,
        value: numberOf(from + place),
      })),
      pageInfo: { hasNextPage: to < total, endCursor: String(to) },
      totalCount: total,
    },
  };
};

const columns: Column<Row>[] = [
  { key: 'name', title: '名称', width: '2fr', render: (row) => row.name },
  { key: 'value', title: '金额', width: '1fr', order: 'value', render: (row) => <b>{row.value}</b>, text: (row) => `${row.value}`,
    number: (row) => row.value },
];
const keep = vi.fn(() => ({ keepPreference: { preferences: [] } }));
const list = (
  <List
    query={query}
    variables={{ where: {} }}
    pick={(data: Data) => data.things}
    kinds={['CASE']}
    rowKey={(row) => row.id}
    to={(row) => `/things/${row.id}`}
    label="事项"
    columns={columns}
  />
);
const open = (at = '/things') =>
  show(list, { at, answers: { Things: things, KeepPreference: keep }, others: { '/things/:id': <Link to="/things">去列表</Link> } });
const rows = () => screen.findAllByRole('row').then((all) => all.slice(1));

/** The one file into which the list goes, of the kind that is chosen. */
async function exported(kind: RegExp) {
  const files: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    files.push(file as Blob);
    return 'blob:x';
  });
  const { user } = open();
  await rows();
  await user.click(screen.getByRole('button', { name: '导出' }));
  await user.click(await screen.findByRole('menuitem', { name: kind }));
  await waitFor(() => expect(files.length).toBe(1));
  return files[0]!;
}

describe('a list', () => {
  // A browser of objects lays nothing out: the window is as high as twenty rows.
  beforeEach(() => {
    officer.chosen.clear();
    keep.mockClear();
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(900);
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  test('has amounts below each other by their last digit, with their head', async () => {
    open();
    await rows();
    const sideOf = (role: string, name: RegExp) => screen.getAllByRole(role, { name })[0]!.className;
    expect(sideOf('columnheader', /金额/)).toContain('figures-below');
    expect(sideOf('cell', /^1$/)).toContain('figures-below');
    expect(sideOf('columnheader', /名称/)).not.toContain('figures-below');
  });

  test('is ordered by a column upwards, then downwards, then as it is otherwise, and the address says so', async () => {
    const { user, asked, router } = open();
    await rows();
    const head = () => screen.getByRole('columnheader', { name: /金额/ });
    expect(head().getAttribute('aria-sort')).toBe('none');
    await user.click(within(head()).getByRole('button'));
    await waitFor(() => expect(asked.at(-1)?.variables).toMatchObject({ order: [{ value: 'ASC' }], after: null }));
    expect(head().getAttribute('aria-sort')).toBe('ascending');
    expect(router.state.location.search).toBe('?order=value.ASC');
    await user.click(within(head()).getByRole('button'));
    await waitFor(() => expect(asked.at(-1)?.variables).toMatchObject({ order: [{ value: 'DESC' }] }));
    await user.click(within(head()).getByRole('button'));
    await waitFor(() => expect(router.state.location.search).toBe(''));
  });

  test('begins with the first row when it is ordered otherwise', async () => {
    const { user } = open();
    await rows();
    const scroll = document.querySelector<HTMLElement>('.list-scroll')!;
    const went = vi.fn();
    scroll.scrollTo = went as unknown as typeof scroll.scrollTo;
    await user.click(within(screen.getByRole('columnheader', { name: /金额/ })).getByRole('button'));
    await waitFor(() => expect(went).toHaveBeenCalledWith({ top: 0 }));
  });

  test('an order in the address that no column has is not asked for', async () => {
    const { asked } = open('/things?order=secret.ASC');
    await rows();
    expect(asked[0]?.variables.order).toBeUndefined();
  });

  test('shows the columns that the account has chosen, also the next time', async () => {
    const first = open();
    await rows();
    await first.user.click(screen.getByRole('button', { name: '显示列' }));
    await first.user.click(await screen.findByRole('checkbox', { name: '金额' }));
    await waitFor(() => expect(screen.queryByRole('columnheader', { name: /金额/ })).toBeNull());
    first.unmount();
    open();
    await rows();
    expect(screen.queryByRole('columnheader', { name: /金额/ })).toBeNull();
    // The server has it, and nothing lies in the browser when the person has gone.
    expect(keep.mock.calls).toEqual([[{ input: { name: 'hidden-columns/things', value: '["value"]' } }]]);
    expect(localStorage.length).toBe(0);
  });

  test('passes on what this browser kept before the server did, once, and forgets it', async () => {
    const key = `shuangda.chosen/${officer.me.userName}/hidden-columns/things`;
    localStorage.setItem(key, '["value"]');
    const first = open();
    await rows();
    expect(screen.queryByRole('columnheader', { name: /金额/ })).toBeNull();
    await waitFor(() => expect(localStorage.getItem(key)).toBeNull());
    expect(keep.mock.calls).toEqual([[{ input: { name: 'hidden-columns/things', value: '["value"]' } }]]);
    first.unmount();
    // What the server has is newer than what lies here.
    localStorage.setItem(key, '[]');
    open();
    await rows();
    expect(screen.queryByRole('columnheader', { name: /金额/ })).toBeNull();
    await waitFor(() => expect(localStorage.getItem(key)).toBeNull());
    expect(keep).toHaveBeenCalledTimes(1);
  });

  test('keeps here what the server could not be told', async () => {
    const key = `shuangda.chosen/${officer.me.userName}/hidden-columns/things`;
    localStorage.setItem(key, '["value"]');
    keep.mockImplementationOnce(() => {
      throw new Error('away');
    });
    open();
    await screen.findByText(/未能保存，仅在本页打开期间有效/);
    expect(localStorage.getItem(key)).toBe('["value"]');
    localStorage.removeItem(key);
  });

  test('says so where the server does not keep what was chosen', async () => {
    keep.mockImplementationOnce(() => {
      throw new Error('away');
    });
    const { user } = open();
    await rows();
    await user.click(screen.getByRole('button', { name: '显示列' }));
    await user.click(await screen.findByRole('checkbox', { name: '金额' }));
    await waitFor(() => expect(screen.queryByRole('columnheader', { name: /金额/ })).toBeNull());
    expect(await screen.findByText(/未能保存，仅在本页打开期间有效/)).toBeTruthy();
  });

  test('goes into a file with every row and the columns that are shown, and nothing in it is a formula', async () => {
    const file = await exported(/CSV/);
    const lines = (await file.text()).split('\r\n').filter(Boolean);
    expect(lines.length).toBe(total + 1);
    expect(lines[1]).toBe("'=第1家,1");
  });

  test('goes into a workbook with every row, where amounts are numbers and texts are texts', async () => {
    const file = await exported(/XLSX/);
    const [sheet] = (await readXlsx(await file.arrayBuffer())).sheets;
    expect(sheet!.name).toBe('事项');
    expect(sheet!.rows.length).toBe(total + 1);
    expect(sheet!.rows.slice(0, 2)).toEqual([['名称', '金额'], ['=第1家', 1]]);
  });

  test('goes onto paper with every row', async () => {
    const print = vi.fn();
    vi.stubGlobal('print', print);
    const { user } = open();
    await rows();
    await user.click(screen.getByRole('button', { name: '打印' }));
    await waitFor(() => expect(print).toHaveBeenCalledTimes(1));
    expect(document.querySelectorAll('.paper tbody tr').length).toBe(total);
    window.dispatchEvent(new Event('afterprint'));
    await waitFor(() => expect(document.querySelector('.paper')).toBeNull());
  });

  test('keeps conditions under a name and finds them again', async () => {
    const { user, router } = open('/things?status=OPEN&order=value.DESC');
    await rows();
    await user.click(screen.getByRole('button', { name: '常用条件' }));
    await user.click(await screen.findByRole('menuitem', { name: '保存当前条件' }));
    await user.type(await screen.findByRole('textbox', { name: '名称' }), '大额在办{Enter}');
    await router.navigate('/things');
    await user.click(screen.getByRole('button', { name: '常用条件' }));
    await user.click(await screen.findByRole('menuitem', { name: '大额在办' }));
    await waitFor(() => expect(router.state.location.search).toBe('?status=OPEN&order=value.DESC'));
  });

  test('is found where it was left, and read again as far as it was', async () => {
    const { asked, router } = open();
    await rows();
    const scroll = document.querySelector<HTMLElement>('.list-scroll')!;
    fireEvent.scroll(scroll, { target: { scrollTop: 3000 } });
    await waitFor(() => expect(asked.length).toBeGreaterThan(1));
    await screen.findByText('=第70家');
    await router.navigate('/things/t70');
    await screen.findByRole('link', { name: '去列表' });
    const before = asked.length;
    await router.navigate(-1);
    await screen.findByText('=第70家');
    expect(document.querySelector<HTMLElement>('.list-scroll')!.scrollTop).toBe(3000);
    await waitFor(() =>
      expect(asked.slice(before).some(({ variables }) => variables.first === 200 && variables.after === null)).toBe(true),
    );
  });

  test('keeps what was chosen under other conditions where it says so, and acts on all where nothing is', async () => {
    const meant: string[][] = [];
    const Narrowing = ({ stays }: { stays: boolean }) => {
      const [where, setWhere] = useState<object>({ few: false });
      return (
        <>
          <button type="button" onClick={() => setWhere({ few: true })}>缩小</button>
          <List query={query} variables={{ where }} pick={(data: Data) => data.things} kinds={['CASE']} rowKey={(row) => row.id}
            to={(row) => `/things/${row.id}`} label="事项" columns={columns}
            bulk={{
              label: (row) => row.id,
              staysPicked: stays,
              actions: (chosen) => <button type="button" onClick={() => meant.push(chosen.map(({ id }) => id))}>所选</button>,
              ofAll: (count, all) => (
                <button type="button" onClick={async () => meant.push((await all(500)).rows.map(({ id }) => id))}>{`全部 ${count}`}</button>
              ),
            }}
          />
        </>
      );
    };
    const { user, unmount } = show(<Narrowing stays />, { at: '/things', answers: { Things: things, KeepPreference: keep } });
    await rows();
    await user.click(screen.getByRole('button', { name: `全部 ${total}` }));
    await waitFor(() => expect(meant.at(-1)?.length).toBe(total));
    await user.click(screen.getAllByRole('checkbox', { name: /t2$/ })[0]!);
    await user.click(screen.getByRole('button', { name: '缩小' }));
    await user.click(await screen.findByRole('button', { name: '所选' }));
    expect(meant.at(-1)).toEqual(['t2']);
    unmount();
    show(<Narrowing stays={false} />, { at: '/things', answers: { Things: things, KeepPreference: keep } });
    await rows();
    await user.click(screen.getAllByRole('checkbox', { name: /t2$/ })[0]!);
    await user.click(screen.getByRole('button', { name: '缩小' }));
    await screen.findByRole('button', { name: `全部 ${total}` });
  });
});
