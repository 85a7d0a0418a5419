import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Coverage } from '@/Inspections/Coverage';
import { inspectionsWhere } from '@/Inspections/filters';
import { SweepLists } from '@/Inspections/SweepLists';
import { type Answers, show } from '../support/page';

const total = 130;

const enterprises: Answers = {
  SweepList: ({ first, after, covered }) => {
    if (covered) {
      const nodes = [{ id: 'c', creditCode: 'C', name: '已查的一家', district: '青溪区' }];
      return { sweepCoverage: { covered: { totalCount: 1, pageInfo: { hasNextPage: false, endCursor: null }, nodes } } };
    }
    const from = Number(after ?? 0);
    const to = Math.min(total, from + (first as number));
    const nodes = Array.from({ length: to - from }, (_, place) => {
      const at = from + place;
      return { id: `${at}`, creditCode: `C${at}`, name: `第${at}家`, district: '青溪区' };
    });
    const pageInfo = { hasNextPage: to < total, endCursor: `${to}` };
    return { sweepCoverage: { missing: { totalCount: total, pageInfo, nodes } } };
  },
};

test('whom a sweep has not come to is read to the end', async () => {
  const nothing = () => {};
  const { user } = show(
    <SweepLists campaign="SHUANGDA-2026" list="missing" productClass={null} onList={nothing} onAllClasses={nothing} />,
    { answers: enterprises },
  );
  expect(await screen.findByRole('link', { name: '第99家' })).toBeTruthy();
  expect(screen.queryByRole('link', { name: '第100家' })).toBeNull();
  await user.click(screen.getByRole('button', { name: '再显示一部分（还有 30 家）' }));
  expect(await screen.findByRole('link', { name: '第129家' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /再显示/ })).toBeNull();
});

test('each figure of the coverage says what it counts and opens just that', async () => {
  const { user, asked } = show(<Coverage />, {
    at: '/inspections?view=coverage',
    answers: {
      ...enterprises,
      SweepCampaigns: () => ({ sweepCampaigns: [{ code: 'SD', inspections: 227, recorded: 221, isGoingOn: true }] }),
      SweepCoverage: () => ({
        sweepCoverage: {
          campaign: 'SD',
          licensedProducers: 1299,
          inspected: 276,
          byProductClass: [{ productClass: { code: 'FOOD', name: '食品' }, licensedProducers: 168, inspected: 38 }],
        },
      }),
      InspectionsOfCampaign: ({ recorded, planned, all }) => {
        const of = (where: unknown) => JSON.stringify(where);
        expect(of(recorded)).toBe(of(inspectionsWhere({ campaign: 'SD', basis: 'SWEEP', status: 'RECORDED' })));
        expect(of(planned)).toBe(of(inspectionsWhere({ campaign: 'SD', basis: 'SWEEP', status: 'PLANNED' })));
        expect(of(all)).toBe(of(inspectionsWhere({ campaign: 'SD', status: 'RECORDED' })));
        return { recorded: { totalCount: 221 }, planned: { totalCount: 6 }, all: { totalCount: 290 } };
      },
    },
  });
  const opens = async (name: string) => (await screen.findByRole('link', { name })).getAttribute('href');
  expect(await opens('全面检查已记录 221 次')).toBe('/inspections?campaign=SD&basis=SWEEP&status=RECORDED');
  expect(await opens('待检查 6 次')).toBe('/inspections?campaign=SD&basis=SWEEP&status=PLANNED');
  expect(await opens('本行动各类检查共记录 290 次')).toBe('/inspections?campaign=SD&status=RECORDED');
  await user.click(screen.getByRole('link', { name: '38 / 168 食品：已检查 38 家，获证企业 168 家' }));
  expect(await screen.findByRole('link', { name: '已查的一家' })).toBeTruthy();
  expect(asked.findLast(({ name }) => name === 'SweepList')?.variables).toMatchObject({ covered: true, productClasses: ['FOOD'] });
  await user.click(screen.getByRole('link', { name: '已检查 276 家，获证企业 1,299 家' }));
  expect(await screen.findByText('已检查的企业 1')).toBeTruthy();
  expect(asked.findLast(({ name }) => name === 'SweepList')?.variables).toMatchObject({ covered: true, productClasses: null });
});
