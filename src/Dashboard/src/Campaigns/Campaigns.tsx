import { Empty } from 'antd';
import { Link } from 'react-router';
import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { Card } from '../parts/Card';
import { Commands } from '../parts/Commands';
import { Page } from '../parts/Page';
import { Standing } from '../parts/Standing';
import { Term } from '../parts/Term';
import { campaignPath } from './path';
import { campaignWords } from './words';

const campaigns = graphql(`
  query CampaignList {
    campaigns(first: 100, order: [{ from: DESC }]) { nodes { id code name areaOfLaw noticeNumber from until parent status } }
  }
`);

/** The campaigns of the bureau, the latest first; a part of one says of which. */
export default function Campaigns() {
  const words = useWords(campaignWords);
  const { data, error, fetching, again } = useLiveQuery(campaigns, {}, ['CAMPAIGN']);
  const all = data?.campaigns.nodes ?? [];
  return (
    <Page title={words.title} remark={words.remark} extra={<Commands next={['prepareCampaign']} target={{ fixed: {} }} />}>
      <Standing fetching={fetching} error={error} again={again} rows={6}>
        <Card>
          {data && all.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.none} />}
          <ul className="rows">
            {all.map((one) => (
              <li key={one.id}>
                <span className="main">
                  <Link to={campaignPath(one.code)}>{one.name}</Link>
                  <div className="quiet">
                    {one.from} — {one.until} · {one.areaOfLaw} · {one.noticeNumber}
                    {one.parent && ` · ${words.parent} ${all.find(({ code }) => code === one.parent)?.name ?? one.parent}`}
                  </div>
                </span>
                <Term of="CampaignStatus" value={one.status} />
              </li>
            ))}
          </ul>
        </Card>
      </Standing>
    </Page>
  );
}
