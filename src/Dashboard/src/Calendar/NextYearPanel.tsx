import { Alert } from 'antd';
import { Link } from 'react-router';
import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { Card } from '../parts/Card';
import type { Viewer } from '../parts/home';
import { Standing } from '../parts/Standing';
import { calendarWords } from './words';

const loaded = graphql(`query LoadedYears { workingCalendar { years { year } } }`);

/** The State Council's notice for the next year comes in November. */
const noticeMonth = 11;

/** Whether this year's days of rest are loaded, and from November on those of the next, by which terms are counted that reach into it. */
export default function NextYearPanel({ viewer: { today } }: { viewer: Viewer }) {
  const words = useWords(calendarWords);
  const { data, error, fetching, again } = useLiveQuery(loaded, {}, ['WORKING_YEAR']);
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const wanted = month >= noticeMonth ? [year, year + 1] : [year];
  const missing = wanted.find((one) => !data?.workingCalendar.years.some((known) => known.year === one));
  return (
    <Card title={words.title}>
      <Standing fetching={fetching} error={error} again={again} rows={1}>
        {missing ? (
          <Alert
            type="warning"
            role="status"
            showIcon
            title={words.notLoaded(missing)}
            action={
              <Link to="/administration/calendar?do=loadWorkingYear" className="work-step">
                {words.load}
              </Link>
            }
          />
        ) : (
          <Alert type="success" role="status" showIcon title={words.loaded(wanted.at(-1)!)} />
        )}
      </Standing>
    </Card>
  );
}
