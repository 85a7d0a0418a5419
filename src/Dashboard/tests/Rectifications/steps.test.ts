import { expect, test } from 'vitest';
import { nextSteps } from '@/Rectifications/steps';

test('an order that was not followed has a measure proposed, then decided: nothing is decided that nobody proposed', () => {
  expect(nextSteps({ status: 'FAILED' })[0]).toBe('proposeRectificationMeasure');
  expect(nextSteps({ status: 'FAILED' })).not.toContain('decideRectificationMeasure');
  expect(nextSteps({ status: 'FAILED', proposal: {} })[0]).toBe('decideRectificationMeasure');
  expect(nextSteps({ status: 'FAILED', proposal: {} })).not.toContain('proposeRectificationMeasure');
  expect(nextSteps({ status: 'OVERDUE' })).toEqual(['recordReinspection']);
});
