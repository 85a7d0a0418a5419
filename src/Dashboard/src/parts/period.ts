import { addDays, addMonths, daysBetween } from './time';

export const periods = ['month', 'quarter', 'year', 'twelve'] as const;
export type Period = (typeof periods)[number];

/** A stretch of days: the first, and the day after the last. */
export interface Stretch { from: string; before: string }

const monthsOf = { month: 1, quarter: 3, year: 12, twelve: 12 };

const firstOf = (period: Period, today: string) => {
  const month = `${today.slice(0, 7)}-01`;
  if (period === 'twelve') return addMonths(month, -11);
  return addMonths(month, -((Number(month.slice(5, 7)) - 1) % monthsOf[period]));
};

/** What has passed of the period in which a day lies. */
export const stretchOf = (period: Period, today: string): Stretch => ({ from: firstOf(period, today), before: addDays(today, 1) });

/** The days from one to another, both counted. */
export const stretchBetween = (from: string, to: string): Stretch => ({ from, before: addDays(to, 1) });

/** As many days of the period before, so that a month that has just begun is not held against a whole one. */
export function stretchBefore(period: Period | null, { from, before }: Stretch): Stretch {
  const days = daysBetween(from, before);
  if (!period) return { from: addDays(from, -days), before: from };
  const first = addMonths(from, -monthsOf[period]);
  const last = addDays(first, days);
  return { from: first, before: last < from ? last : from };
}
