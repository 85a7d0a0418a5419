import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import SoonPanel from '@/Deadlines/SoonPanel';
import type { Viewer } from '@/parts/home';
import { show } from '../support/page';

const report = (section: string) => ({
  kind: 'DAILY_REPORT_DUE',
  dueAt: '2026-11-21T06:00:00Z',
  rule: '信息日报送制度（三〔五〕）',
  subject: { __typename: 'DailyReport', id: section, number: `RB-${section}`, reportDay: '2026-11-21', reportSection: section },
});
const service = {
  kind: 'CASE_SERVICE',
  dueAt: '2026-11-21T16:00:00Z',
  rule: '行政处罚法第六十一条',
  subject: { __typename: 'Case', id: 'c', number: 'AJ-1', title: '某厂案' },
};
const names = { SUPERVISION: '监督与法制科', STANDARDS: '标准化科' };

test('the reports of a day are one row, each told by its section', async () => {
  const viewer = { section: null, today: '2026-11-20' } as unknown as Viewer;
  show(<SoonPanel viewer={viewer} />, {
    answers: {
      DueSoon: () => ({ deadlines: { totalCount: 3, nodes: [report('SUPERVISION'), report('STANDARDS'), service] } }),
      SectionNames: () => ({ sections: Object.entries(names).map(([code, name]) => ({ id: code, code, name, isClosed: false })) }),
    },
  });
  const first = await screen.findByRole('link', { name: /监督与法制科/ });
  const row = first.closest('li')!;
  expect([...row.querySelectorAll('a')].map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    ['2026-11-21 监督与法制科', '/daily-reports/RB-SUPERVISION'],
    ['2026-11-21 标准化科', '/daily-reports/RB-STANDARDS'],
  ]);
  expect(row.textContent!.match(/信息日报送制度/g)).toHaveLength(1);
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
});
