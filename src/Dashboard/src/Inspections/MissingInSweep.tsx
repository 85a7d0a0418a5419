import { Button } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../app/language';
import { graphql, type ResultOf } from '../app/graphql';
import { useChanges } from '../app/live';
import { enterprisePath } from '../Enterprises/path';
import { enterpriseWords } from '../Enterprises/words';
import { Card } from '../parts/Card';
import { Standing } from '../parts/Standing';
import { count } from '../parts/time';
import { usePages } from '../parts/usePages';
import { Whole } from '../parts/Whole';
import { inspectionWords } from './words';

const missing = graphql(`
  query MissingInSweep($campaign: String!, $first: Int!, $after: String) {
    sweepCoverage(campaign: $campaign) {
      missing(first: $first, after: $after) {
        totalCount pageInfo { hasNextPage endCursor } nodes { id creditCode name district }
      }
    }
  }
`);

type Missing = NonNullable<ResultOf<typeof missing>['sweepCoverage']['missing']>;

const none = { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] } satisfies Missing;

/** Whom the sweep has not come to yet: the first of them, further ones as somebody asks for them, and all of them as a file. */
export function MissingInSweep({ campaign }: { campaign: string }) {
  const words = useWords(inspectionWords);
  const enterprise = useWords(enterpriseWords);
  const { rows, more, total = 0, fetching, error, next, again, all } = usePages(
    missing,
    { campaign },
    (data): Missing => data.sweepCoverage.missing ?? none,
  );
  useChanges(({ kind }) => kind === 'INSPECTION', again);
  const columns = [
    { title: enterprise.name, render: (one: Missing['nodes'][number]) => one.name },
    { title: enterprise.creditCode, render: (one: Missing['nodes'][number]) => one.creditCode },
    { title: enterprise.district, render: (one: Missing['nodes'][number]) => one.district },
  ];
  return (
    <Card title={`${words.missing} ${count(total)}`} extra={<Whole all={all} columns={columns} label={words.missing} total={total} />}>
      <Standing fetching={fetching && rows.length === 0} error={error} again={again}>
        <ul className="rows">
          {rows.map((one) => (
            <li key={one.id}>
              <span className="main">
                <Link to={enterprisePath(one.creditCode)}>{one.name}</Link>
              </span>
              <span className="quiet">{one.district}</span>
            </li>
          ))}
        </ul>
        {more && rows.length > 0 && (
          <Button type="link" className="flush" loading={fetching} onClick={next}>
            {words.moreMissing(count(total - rows.length))}
          </Button>
        )}
      </Standing>
    </Card>
  );
}
