import { DatePicker, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useWords } from '../app/language';
import { periods, stretchBetween, stretchOf, type Period, type Stretch } from './period';
import { isDay } from './time';
import { partWords } from './words';

/** What an address says of a period: one of the usual ones, or the days from one to another. */
interface Asked {
  period: string;
  from: string;
  to: string;
}

/** The period that an address asks for. It may have been typed: what is no day and no period is left out. */
export function periodOf({ period, from, to }: Asked, today: string, usual: Period): { chosen: Period | null; stretch: Stretch } {
  if (isDay(from) && isDay(to) && from <= to) return { chosen: null, stretch: stretchBetween(from, to) };
  const chosen = periods.find((one) => one === period) ?? usual;
  return { chosen, stretch: stretchOf(chosen, today) };
}

/** One of the usual periods, or any days. */
export function PeriodChoice({ chosen, asked, set }: { chosen: Period | null; asked: Asked; set: (changed: Asked) => void }) {
  const words = useWords(partWords);
  return (
    <>
      <Segmented
        aria-label={words.period}
        value={chosen ?? ''}
        onChange={(period) => set({ period, from: '', to: '' })}
        options={periods.map((value) => ({ value, label: words.periods[value] }))}
      />
      <DatePicker.RangePicker
        aria-label={words.period}
        placeholder={[words.from, words.to]}
        value={chosen ? null : [dayjs(asked.from), dayjs(asked.to)]}
        onChange={(range) =>
          set({ period: '', from: range?.[0]?.format('YYYY-MM-DD') ?? '', to: range?.[1]?.format('YYYY-MM-DD') ?? '' })
        }
      />
    </>
  );
}
