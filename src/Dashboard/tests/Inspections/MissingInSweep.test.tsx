import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { MissingInSweep } from '@/Inspections/MissingInSweep';
import { show } from '../support/page';

const total = 130;

test('whom a sweep has not come to is read to the end', async () => {
  const { user } = show(<MissingInSweep campaign="SHUANGDA-2026" />, {
    answers: {
      MissingInSweep: ({ first, after }) => {
        const from = Number(after ?? 0);
        const to = Math.min(total, from + (first as number));
        const nodes = Array.from({ length: to - from }, (_, place) => {
          const at = from + place;
          return { id: `${at}`, creditCode: `C${at}`, name: `第${at}家`, district: '青溪区' };
        });
        const pageInfo = { hasNextPage: to < total, endCursor: `${to}` };
        return { sweepCoverage: { missing: { totalCount: total, pageInfo, nodes } } };
      },
    },
  });
  expect(await screen.findByRole('link', { name: '第99家' })).toBeTruthy();
  expect(screen.queryByRole('link', { name: '第100家' })).toBeNull();
  await user.click(screen.getByRole('button', { name: '再显示一部分（还有 30 家）' }));
  expect(await screen.findByRole('link', { name: '第129家' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /再显示/ })).toBeNull();
});
