import dayjs from 'dayjs';
import { expect, test } from 'vitest';
import '@/app/App';

test.each(['en', 'zh-cn'])('a week begins on Monday (%s)', (language) => {
  // A Sunday belongs to the week that began six days before it.
  expect(dayjs('2026-11-29').locale(language).startOf('week').format('YYYY-MM-DD')).toBe('2026-11-23');
});
