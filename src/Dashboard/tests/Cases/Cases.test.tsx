import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import Cases from '@/Cases/Cases';
import { officer, show } from '../support/page';

const late = { kind: 'CASE_PAYMENT', dueAt: '2026-10-05T16:00:00Z', step: '缴款', officer: 'officer', daysLate: 38, inWorkingDays: false };
const row = {
  id: 'c1',
  number: 'AJ-1',
  officialNumber: '案〔2026〕45号',
  numberSection: 'SUPERVISION',
  title: '某厂无证生产案',
  partyName: '某厂',
  stage: 'EXECUTION',
  section: 'SUPERVISION',
  officerNames: ['officer'],
  violation: 'UNLICENSED_PRODUCTION',
  goodsValueCny: 20_619,
  goodsValued: true,
  penaltyCny: 5000,
  receivedOn: '2026-09-01',
  awaits: 'EXECUTION',
  awaitedBy: '2026-12-01T16:00:00Z',
  isMajor: false,
  overdue: true,
  mustTransfer: false,
  pendingApprovals: [],
  lateBy: [late],
  deadlines: [{ kind: 'CASE_PUBLICATION', dueAt: '2026-11-24T16:00:00Z' }],
};
const open = (at: string) =>
  show(<Cases />, {
    at,
    answers: {
      Cases: () => ({ cases: { nodes: [row], totalCount: 1, pageInfo: { hasNextPage: false, endCursor: null } } }),
      StaffNames: () => ({
        staff: { totalCount: 1, nodes: [{ id: '1', userName: 'officer', displayName: '梁慎行', section: null, roles: ['OFFICER'] }] },
      }),
      SectionNames: () => ({ sections: [{ id: 's', code: 'SUPERVISION', name: '监督与法制科', isClosed: false }] }),
    },
  });

describe('the list of cases', () => {
  beforeEach(() => {
    officer.chosen.clear();
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(900);
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200);
  });
  afterEach(() => vi.restoreAllMocks());

  test('shows whose a case is and until when its step is due', async () => {
    open('/cases?view=list');
    const shown = (await screen.findByText('某厂无证生产案')).closest<HTMLElement>('[role=row]')!;
    await waitFor(() => expect(within(shown).getByText('梁慎行')).toBeTruthy());
    expect(within(shown).getByText('2026-12-01')).toBeTruthy();
    expect(screen.queryByRole('columnheader', { name: /公示期限/ })).toBeNull();
  });

  test('shows of what is to be published until when', async () => {
    open('/cases?publish=1');
    const shown = (await screen.findByText('某厂无证生产案')).closest<HTMLElement>('[role=row]')!;
    expect(screen.getByRole('columnheader', { name: /公示期限/ })).toBeTruthy();
    expect(within(shown).getByText('2026-11-24')).toBeTruthy();
  });

  test('is a file with each of its numbers for itself, and with whose what is late is', async () => {
    const files: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
      files.push(file as Blob);
      return 'blob:x';
    });
    const { user } = open('/cases?view=list');
    await screen.findByText('某厂无证生产案');
    await waitFor(() => expect(screen.getAllByText(/梁慎行/).length).toBeGreaterThan(1));
    await user.click(screen.getByRole('button', { name: '导出' }));
    await user.click(await screen.findByRole('menuitem', { name: /CSV/ }));
    await waitFor(() => expect(files.length).toBe(1));
    const [titles, said] = (await files[0]!.text()).replace('\uFEFF', '').split('\r\n').map((line) => line.split(','));
    const cell = (title: string) => said![titles!.indexOf(title)];
    expect([cell('案号'), cell('编号科室'), cell('系统编号')]).toEqual(['案〔2026〕45号', '监督与法制科', 'AJ-1']);
    expect(cell('阶段')).toContain('逾期38日 · 缴款 · 梁慎行');
  });
});
