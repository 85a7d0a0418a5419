import { expect, test } from 'vitest';
import { awaitedCommand } from '@/CrimeTransfers/steps';

test('a transfer waits for the same step in lists and on its page', () => {
  expect(awaitedCommand({ status: 'REPORTED' })).toBe('decideCrimeTransfer');
  expect(awaitedCommand({ status: 'SENT' })).toBe('recordPoliceReceipt');
  expect(awaitedCommand({ status: 'HANDED_OVER', prosecution: null })).toBe('recordProsecutionDecision');
  expect(awaitedCommand({ status: 'HANDED_OVER', prosecution: 'PROSECUTED' })).toBe('recordJudgment');
  expect(awaitedCommand({ status: 'CLOSED' })).toBeUndefined();
});
