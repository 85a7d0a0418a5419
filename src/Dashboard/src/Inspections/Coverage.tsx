import { Empty } from 'antd';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { Card } from '../parts/Card';
import { ListedSelect } from '../parts/ListedSelect';
import { ShareBar } from '../parts/ShareBar';
import { Standing } from '../parts/Standing';
import { count } from '../parts/time';
import { useFilters } from '../parts/useFilters';
import { MissingInSweep } from './MissingInSweep';
import { campaigns, coverage, share } from './sweep';
import { inspectionWords } from './words';

const coverageFilters = ['campaign'] as const;

/** How far the sweep has come, by product class, and who is missing (R2.2.1): of the campaign in the address, or else of the first that the server names. */
export function Coverage() {
  const words = useWords(inspectionWords);
  const { values, set } = useFilters(coverageFilters);
  const known = useLiveQuery(campaigns, {}, ['INSPECTION']);
  const offered = known.data?.sweepCampaigns ?? [];
  const campaign = values.campaign || offered[0]?.code || '';
  const { data, error, fetching, again } = useLiveQuery(coverage, { campaign }, ['INSPECTION'], !campaign);
  const all = data?.sweepCoverage;
  if (known.data && !campaign) return <Empty description={words.noCampaign} />;
  return (
    <Standing fetching={fetching || known.fetching} error={error ?? known.error} again={again} rows={10}>
      {all && (
        <>
          <div className="filters" role="search">
            <ListedSelect label={words.campaign} value={campaign} entries={offered.map((one) => ({ code: one.code, name: words.campaignOf(one.code, count(one.recorded), count(one.inspections), one.isGoingOn) }))} offered={() => true} onChange={(chosen) => set({ campaign: chosen })} />
          </div>
          <div className="cards-grid">
            <Card className="whole" title={`${words.campaign} ${all.campaign}`}>
              <ShareBar label={words.coverage} percent={share(all.inspected, all.licensedProducers)} />
              <p>{words.inspectedOf(count(all.inspected), count(all.licensedProducers))}</p>
              <p className="quiet flush-text">{words.coverageHint}</p>
            </Card>
            <Card title={words.coverage}>
              <ul className="rows">
                {all.byProductClass.map((one) => (
                  <li key={one.productClass.code}>
                    <span className="main">
                      {one.productClass.name}
                      <ShareBar label={one.productClass.name} percent={share(one.inspected, one.licensedProducers)} />
                    </span>
                    <span className="quiet share-count">
                      {count(one.inspected)} / {count(one.licensedProducers)}
                    </span>
                  </li>
                ))}
              </ul>
            </Card>
            <MissingInSweep key={campaign} campaign={campaign} />
          </div>
        </>
      )}
    </Standing>
  );
}
