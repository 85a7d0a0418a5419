import { Tag } from 'antd';
import { Link } from 'react-router';
import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { ListPanel } from '../parts/ListPanel';
import { Term, useTerms } from '../parts/Term';
import { count, timeOf } from '../parts/time';
import { importWords } from './words';

const latest = graphql(`query LatestImports { recentImports { id importId register status fileName rejected failure queuedAt } }`);
const shown = 5;

/** The imports that came last: whether they came through, and how many rows were refused. */
export default function RecentPanel() {
  const words = useWords(importWords);
  const registers = useTerms('RegisterKind');
  const { data, error, fetching, again } = useLiveQuery(latest, {}, ['IMPORT']);
  return (
    <ListPanel
      title={words.title}
      extra={<Link to="/administration/imports">{words.all}</Link>}
      rows={data?.recentImports.slice(0, shown) ?? []}
      keyOf={({ id }) => id}
      empty={words.noneYet}
      fetching={fetching}
      error={error}
      again={again}
    >
      {(one) => (
        <>
          <span className="main">
            {one.fileName ?? registers.term(one.register)} <span className="quiet">{timeOf(one.queuedAt)}</span>
            {one.failure && <div className="fault">{one.failure}</div>}
          </span>
          <span>
            {one.rejected > 0 && (
              <Tag color="orange">
                {words.rejected} {count(one.rejected)}
              </Tag>
            )}
            <Term of="ImportStatus" value={one.status} />
          </span>
        </>
      )}
    </ListPanel>
  );
}
