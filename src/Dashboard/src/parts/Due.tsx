import { Tag, Tooltip } from 'antd';
import { useWords } from '../app/language';
import { useSession } from '../app/session';
import { dayOf, daysBetween, lastDayOf, timeOf } from './time';
import { partWords } from './words';

const soon = 3;

/** How long until a deadline, counted in days of Shanghai, and which term it is; the exact end is in the tip. */
export function Due({ at, term, done = false }: { at: string; term?: string | null | undefined; done?: boolean }) {
  const words = useWords(partWords);
  const { now } = useSession();
  const lastDay = lastDayOf(at);
  const left = daysBetween(dayOf(now()), lastDay);
  const late = Date.parse(at) <= now().getTime();
  return (
    <Tooltip title={`${words.due} ${timeOf(at)}`}>
      <span className="due">
        {!done && <Tag color={late ? 'red' : left <= soon ? 'orange' : 'blue'}>{late ? words.daysLate(Math.max(1, -left)) : words.daysLeft(left)}</Tag>}
        <span className="quiet">{lastDay}</span>
        {term && <span className="due-term">{term}</span>}
      </span>
    </Tooltip>
  );
}
