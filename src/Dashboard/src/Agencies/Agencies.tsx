import { useState } from 'react';
import { Button, Drawer, Table, Tag } from 'antd';
import { graphql, type ResultOf } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { Commands } from '../parts/Commands';
import { History } from '../parts/History';
import { Page } from '../parts/Page';
import { Standing } from '../parts/Standing';
import { useTerms } from '../parts/Term';
import { agencyWords } from './words';

const agencies = graphql(`query Agencies { agencies { id version code name chineseName englishName kind isClosed liaisons { id displayName } } }`);

type Agency = ResultOf<typeof agencies>['agencies'][number];

export default function Agencies() {
  const words = useWords(agencyWords);
  const kinds = useTerms('AgencyKind');
  const [chosen, setChosen] = useState<string | null>(null);
  const { data, error, fetching, again } = useLiveQuery(agencies, {}, ['AGENCY', 'ACCOUNT']);
  const agency = data?.agencies.find(({ id }) => id === chosen);
  return (
    <Page title={words.title} remark={words.remark} extra={<Commands next={['registerAgency']} target={{ fixed: {} }} />}>
      <Standing fetching={fetching} error={error} again={again} rows={10} empty={data?.agencies.length === 0}>
        <Table<Agency> size="small" rowKey="id" dataSource={data?.agencies ?? []} pagination={false} scroll={{ x: 'max-content' }}
          columns={[
            { title: words.name, key: 'name', render: (_, one) => <Button type="link" size="small" className="flush" onClick={() => setChosen(one.id)}>{one.name}</Button> },
            { title: words.kind, key: 'kind', render: (_, one) => kinds.term(one.kind) },
            { title: words.liaisons, key: 'liaisons', render: (_, one) => one.liaisons.map(({ displayName }) => displayName).join('、') || <span className="quiet">{words.noLiaison}</span> },
            { title: words.state, key: 'state', render: (_, one) => (one.isClosed ? <Tag>{words.closed}</Tag> : <Tag color="green">{words.open}</Tag>) },
            { title: words.code, key: 'code', render: (_, one) => <code>{one.code}</code> },
          ]} />
      </Standing>
      <Drawer open={!!agency} onClose={() => setChosen(null)} title={agency?.name} size={560} destroyOnHidden>{agency && <OneAgency of={agency} />}</Drawer>
    </Page>
  );
}

function OneAgency({ of: { id, version, code, chineseName, englishName, kind, isClosed } }: { of: Agency }) {
  const words = useWords(agencyWords);
  const names = { name: chineseName, englishName };
  return (
    <div className="stack">
      <Commands next={isClosed ? ['registerAgency'] : ['renameAgency', 'closeAgency']} titles={{ registerAgency: words.reopen }}
        target={{ subject: 'agency', id, version, fixed: { code } }} initial={{ registerAgency: { ...names, kind }, renameAgency: names }} />
      <section><h2>{words.history}</h2><History subject={id} kinds={['AGENCY']} /></section>
    </div>
  );
}
