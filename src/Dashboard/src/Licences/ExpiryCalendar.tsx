import { useState } from 'react';
import { Button, Calendar, Empty } from 'antd';
import dayjs from 'dayjs';
import { Link } from 'react-router';
import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { useSession } from '../app/session';
import { Card } from '../parts/Card';
import { linkOf } from '../parts/links';
import { useRoomForColumns } from '../parts/narrow';
import { Standing } from '../parts/Standing';
import { addDays, addMonths, dayOf } from '../parts/time';
import { endsByTerm, licenceList } from './filters';
import { licenceWords } from './words';

const ending = graphql(`
  query LicencesEnding($from: LocalDate!, $to: LocalDate!) {
    licences(
      first: 200, where: { status: { in: [ACTIVE, SUSPENDED, EXPIRED] }, validTo: { gte: $from, lte: $to } }, order: [{ validTo: ASC }]
    ) {
      totalCount nodes { id validTo }
    }
  }
`);

/**
 * How many licences end or have ended on each day of a month, each day with a link to them. Where seven columns have no room, the days
 * on which any ends stand below each other.
 */
export default function ExpiryCalendar() {
  const words = useWords(licenceWords);
  const { now } = useSession();
  const isWide = useRoomForColumns();
  const [month, setMonth] = useState(() => dayOf(now()).slice(0, 7));
  const today = dayOf(now());
  const from = `${month}-01`;
  const { data, error, fetching, again } = useLiveQuery(ending, { from, to: addDays(addMonths(from, 1), -1) }, ['LICENCE']);
  const [read, total] = [data?.licences.nodes ?? [], data?.licences.totalCount ?? 0];
  const perDay = Map.groupBy(read, (one) => one.validTo);
  const listOf = (day: string) => linkOf(licenceList, { status: endsByTerm, from: day, to: day });
  return (
    <Card
      title={`${words.calendar} · ${month}`}
      extra={
        <>
          <Button onClick={() => setMonth(addMonths(from, -1).slice(0, 7))}>{words.prevMonth}</Button>{' '}
          <Button onClick={() => setMonth(addMonths(from, 1).slice(0, 7))}>{words.nextMonth}</Button>
        </>
      }
    >
      <Standing fetching={fetching} error={error} again={again}>
        {total > read.length && <p role="status">{words.firstOfMonth(read.length, total)}</p>}
        {isWide ? (
          <Calendar
            value={dayjs(from)}
            headerRender={() => null}
            fullCellRender={(day) => {
              // Ant Design marks the browser's today and the first of the month; ours is Shanghai's, and no day is chosen.
              const iso = day.format('YYYY-MM-DD');
              const many = perDay.get(iso)?.length;
              return (
                <div className={`month-cell${iso === today ? ' today' : ''}${iso.startsWith(month) ? '' : ' outside'}`}>
                  <div>{day.date()}</div>
                  {many && (
                    <Link to={listOf(iso)} className="month-link" aria-label={`${iso} ${words.perDay(many)}`}>
                      {words.perDay(many)}
                    </Link>
                  )}
                </div>
              );
            }}
          />
        ) : (
          <Days of={[...perDay].map(([day, { length }]) => ({ day, many: length, to: listOf(day) }))} />
        )}
      </Standing>
    </Card>
  );
}

/** The days on which any licence ends, below each other. */
function Days({ of: days }: { of: { day: string; many: number; to: string }[] }) {
  const words = useWords(licenceWords);
  if (days.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.noneEnds} />;
  const rows = days.map(({ day, many, to }) => (
    <li key={day}>
      <Link to={to} className="month-link">
        {day}
      </Link>
      <span>{words.perDay(many)}</span>
    </li>
  ));
  return <ul className="rows">{rows}</ul>;
}
