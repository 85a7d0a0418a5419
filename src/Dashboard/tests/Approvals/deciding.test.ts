import { expect, test } from 'vitest';
import { toDecide } from '@/Approvals/deciding';

const proposal = (item: number, more: object = {}) => ({ item, outcome: null, mayDecide: false, decidableOn: [] as string[], ...more });
const days = ['2026-11-18', '2026-11-17', '2026-11-16'];

test('the proposal that one may decide comes before one that only waits', () => {
  const mine = proposal(1, { mayDecide: true, decidableOn: ['2026-11-20', ...days] });
  const { waiting, mayDecide, daysBefore } = toDecide([mine, proposal(2)]);
  expect([waiting?.item, mayDecide, daysBefore]).toEqual([1, true, []]);
});

test('what one might decide until some days ago is entered with one of those days', () => {
  const { waiting, mayDecide, daysBefore } = toDecide([proposal(1, { decidableOn: days }), proposal(2)]);
  expect([waiting?.item, mayDecide, daysBefore]).toEqual([1, true, days]);
});

test('what others decide waits, and what is decided does not', () => {
  const { waiting, mayDecide } = toDecide([proposal(1), proposal(2, { outcome: 'APPROVED' })]);
  expect([waiting?.item, mayDecide]).toEqual([1, false]);
  expect(toDecide([proposal(1, { outcome: 'APPROVED' })]).waiting).toBeUndefined();
});
