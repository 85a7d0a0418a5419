import { Empty } from 'antd';
import { Link } from 'react-router';
import { graphql, type ResultOf } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { Card } from '../parts/Card';
import { Commands } from '../parts/Commands';
import { Page } from '../parts/Page';
import { Standing } from '../parts/Standing';
import { Term, useTerms } from '../parts/Term';
import { useWholeList } from '../parts/useWholeList';
import { campaignPath } from './path';
import { campaignWords } from './words';

const campaigns = graphql(`
  query CampaignList {
    campaigns(first: 200, order: [{ from: DESC }]) { nodes { id code name areaOfLaw noticeNumber from until parent status } }
  }
`);

type Row = ResultOf<typeof campaigns>['campaigns']['nodes'][number];

/** The campaigns of the bureau, the latest first; a part of one says of which. */
export default function Campaigns() {
  const words = useWords(campaignWords);
  const { data, error, fetching, again } = useLiveQuery(campaigns, {}, ['CAMPAIGN']);
  const statuses = useTerms('CampaignStatus');
  const all = data?.campaigns.nodes ?? [];
  const parentOf = ({ parent }: Row) => (parent ? (all.find(({ code }) => code === parent)?.name ?? parent) : '');
  const { tools, shown } = useWholeList<Row>({
    rows: all,
    label: words.title,
    columns: [
      { title: words.name, render: (one) => one.name },
      { title: words.code, render: (one) => one.code },
      { title: words.days, render: (one) => `${one.from} — ${one.until}` },
      { title: words.area, render: (one) => one.areaOfLaw },
      { title: words.notice, render: (one) => one.noticeNumber },
      { title: words.parent, render: parentOf },
      { title: words.status, render: (one) => statuses.term(one.status) },
    ],
  });
  return (
    <Page title={words.title} remark={words.remark} extra={<Commands next={['prepareCampaign']} target={{ fixed: {} }} />}>
      <Standing fetching={fetching} error={error} again={again} rows={6}>
        {tools}
        <Card>
          {data && all.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.none} />}
          <ul className="rows">
            {shown.map((one) => (
              <li key={one.id}>
                <span className="main">
                  <Link to={campaignPath(one.code)}>{one.name}</Link>
                  <div className="quiet">
                    {one.from} — {one.until} · {one.areaOfLaw} · {one.noticeNumber}
                    {one.parent && ` · ${words.parent} ${parentOf(one)}`}
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
