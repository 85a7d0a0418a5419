import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Entry } from '@/parts/Entry';
import { EntryLine } from '@/parts/History';
import { show } from '../support/page';

const entry = (number: number, actorName: string, more: object = {}) =>
  ({
    id: `e${number}`,
    number,
    at: '2026-11-20T01:00:00Z',
    effectiveOn: null,
    isEnteredLate: false,
    kind: 'case.x',
    summary: `第${number}项`,
    reason: null,
    actorName,
    actor: null,
    section: null,
    basis: null,
    documentNumber: null,
    ...more,
  }) as unknown as Entry;

describe('a history', () => {
  test('says why a step was taken, once', async () => {
    show(
      <EntryLine
        entries={[
          entry(2, 'officer', { reason: '证据不足' }),
          entry(1, 'officer', { summary: '不予立案：没有违法事实', reason: '没有违法事实' }),
        ]}
      />,
    );
    expect(await screen.findByText(/理由：证据不足/)).toBeTruthy();
    expect(screen.queryByText(/理由：没有违法事实/)).toBeNull();
  });

  // By itself it says nothing; both are of one commit.
  test('tells with a step that clocks were reckoned anew by it', async () => {
    show(
      <EntryLine
        entries={[
          entry(3, 'officer', { kind: 'case.clocks-reckoned', summary: '期限重新计算（1项）' }),
          entry(2, 'officer', { summary: '送达权利告知书' }),
          entry(1, 'officer', { at: '2026-11-19T01:00:00Z', kind: 'case.clocks-reckoned', summary: '期限重新计算（2项）' }),
        ]}
      />,
    );
    expect((await screen.findByText(/送达权利告知书/)).textContent).toContain('期限重新计算（1项）');
    expect(document.querySelectorAll('.ant-timeline-item').length).toBe(2);
    expect(screen.getByText('期限重新计算（2项）')).toBeTruthy();
  });

  test('folds what the system did in a row, and opens it', async () => {
    const { user } = show(<EntryLine entries={[entry(4, 'officer'), entry(3, 'system'), entry(2, 'system'), entry(1, 'officer')]} />);
    expect(screen.queryByText('第3项')).toBeNull();
    await user.click(await screen.findByRole('button', { name: '系统自动处理 2 项' }));
    expect(screen.getByText('第3项')).toBeTruthy();
    expect(screen.getByText('第2项')).toBeTruthy();
  });
});
