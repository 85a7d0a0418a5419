import { useState } from 'react';
import { Alert, Calendar, DatePicker, InputNumber, Select, Space, Tag } from 'antd';
import dayjs from 'dayjs';
import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { useSession } from '../app/session';
import { Card } from '../parts/Card';
import { Commands } from '../parts/Commands';
import { useMarks } from '../parts/marks';
import { Page } from '../parts/Page';
import { Standing } from '../parts/Standing';
import { dayOf } from '../parts/time';
import { Notice, type ReadNotice } from './Notice';
import { calendarWords } from './words';

const years = graphql(`query WorkingYears { workingCalendar { years { id version year source documentNumber restDays workedDays } } }`);
const counted = graphql(`query WorkingDays($from: LocalDate!, $days: Int!) { workingCalendar { addWorkingDays(from: $from, workingDays: $days) { lastDay assumedYears } } }`);
const months = 12;
const dayFormat = 'YYYY-MM-DD';

export default function WorkingCalendar() {
  const words = useWords(calendarWords);
  const { now, may } = useSession();
  const [year, setYear] = useState(() => Number(dayOf(now()).slice(0, 4)));
  // What was read from a notice and is not loaded yet: its sheets are looked at before anybody loads it.
  const [looked, setLooked] = useState<ReadNotice | null>(null);
  const look = (notice: ReadNotice | null) => {
    setLooked(notice);
    if (notice?.year) setYear(notice.year);
  };
  const { data, error, fetching, again } = useLiveQuery(years, {}, ['WORKING_YEAR']);
  const marks = useMarks();
  const one = data?.workingCalendar.years.find((each) => each.year === year);
  const next = data?.workingCalendar.years.find((each) => each.year === year + 1);
  const preview = looked?.year === year ? looked : undefined;
  const own = (day: string) => day.startsWith(String(year));
  // A notice of the next year has days at the end of this one.
  const [rest, worked] = [
    new Set([...((preview ?? one)?.restDays ?? []), ...(next?.restDays ?? [])].filter(own)),
    new Set([...((preview ?? one)?.workedDays ?? []), ...(next?.workedDays ?? [])].filter(own)),
  ];
  const choices = [...new Set([...(data?.workingCalendar.years.map((each) => each.year) ?? []), year, year + 1])].sort();
  const source = (of: { source: string; documentNumber: string | null }) =>
    `${words.source}${marks.colon}${of.source}${of.documentNumber ? ` · ${words.document} ${of.documentNumber}` : ''}`;
  return (
    <Page title={words.title} extra={<><Select aria-label={words.year} value={year} options={choices.map((value) => ({ value, label: String(value) }))} onChange={setYear} />
      <Commands next={['loadWorkingYear']} target={{ ...(one && { id: one.id }), fixed: {} }} initial={{ loadWorkingYear: { year, source: one?.source, restDays: one?.restDays, workedDays: one?.workedDays } }} /></>}>
      <Standing fetching={fetching} error={error} again={again} rows={10}>
        {preview ? <Alert className="gap-below" type="info" role="status" showIcon title={words.looked(year)} />
          : one ? <Alert className="gap-below" type="success" role="status" showIcon title={words.loaded(year)} description={source(one)} />
            : <Alert className="gap-below" type="warning" role="status" showIcon title={words.notLoaded(year)} />}
        <Card title={words.count} className="gap-below"><Count /></Card>
        {may('loadWorkingYear') && <Card title={words.notice} className="gap-below"><Notice onRead={look} onLoaded={setYear} /></Card>}
        <div className="year">
          {Array.from({ length: months }, (_, month) => (
            <Card key={month} title={dayjs(`${year}-01-01`).month(month).format('YYYY-MM')}>
              <Calendar fullscreen={false} value={dayjs(`${year}-01-01`).month(month)} headerRender={() => null}
                fullCellRender={(day) => {
                  const iso = day.format(dayFormat);
                  const weekend = day.day() === 0 || day.day() === 6;
                  const free = rest.has(iso) || (weekend && !worked.has(iso));
                  return day.month() === month ? <div className={`day-cell ${free ? 'free' : ''}`}>{day.date()}{rest.has(iso) && <Tag color="red">{words.rest}</Tag>}{worked.has(iso) && <Tag color="blue">{words.worked}</Tag>}</div> : <div className="day-cell" />;
                }} />
            </Card>
          ))}
        </div>
      </Standing>
    </Page>
  );
}

function Count() {
  const words = useWords(calendarWords);
  const { now } = useSession();
  const [from, setFrom] = useState(() => dayOf(now()));
  const [days, setDays] = useState(7);
  const { data } = useLiveQuery(counted, { from, days }, ['WORKING_YEAR']);
  const marks = useMarks();
  const end = data?.workingCalendar.addWorkingDays;
  return (
    <Space wrap>
      <DatePicker aria-label={words.from} allowClear={false} value={dayjs(from)} onChange={(day) => day && setFrom(day.format(dayFormat))} />
      <span>
        <InputNumber aria-label={words.days} min={1} max={365} value={days} onChange={(value) => value && setDays(value)} />{' '}
        {words.ofDays(days)}
      </span>
      {end && <b>{words.lastDay(end.lastDay)}</b>}
      {end && end.assumedYears.length > 0 && <span className="quiet">{words.assumed(end.assumedYears.join(marks.comma))}</span>}
    </Space>
  );
}
