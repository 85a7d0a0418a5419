import { expect, test } from 'vitest';
import { outcomesOf } from '@/Cases/outcomes';

const paid = {
  servedOn: '2026-10-01',
  enforcementRequestedOn: null,
  execution: { owedCny: 0, annulledOn: null, executionEndedOn: null },
  decision: { penalty: { confiscatedGoodsCny: 0, others: [] } },
};

test('a case is closed by what became of its decision', () => {
  expect(outcomesOf(paid)).toEqual(['EXECUTED']);
  expect(outcomesOf({ ...paid, execution: { ...paid.execution, owedCny: 500 } })).toEqual(['EXECUTED', 'EXECUTION_ENDED']);
  expect(outcomesOf({ ...paid, enforcementRequestedOn: '2026-11-01' })).toEqual(['EXECUTED', 'ENFORCED_BY_COURT']);
  expect(outcomesOf({ ...paid, servedOn: null })).toEqual(['EXECUTION_ENDED']);
  expect(outcomesOf({ ...paid, execution: { ...paid.execution, annulledOn: '2026-11-05' } })).toEqual(['ANNULLED']);
});
