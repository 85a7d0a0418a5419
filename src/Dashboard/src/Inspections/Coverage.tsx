import { Fragment } from 'react';
import { Empty } from 'antd';
import { Link } from 'react-router';
import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { useCampaignName } from '../Campaigns/campaignNames';
import { Card } from '../parts/Card';
import { figureOf } from '../parts/links';
import { ListedSelect } from '../parts/ListedSelect';
import { useMarks } from '../parts/marks';
import { ShareBar } from '../parts/ShareBar';
import { Standing } from '../parts/Standing';
import { count } from '../parts/time';
import { useFilters } from '../parts/useFilters';
import { inspectionList } from './filters';
import { SweepLists } from './SweepLists';
import { campaigns, coverage, share } from './sweep';
import { inspectionWords } from './words';

const coverageFilters = ['campaign', 'list', 'productClass'] as const;

const made = graphql(`
  query InspectionsOfCampaign($recorded: InspectionFilterInput, $planned: InspectionFilterInput, $all: InspectionFilterInput) {
    recorded: inspections(first: 1, where: $recorded) { totalCount }
    planned: inspections(first: 1, where: $planned) { totalCount }
    all: inspections(first: 1, where: $all) { totalCount }
  }
`);

/**
 * How far the sweep has come, by product class, and who is missing (R2.2.1): of the campaign in the address, or else of the first that the server
 * names. Enterprises and inspections are counted each by themselves, and every figure opens those that it counts.
 */
export function Coverage() {
  const words = useWords(inspectionWords);
  const marks = useMarks();
  const campaignName = useCampaignName();
  const { values, set } = useFilters(coverageFilters);
  const known = useLiveQuery(campaigns, {}, ['INSPECTION']);
  const offered = known.data?.sweepCampaigns ?? [];
  const campaign = values.campaign || offered[0]?.code || '';
  const { data, error, fetching, again } = useLiveQuery(coverage, { campaign }, ['INSPECTION'], !campaign);
  const all = data?.sweepCoverage;
  if (known.data && !campaign) return <Empty description={words.noCampaign} />;
  const list = values.list === 'covered' ? 'covered' : 'missing';
  const productClass = all?.byProductClass.find((one) => one.productClass.code === values.productClass)?.productClass ?? null;
  const toCovered = (code?: string) =>
    `/inspections?${new URLSearchParams({ view: 'coverage', campaign, list: 'covered', ...(code && { productClass: code }) })}`;
  return (
    <Standing fetching={fetching || known.fetching} error={error ?? known.error} again={again} rows={10}>
      {all && (
        <>
          <div className="filters" role="search">
            <ListedSelect label={words.campaign} value={campaign} entries={offered.map((one) => ({ code: one.code, name: words.campaignOf(campaignName(one.code), count(one.recorded), count(one.inspections), one.isGoingOn) }))} offered={() => true}
              onChange={(chosen) => set({ campaign: chosen, productClass: '' })} />
          </div>
          <div className="cards-grid">
            <Card className="whole" title={campaignName(all.campaign)}>
              <ShareBar label={words.coverage} percent={share(all.inspected, all.licensedProducers)} />
              <p><Link to={toCovered()}>{words.inspectedOf(count(all.inspected), count(all.licensedProducers))}</Link></p>
              <Made campaign={campaign} />
              <p className="quiet flush-text">{words.coverageHint}</p>
            </Card>
            <Card title={words.coverage}>
              <ul className="rows">
                {all.byProductClass.map(({ productClass: { code, name }, inspected, licensedProducers }) => {
                  const counted = `${count(inspected)} / ${count(licensedProducers)}`;
                  const said = words.inspectedOf(count(inspected), count(licensedProducers));
                  return (
                    <li key={code}>
                      <span className="main">
                        {name}
                        <ShareBar label={name} percent={share(inspected, licensedProducers)} />
                      </span>
                      <Link to={toCovered(code)} className="share-count" aria-label={`${counted} ${name}${marks.colon}${said}`}>
                        {counted}
                      </Link>
                    </li>
                  );
                })}
              </ul>
            </Card>
            <SweepLists key={campaign} campaign={campaign} list={list} productClass={productClass}
              onList={(chosen) => set({ list: chosen })} onAllClasses={() => set({ productClass: '' })} />
          </div>
        </>
      )}
    </Standing>
  );
}

/** How many inspections of the campaign there are, each figure with its list. */
function Made({ campaign }: { campaign: string }) {
  const words = useWords(inspectionWords);
  const figures = {
    recorded: figureOf(inspectionList, { campaign, basis: 'SWEEP', status: 'RECORDED' }),
    planned: figureOf(inspectionList, { campaign, basis: 'SWEEP', status: 'PLANNED' }),
    all: figureOf(inspectionList, { campaign, status: 'RECORDED' }),
  };
  const { recorded, planned, all } = figures;
  const { data } = useLiveQuery(made, { recorded: recorded.where, planned: planned.where, all: all.where }, ['INSPECTION']);
  if (!data) return null;
  return (
    <p>
      {(['recorded', 'planned', 'all'] as const).map((name, place) => (
        <Fragment key={name}>
          {place > 0 && ' · '}
          <Link to={figures[name].to}>{words.ofCampaign[name](count(data[name].totalCount))}</Link>
        </Fragment>
      ))}
    </p>
  );
}
