import { screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import CampaignTasks from '@/CampaignTasks/CampaignTasks';
import { show } from '../support/page';

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(900);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200);
});
afterEach(() => vi.restoreAllMocks());

test('a task names its campaign, and no code stands before its number', async () => {
  const task = {
    id: 't', number: 'RW-1', campaign: 'SHUANGDA-2026', serial: 10, text: '完善标准体系', leadSection: 'STANDARDS', dueOn: '2026-11-30',
    status: 'ACCEPTED', isLate: false, awaits: null,
  };
  show(<CampaignTasks />, {
    answers: {
      CampaignTasks: () => ({ campaignTasks: { nodes: [task], totalCount: 1, pageInfo: { hasNextPage: false, endCursor: null } } }),
      CampaignNames: () => ({ campaigns: { nodes: [{ id: 'c', code: 'SHUANGDA-2026', name: '质检利剑双打行动' }] } }),
      SectionNames: () => ({ sections: [] }),
    },
  });
  expect(await screen.findByText('质检利剑双打行动')).toBeTruthy();
  expect(screen.getByText('10')).toBeTruthy();
  expect(screen.queryByText(/SHUANGDA-2026/)).toBeNull();
});
