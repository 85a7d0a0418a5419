import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import Licences from '@/Licences/Licences';
import home from '@/Licences/home';
import type { Role, Viewer } from '@/parts/home';
import { officer, show, type Answers } from '../support/page';

const licence = (number: string, validTo: string) => ({
  id: number,
  number,
  kind: 'PRODUCTION_LICENCE',
  status: 'EXPIRED',
  validFrom: '2020-01-01',
  validTo,
  issuedBy: null,
  productClasses: [],
  enterprise: { id: 'e', name: `某厂${number}` },
});
const nodes = [licence('XK1', '2026-11-10'), licence('XK2', '2026-12-31')];
const answers: Answers = {
  Licences: () => ({ licences: { nodes, pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 2 } }),
  Preferences: () => ({ preferences: [] }),
};

// The list draws what is seen: it is given a height.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(900);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200);
});
afterEach(() => vi.restoreAllMocks());

test('several licences that are proposed for it are deregistered in one step, and each says since when', async () => {
  const { user } = show(<Licences />, { answers, at: '/licences?asked=DEREGISTRATION' });
  const first = (await screen.findByText('某厂XK1')).closest<HTMLElement>('[role=row]')!;
  expect(within(first).getByText('届满已 10 日')).toBeTruthy();
  expect(screen.getByText('企业已终止')).toBeTruthy();
  for (const box of screen.getAllByRole('checkbox', { name: /XK[12]$/ })) await user.click(box);
  await waitFor(() => expect(screen.getByText('已选 2 条')).toBeTruthy());
  expect(screen.getByRole('button', { name: /注销/ })).toBeTruthy();
});

test('of other licences none is chosen', async () => {
  show(<Licences />, { answers, at: '/licences' });
  await screen.findByText('某厂XK1');
  expect(screen.queryByRole('checkbox', { name: /XK1$/ })).toBeNull();
});

test('what is to be deregistered is work of those who keep the registers alone', () => {
  const { deregistrations, toDeregister } = home.lists[0]!.lists;
  const who = (...roles: Role[]) => ({ me: { ...officer.me, roles } }) as unknown as Viewer;
  expect(deregistrations.kind).toBe('stock');
  expect(deregistrations.isFor(who('LEGAL'))).toBe(true);
  expect(deregistrations.isFor(who('LEADER'))).toBe(false);
  expect(toDeregister.kind).toBe('figure');
  expect(toDeregister.isFor(who('LEADER'))).toBe(true);
  expect(toDeregister.isFor(who('LEGAL', 'LEADER'))).toBe(false);
});
