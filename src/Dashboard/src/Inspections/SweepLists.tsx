import { Button, Segmented } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../app/language';
import { graphql, type ResultOf } from '../app/graphql';
import { useChanges } from '../app/live';
import { enterprisePath } from '../Enterprises/path';
import { enterpriseWords } from '../Enterprises/words';
import { Card } from '../parts/Card';
import { FromLink } from '../parts/Filters';
import { Standing } from '../parts/Standing';
import { count } from '../parts/time';
import { usePages } from '../parts/usePages';
import { Whole } from '../parts/Whole';
import { inspectionWords } from './words';

const enterprises = graphql(`
  fragment SweepEnterprises on EnterpriseConnection {
    totalCount pageInfo { hasNextPage endCursor } nodes { id creditCode name district }
  }
`);

const sweepList = graphql(
  `
  query SweepList($campaign: String!, $productClasses: [String!], $covered: Boolean!, $first: Int!, $after: String) {
    sweepCoverage(campaign: $campaign, productClasses: $productClasses) {
      covered(first: $first, after: $after) @include(if: $covered) { ...SweepEnterprises }
      missing(first: $first, after: $after) @skip(if: $covered) { ...SweepEnterprises }
    }
  }
`,
  [enterprises],
);

type Enterprises = ResultOf<typeof enterprises>;

const none = { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] } satisfies Enterprises;

export type SweepList = 'missing' | 'covered';

/** Whom the sweep has come to, or not yet, in all classes or one: the first of them, further ones as somebody asks for them, and all of them as a file. */
export function SweepLists({ campaign, list, productClass, onList, onAllClasses }: {
  campaign: string;
  list: SweepList;
  productClass: { code: string; name: string } | null;
  onList: (list: SweepList) => void;
  onAllClasses: () => void;
}) {
  const words = useWords(inspectionWords);
  const enterprise = useWords(enterpriseWords);
  const asked = { campaign, productClasses: productClass ? [productClass.code] : null, covered: list === 'covered' };
  const { rows, more, total = 0, fetching, error, next, again, all } = usePages(
    sweepList,
    asked,
    ({ sweepCoverage }): Enterprises => sweepCoverage.covered ?? sweepCoverage.missing ?? none,
  );
  useChanges(({ kind }) => kind === 'INSPECTION', again);
  const columns = [
    { title: enterprise.name, render: (one: Enterprises['nodes'][number]) => one.name },
    { title: enterprise.creditCode, render: (one: Enterprises['nodes'][number]) => one.creditCode },
    { title: enterprise.district, render: (one: Enterprises['nodes'][number]) => one.district },
  ];
  return (
    <Card title={`${words[list]} ${count(total)}`} extra={<Whole all={all} columns={columns} label={words[list]} total={total} />}>
      <div className="filters">
        <Segmented
          aria-label={words.sweepList}
          value={list}
          onChange={onList}
          options={(['missing', 'covered'] as const).map((value) => ({ value, label: words[value] }))}
        />
        {productClass && <FromLink text={productClass.name} onClose={onAllClasses} />}
      </div>
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
