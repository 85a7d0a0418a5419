import { Tag } from 'antd';
import { Link } from 'react-router';
import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import type { Viewer } from '../parts/home';
import { figureOf } from '../parts/links';
import { ListPanel } from '../parts/ListPanel';
import { addDays, count, daysBetween } from '../parts/time';
import { inForce, licenceList } from './filters';
import { licencePath } from './path';
import { licenceWords } from './words';

const lapsing = graphql(`
  query LapsingLicences($where: LicenceFilterInput) {
    licences(first: 6, where: $where, order: [{ validTo: ASC }]) { totalCount nodes { number validTo enterprise { name } } }
  }
`);

const month = 30;

/** The licences in force that lapse within thirty days, the next first. */
export default function LapsingPanel({ viewer: { today } }: { viewer: Viewer }) {
  const words = useWords(licenceWords);
  const { where, to } = figureOf(licenceList, { status: inForce, from: today, to: addDays(today, month) });
  const { data, error, fetching, again } = useLiveQuery(lapsing, { where }, ['LICENCE']);
  return (
    <ListPanel
      title={words.lapsing}
      extra={data && <Link to={to}>{words.whole(count(data.licences.totalCount))}</Link>}
      rows={data?.licences.nodes ?? []}
      keyOf={({ number }) => number}
      empty={words.noLapsing}
      fetching={fetching}
      error={error}
      again={again}
    >
      {(one) => (
        <>
          <span className="main">
            <Link to={licencePath(one.number)}>{one.number}</Link> <span className="quiet">{one.enterprise.name}</span>
          </span>
          <span>
            <Tag color="orange">{words.daysLeft(daysBetween(today, one.validTo))}</Tag>
            {one.validTo}
          </span>
        </>
      )}
    </ListPanel>
  );
}
