import { Card, Empty, Tag } from 'antd';
import { Link } from 'react-router';
import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import type { Viewer } from '../parts/home';
import { figureOf } from '../parts/links';
import { Standing } from '../parts/Standing';
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
    <Card title={words.lapsing} size="small" extra={data && <Link to={to}>{words.whole(count(data.licences.totalCount))}</Link>}>
      <Standing fetching={fetching} error={error} again={again}>
        {data?.licences.nodes.length ? (
          <ul className="rows">
            {data.licences.nodes.map((one) => (
              <li key={one.number}>
                <span className="main">
                  <Link to={licencePath(one.number)}>{one.number}</Link> <span className="quiet">{one.enterprise.name}</span>
                </span>
                <span>
                  <Tag color="orange">{words.daysLeft(daysBetween(today, one.validTo))}</Tag>
                  {one.validTo}
                </span>
              </li>
            ))}
          </ul>
        ) : (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.noLapsing} />
        )}
      </Standing>
    </Card>
  );
}
