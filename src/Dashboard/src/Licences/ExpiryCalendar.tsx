import { useState } from 'react';
import { Button, Calendar, Card, Tag } from 'antd';
import dayjs from 'dayjs';
import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { useSession } from '../app/session';
import { Standing } from '../parts/Standing';
import { addDays, addMonths, dayOf } from '../parts/time';
import { licenceWords } from './words';

const ending = graphql(`query LicencesEnding($from: LocalDate!, $to: LocalDate!) { licences(first: 200, where: { status: { in: [ACTIVE, SUSPENDED] }, validTo: { gte: $from, lte: $to } }, order: [{ validTo: ASC }]) { totalCount nodes { id validTo } } }`);

/** How many licences in force end on each day of a month. */
export default function ExpiryCalendar({ onDay }: { onDay: (day: string) => void }) {
  const words = useWords(licenceWords);
  const { now } = useSession();
  const [month, setMonth] = useState(() => dayOf(now()).slice(0, 7));
  const today = dayOf(now());
  const from = `${month}-01`;
  const { data, error, fetching, again } = useLiveQuery(ending, { from, to: addDays(addMonths(from, 1), -1) }, ['LICENCE']);
  const perDay = Map.groupBy(data?.licences.nodes ?? [], (one) => one.validTo);
  return (
    <Card size="small" title={`${words.calendar} · ${month}`} extra={<><Button onClick={() => setMonth(addMonths(from, -1).slice(0, 7))}>{words.prevMonth}</Button> <Button onClick={() => setMonth(addMonths(from, 1).slice(0, 7))}>{words.nextMonth}</Button></>}>
      <Standing fetching={fetching} error={error} again={again}>
        <Calendar value={dayjs(from)} headerRender={() => null} onSelect={(day, { source }) => source === 'date' && onDay(day.format('YYYY-MM-DD'))}
          fullCellRender={(day) => {
            // Ant Design marks the browser's today and the first of the month; ours is Shanghai's, and no day is chosen.
            const iso = day.format('YYYY-MM-DD');
            const many = perDay.get(iso)?.length;
            const cell = `month-cell${iso === today ? ' today' : ''}${iso.startsWith(month) ? '' : ' outside'}`;
            return <div className={cell}><div>{day.date()}</div>{many ? <Tag color="orange">{words.perDay(many)}</Tag> : null}</div>;
          }} />
      </Standing>
    </Card>
  );
}
