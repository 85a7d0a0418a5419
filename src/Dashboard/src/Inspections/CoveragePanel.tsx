import { Empty } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { useCampaignName } from '../Campaigns/campaignNames';
import { Card } from '../parts/Card';
import { ShareBar } from '../parts/ShareBar';
import { Standing } from '../parts/Standing';
import { count } from '../parts/time';
import { campaigns, coverage, share } from './sweep';
import { inspectionWords } from './words';

/** How far the sweep of the campaign that goes on has come. */
export default function CoveragePanel() {
  const words = useWords(inspectionWords);
  const campaignName = useCampaignName();
  const known = useLiveQuery(campaigns, {}, ['INSPECTION']);
  const campaign = known.data?.sweepCampaigns[0]?.code ?? '';
  const { data, error, fetching, again } = useLiveQuery(coverage, { campaign }, ['INSPECTION'], !campaign);
  const all = data?.sweepCoverage;
  return (
    <Card title={words.coverage} extra={<Link to="/inspections?view=coverage">{words.coverageWhole}</Link>}>
      <Standing fetching={fetching || known.fetching} error={error ?? known.error} again={again}>
        {all ? (
          <>
            <ShareBar label={words.coverage} percent={share(all.inspected, all.licensedProducers)} />
            <p className="flush-text">
              {campaignName(all.campaign)} · {words.inspectedOf(count(all.inspected), count(all.licensedProducers))}
            </p>
          </>
        ) : (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.noCampaign} />
        )}
      </Standing>
    </Card>
  );
}
