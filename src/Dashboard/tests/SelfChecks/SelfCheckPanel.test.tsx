import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import SelfCheckPanel from '@/SelfChecks/SelfCheckPanel';
import { show } from '../support/page';

const finding = (number: string) => ({
  subject: `case/${number}`,
  what: `案件 ${number} 三十日以上没有人办理`,
  remedy: '指派或者催办',
  about: { __typename: 'Case', id: number, number, title: `某厂案 ${number}` },
});
const ofTable = { subject: 'case_count', what: '计数不符', remedy: '重建读模型', about: null };
const rule = {
  name: 'cases-do-not-stall',
  found: '三十日无人办理的案件',
  count: 3,
  failure: null,
  isOfWork: true,
  findings: [finding('AJ-1'), finding('AJ-2'), ofTable],
};

test('what was found leads to what it is about, by its name, and what is to be done is said once for all of a kind', async () => {
  show(<SelfCheckPanel />, { answers: { SelfCheck: () => ({ selfCheck: { at: '2026-11-20T01:00:00Z', isClean: true, rules: [rule] } }) } });
  await screen.findByText('计数不符');
  const links = [...document.querySelectorAll('details a')];
  expect(links.map((link) => [link.getAttribute('href'), link.textContent])).toEqual([
    ['/cases/AJ-1', 'AJ-1'],
    ['/cases/AJ-2', 'AJ-2'],
  ]);
  expect(links[0]!.closest('li')!.textContent).toContain('某厂案');
  expect(screen.getAllByText('处理办法：指派或者催办')).toHaveLength(1);
  expect(screen.getAllByText('处理办法：重建读模型')).toHaveLength(1);
});
