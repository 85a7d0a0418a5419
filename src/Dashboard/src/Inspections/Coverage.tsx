import { Card, Empty, Progress } from 'antd';
import { Link } from 'react-router';
import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { Standing } from '../parts/Standing';
import { pathOf } from '../parts/Subject';
import { count } from '../parts/time';
import { inspectionWords } from './words';

const latest = graphql(`query LatestSweep { inspections(first: 1, where: { basis: { eq: SWEEP }, hasCampaign: { eq: true } }, order: [{ plannedOn: DESC }]) { nodes { campaign } } }`);
const coverage = graphql(`
  query SweepCoverage($campaign: String!) {
    sweepCoverage(campaign: $campaign) {
      campaign licensedProducers inspected byProductClass { productClass { code name } licensedProducers inspected }
      missing(first: 30) { totalCount nodes { id creditCode name district } }
    }
  }
`);

const share = (part: number, whole: number) => (whole > 0 ? Math.round((part / whole) * 100) : 0);

/** How far the sweep has come, by product class, and who is missing (R2.2.1). */
export function Coverage() {
  const words = useWords(inspectionWords);
  const sweep = useLiveQuery(latest, {}, ['INSPECTION']);
  const campaign = sweep.data?.inspections.nodes[0]?.campaign ?? '';
  const { data, error, fetching, again } = useLiveQuery(coverage, { campaign }, ['INSPECTION'], !campaign);
  const all = data?.sweepCoverage;
  if (sweep.data && !campaign) return <Empty description={words.noCampaign} />;
  return (
    <Standing fetching={fetching || sweep.fetching} error={error ?? sweep.error} again={again} rows={10}>
      {all && (
        <div className="cards-grid">
          <Card size="small" className="whole" title={`${words.campaign} ${all.campaign}`}>
            <Progress strokeColor="#0b4f9e" percent={share(all.inspected, all.licensedProducers)} size={{ height: 16 }} aria-label={words.coverage} />
            <p>{words.inspectedOf(count(all.inspected), count(all.licensedProducers))}</p>
          </Card>
          <Card size="small" title={words.coverage}>
            <ul className="rows">
              {all.byProductClass.map((one) => (
                <li key={one.productClass.code}><span className="main">{one.productClass.name}<Progress strokeColor="#0b4f9e" percent={share(one.inspected, one.licensedProducers)} size="small" aria-label={one.productClass.name} /></span><span className="quiet">{count(one.inspected)} / {count(one.licensedProducers)}</span></li>
              ))}
            </ul>
          </Card>
          <Card size="small" title={words.missing} extra={count(all.missing.totalCount)}>
            <ul className="rows">{all.missing.nodes.map((one) => <li key={one.id}><span className="main"><Link to={pathOf.enterprise(one.creditCode)}>{one.name}</Link></span><span className="quiet">{one.district}</span></li>)}</ul>
          </Card>
        </div>
      )}
    </Standing>
  );
}
