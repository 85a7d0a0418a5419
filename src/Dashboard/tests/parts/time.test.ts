import { describe, expect, test } from 'vitest';
import { addDays, dayOf, lastDayOf, timeOf, yuan } from '@/parts/time';

describe('days, instants and money', () => {
  test('an instant is shown in Shanghai, whatever the browser thinks', () => {
    expect(timeOf('2026-11-20T16:05:00Z')).toBe('2026-11-21 00:05');
    expect(dayOf('2026-11-20T15:59:59Z')).toBe('2026-11-20');
  });
  test('the end of a day is that day, not the next', () => expect(lastDayOf('2026-11-20T16:00:00Z')).toBe('2026-11-20'));
  test('days are counted across the end of a year', () => expect(addDays('2026-12-31', 1)).toBe('2027-01-01'));
  test('money says its currency in the language of the page', () => {
    // The amount and its unit do not come apart at the end of a line.
    expect(yuan(1234.5, 'zh')).toBe('1,234.5\u00a0元');
    expect(yuan(1234.5, 'en')).toBe('CNY\u00a01,234.5');
  });
});
