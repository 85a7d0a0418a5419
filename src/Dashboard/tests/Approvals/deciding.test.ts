import { expect, test } from 'vitest';
import { toDecide } from '@/Approvals/deciding';

const proposal = (item: number, more: object = {}) => ({ item, outcome: null, mayDecide: false, mightYesterday: false, ...more });

test('the proposal that one may decide comes before one that only waits', () => {
  const { waiting, mayDecide, decidedOn } = toDecide([proposal(1, { mayDecide: true, mightYesterday: true }), proposal(2)], '2026-11-19');
  expect([waiting?.item, mayDecide, decidedOn]).toEqual([1, true, {}]);
});

test('what one might decide until yesterday is entered with that day', () => {
  const { waiting, mayDecide, decidedOn } = toDecide([proposal(1, { mightYesterday: true }), proposal(2)], '2026-11-19');
  expect([waiting?.item, mayDecide, decidedOn]).toEqual([1, true, { on: '2026-11-19' }]);
});

test('what others decide waits, and what is decided does not', () => {
  const { waiting, mayDecide } = toDecide([proposal(1), proposal(2, { outcome: 'APPROVED' })], '2026-11-19');
  expect([waiting?.item, mayDecide]).toEqual([1, false]);
  expect(toDecide([proposal(1, { outcome: 'APPROVED' })], '2026-11-19').waiting).toBeUndefined();
});
