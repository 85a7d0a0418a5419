import { useState } from 'react';
import { Button, Drawer, Table, Tag } from 'antd';
import { Link } from 'react-router';
import { graphql, type ResultOf } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { Commands } from '../parts/Commands';
import { History } from '../parts/History';
import { Page } from '../parts/Page';
import { Standing } from '../parts/Standing';
import { pathOf } from '../parts/Subject';
import { sectionWords } from './words';

const sections = graphql(`query Sections { sections { id version code name chineseName englishName isClosed members openWork heads { id displayName } } }`);

type Section = ResultOf<typeof sections>['sections'][number];

export default function Sections() {
  const words = useWords(sectionWords);
  const [chosen, setChosen] = useState<string | null>(null);
  const { data, error, fetching, again } = useLiveQuery(sections, {}, ['SECTION', 'ACCOUNT', 'CASE', 'INSPECTION', 'RECTIFICATION', 'CRIME_TRANSFER']);
  const section = data?.sections.find(({ id }) => id === chosen);
  return (
    <Page title={words.title} remark={words.remark} extra={<Commands next={['registerSection']} target={{ fixed: {} }} />}>
      <Standing fetching={fetching} error={error} again={again} rows={6} empty={data?.sections.length === 0}>
        <Table<Section> size="small" rowKey="id" dataSource={data?.sections ?? []} pagination={false} scroll={{ x: 'max-content' }}
          columns={[
            { title: words.name, key: 'name', render: (_, one) => <Button type="link" size="small" className="flush" onClick={() => setChosen(one.id)}>{one.name}</Button> },
            { title: words.heads, key: 'heads', render: (_, one) => one.heads.map(({ displayName }) => displayName).join('、') || <span className="quiet">{words.noHead}</span> },
            { title: words.members, dataIndex: 'members', align: 'right' },
            { title: words.openWork, key: 'work', align: 'right', render: (_, one) => (one.openWork > 0 ? <Link to={pathOf.openWork({ section: one.code })}>{one.openWork}</Link> : 0) },
            { title: words.state, key: 'state', render: (_, one) => (one.isClosed ? <Tag>{words.closed}</Tag> : <Tag color="green">{words.open}</Tag>) },
            { title: words.code, key: 'code', render: (_, one) => <code>{one.code}</code> },
          ]} />
      </Standing>
      <Drawer open={!!section} onClose={() => setChosen(null)} title={section?.name} size={560} destroyOnHidden>{section && <OneSection of={section} />}</Drawer>
    </Page>
  );
}

function OneSection({ of: { id, version, code, chineseName, englishName, isClosed } }: { of: Section }) {
  const words = useWords(sectionWords);
  const names = { name: chineseName, englishName };
  return (
    <div className="stack">
      <Commands next={isClosed ? ['registerSection'] : ['renameSection', 'closeSection']} titles={{ registerSection: words.reopen }}
        target={{ subject: 'section', id, version, fixed: { code } }} initial={{ registerSection: names, renameSection: names }} />
      <section><h2>{words.history}</h2><History subject={id} kinds={['SECTION']} /></section>
    </div>
  );
}
