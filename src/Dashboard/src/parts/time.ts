import dayjs from 'dayjs';
import type { Language } from '../app/language';

const zone = 'Asia/Shanghai';
const day = 24 * 60 * 60 * 1000;

const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

function inShanghai(at: Date) {
  const found = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]));
  return { date: `${found.year}-${found.month}-${found.day}`, time: `${found.hour}:${found.minute}` };
}

/** The day on which an instant falls in Shanghai, as ISO text. */
export const dayOf = (at: Date | string) => inShanghai(new Date(at)).date;

/** An instant in Shanghai, to the minute. */
export function timeOf(at: string) {
  const { date, time } = inShanghai(new Date(at));
  return `${date} ${time}`;
}

/** The last day of a period that ends at an instant: the end of a day is the first instant of the next. */
export const lastDayOf = (dueAt: string) => dayOf(new Date(Date.parse(dueAt) - 1));

/** Whole days from one day to another; negative when the other lies before. */
export const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / day);

export const addDays = (from: string, days: number) => new Date(Date.parse(from) + days * day).toISOString().slice(0, 10);
export const addMonths = (from: string, months: number) => dayjs(from).add(months, 'month').format('YYYY-MM-DD');

/** The first instant of a day in Shanghai. */
export const startOf = (date: string) => new Date(`${date}T00:00:00+08:00`).toISOString();

/** The first instant after a day in Shanghai: what is due on that day is late from then on. */
export const endOf = (date: string) => startOf(addDays(date, 1));

const money = { zh: new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 }), en: new Intl.NumberFormat('en', { maximumFractionDigits: 2 }) };
export const yuan = (amount: number, language: Language) => (language === 'zh' ? `${money.zh.format(amount)} 元` : `CNY ${money.en.format(amount)}`);
export const count = (number: number) => money.zh.format(number);

/** Whether a text is a day as addresses have it. */
export const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
