import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { CountedList, WorkRow } from '@/parts/home';
import { Waiting } from '@/Today/Waiting';
import { show } from '../support/page';

const row = (name: string, due: string | null): WorkRow => ({
  id: name,
  to: `/cases/${name}`,
  name,
  due,
  since: '2026-11-01',
  step: { title: '立案', to: `/cases/${name}?do=fileCase` },
});

const list = (
  title: string,
  rows: WorkRow[],
  { kind = 'work', total = rows.length }: { kind?: 'work' | 'stock' | 'others'; total?: number } = {},
): CountedList => ({
  key: title,
  to: `/cases?awaits=${title}`,
  total,
  rows,
  list: { place: 1, kind, title: { zh: title, en: title }, isFor: () => true, figure: () => ({ to: '' }) },
});

const standing = { fetching: false, error: undefined, again: () => {} };
const subjects = () =>
  within(screen.getByRole('table'))
    .getAllByRole('row')
    .slice(1)
    .map((one) => within(one).getAllByRole('link')[0]!.textContent);

test('what is due first comes first, also when it has passed, and what has no term comes last', () => {
  show(
    <Waiting
      standing={standing}
      lists={[
        list('线索', [row('无期限', null), row('下周', '2026-11-27T16:00:00Z')]),
        list('案件', [row('逾期', '2026-11-10T16:00:00Z'), row('明天', '2026-11-21T16:00:00Z')]),
      ]}
    />,
  );
  expect(subjects()).toEqual(['逾期', '明天', '下周', '无期限']);
  expect(screen.getByText('逾期 10 天')).toBeTruthy();
});

test('a piece of work that stands in two lists is shown once, and each list keeps its own count', () => {
  show(
    <Waiting
      standing={standing}
      lists={[
        list('承办', [row('甲', '2026-11-21T16:00:00Z')]),
        list('待决定', [row('甲', '2026-11-21T16:00:00Z'), row('乙', null)], { total: 41 }),
      ]}
    />,
  );
  expect(subjects()).toEqual(['甲', '乙']);
  expect(screen.getByRole('link', { name: '待决定 41' }).getAttribute('href')).toBe('/cases?awaits=待决定');
});

test('one list can be looked at alone', async () => {
  const { user } = show(<Waiting standing={standing} lists={[list('承办', [row('甲', null)]), list('待决定', [row('乙', null)])]} />);
  await user.click(screen.getByRole('button', { name: '只看：待决定' }));
  expect(subjects()).toEqual(['乙']);
  await user.click(screen.getByRole('button', { name: '只看：待决定' }));
  expect(subjects()).toEqual(['甲', '乙']);
});

test('what waits for others is counted and not mine', () => {
  show(<Waiting standing={standing} lists={[list('承办', [row('甲', null)]), list('待审批', [row('乙', null)], { kind: 'others' })]} />);
  expect(subjects()).toEqual(['甲']);
  expect(screen.getByRole('link', { name: '待审批 1' })).toBeTruthy();
});

test('the step leads to its form', () => {
  show(<Waiting standing={standing} lists={[list('承办', [row('甲', null)])]} />);
  expect(screen.getByRole('link', { name: '立案：甲' }).getAttribute('href')).toBe('/cases/甲?do=fileCase');
});

test('whoever has no such lists sees no card, and whoever has nothing in them is told so', () => {
  const { unmount } = show(<Waiting standing={standing} lists={[]} />);
  expect(screen.queryByText('等我办理')).toBeNull();
  unmount();
  show(<Waiting standing={standing} lists={[list('承办', [])]} />);
  expect(screen.getByText('没有等待您办理的事项')).toBeTruthy();
});

test('what is done in one go in its list is counted apart from what waits', () => {
  show(<Waiting standing={standing} lists={[list('承办', [row('甲', null)]), list('注销', [], { kind: 'stock', total: 276 })]} />);
  expect(screen.getByText('另有 276 项可成批办理', { exact: false })).toBeTruthy();
  expect(screen.getByRole('link', { name: '注销 276' })).toBeTruthy();
  expect(subjects()).toEqual(['甲']);
  expect(screen.queryByText(/共 277 项/)).toBeNull();
});

test('of many late pieces of one kind the first stands for itself and the others are one row that opens them', async () => {
  const measures = { title: '审批：措施', to: '/approvals?step=LADDER_MEASURE' };
  const late = Array.from({ length: 12 }, (_, place) => ({
    ...row(`厂${place}`, `2026-11-${String(place + 1).padStart(2, '0')}T16:00:00Z`),
    alike: measures,
  }));
  const ahead = { ...row('未到期', '2026-11-25T16:00:00Z'), alike: measures };
  const { user } = show(<Waiting standing={standing} lists={[list('待我审批', [...late, ahead, row('今日立案', '2026-11-20T16:00:00Z')])]} />);
  expect(subjects()).toEqual(['厂0', '同类事项共 12 项已逾期', '今日立案', '未到期']);
  const others = screen.getByRole('row', { name: /共 12 项/ });
  expect(within(others).getByText('逾期 18 天')).toBeTruthy();
  for (const link of within(others).getAllByRole('link')) expect(link.getAttribute('href')).toBe(measures.to);
  // Nothing is lost in the count.
  expect(screen.getByRole('link', { name: '待我审批 14' })).toBeTruthy();
  await user.click(screen.getByRole('columnheader', { name: /期限/ }));
  expect(subjects()).toContain('厂0');
});

test('two that are late stand each for itself', () => {
  const alike = { title: '审批：措施', to: '/approvals' };
  const late = ['甲', '乙'].map((name) => ({ ...row(name, '2026-11-10T16:00:00Z'), alike }));
  show(<Waiting standing={standing} lists={[list('待我审批', late)]} />);
  expect(subjects()).toEqual(['甲', '乙']);
});

test('a row says which term it is dated by', () => {
  show(<Waiting standing={standing} lists={[list('承办', [{ ...row('甲', '2026-11-21T16:00:00Z'), term: '查封、扣押' }])]} />);
  expect(within(screen.getByRole('row', { name: /甲/ })).getByText('查封、扣押')).toBeTruthy();
});

test('what is many is found by a text, and what is not there is said so', async () => {
  const many = Array.from({ length: 30 }, (_, place) => row(`第${place}厂`, null));
  const { user } = show(<Waiting standing={standing} lists={[list('承办', many)]} />);
  await user.type(screen.getByRole('textbox', { name: '在本页中查找' }), '第29');
  expect(subjects()).toEqual(['第29厂']);
  await user.type(screen.getByRole('textbox', { name: '在本页中查找' }), '号');
  expect(screen.getByText('没有符合的事项')).toBeTruthy();
});
