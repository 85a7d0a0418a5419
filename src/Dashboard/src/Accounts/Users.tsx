import { useState } from 'react';
import { Button, Card, Drawer, Input, Select, Table, Tag } from 'antd';
import { Link } from 'react-router';
import { graphql, type ResultOf } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { Commands } from '../parts/Commands';
import { History } from '../parts/History';
import { Page } from '../parts/Page';
import { Standing } from '../parts/Standing';
import { pathOf } from '../parts/Subject';
import { Term, useTerms } from '../parts/Term';
import { timeOf } from '../parts/time';
import { useFilters } from '../parts/useFilters';
import { accountWords } from './words';

const users = graphql(`
  query Users($where: UserFilter) {
    users(first: 200, where: $where, order: [{ userName: ASC }]) { totalCount nodes { id version userName displayName roles section agency isDisabled lockedUntil mustChangePassword lastSignInAt } }
  }
`);

const work = graphql(`
  query OfficersWork($userName: String!) {
    cases(first: 50, where: { officerNames: { eq: $userName }, stage: { in: [LEAD, INVESTIGATION, LEGAL_REVIEW, HEARING, DECIDED, EXECUTION] } }) { totalCount nodes { id number title stage } }
    inspections(first: 50, where: { officers: { eq: $userName }, status: { eq: PLANNED } }) { totalCount nodes { id number plannedOn enterprise { name } } }
  }
`);

type User = ResultOf<typeof users>['users']['nodes'][number];
const names = ['text', 'role'] as const;

export default function Users() {
  const words = useWords(accountWords);
  const roles = useTerms('Role');
  const { values, set } = useFilters(names);
  const [chosen, setChosen] = useState<string | null>(null);
  const where = { ...(values.text && { displayName: { contains: values.text } }), ...(values.role && { role: { eq: values.role as 'OFFICER' } }) };
  const { data, error, fetching, again } = useLiveQuery(users, { where }, ['ACCOUNT']);
  const user = data?.users.nodes.find(({ id }) => id === chosen);
  return (
    <Page title={words.title} extra={<Commands next={['createUser']} target={{ fixed: {} }} />}>
      <div className="filters" role="search">
        <Input.Search key={values.text} defaultValue={values.text} placeholder={words.find} aria-label={words.find} allowClear onSearch={(text) => set({ text: text.trim() })} />
        <Select aria-label={words.roles} placeholder={words.roles} allowClear value={values.role || undefined} options={roles.options} onChange={(role) => set({ role })} />
      </div>
      <Standing fetching={fetching} error={error} again={again} rows={8}>
        <Table<User> size="small" rowKey="id" dataSource={data?.users.nodes ?? []} pagination={false} scroll={{ x: 'max-content' }}
          columns={[
            { title: words.userName, key: 'userName', render: (_, one) => <Button type="link" size="small" onClick={() => setChosen(one.id)}>{one.userName}</Button> },
            { title: words.displayName, dataIndex: 'displayName' },
            { title: words.roles, key: 'roles', render: (_, one) => one.roles.map((role) => <Tag key={role}>{roles.term(role)}</Tag>) },
            { title: words.section, key: 'section', render: (_, one) => one.section ?? one.agency ?? '—' },
            { title: words.state, key: 'state', render: (_, one) => <State of={one} /> },
            { title: words.lastSignIn, key: 'last', render: (_, one) => (one.lastSignInAt ? timeOf(one.lastSignInAt) : words.never) },
          ]} />
      </Standing>
      <Drawer open={!!user} onClose={() => setChosen(null)} title={user?.displayName} size={560} destroyOnHidden>{user && <OneUser of={user} />}</Drawer>
    </Page>
  );
}

function State({ of }: { of: User }) {
  const words = useWords(accountWords);
  if (of.isDisabled) return <Tag color="red">{words.disabled}</Tag>;
  return <>{of.lockedUntil ? <Tag color="orange">{words.locked}</Tag> : <Tag color="green">{words.enabled}</Tag>}{of.mustChangePassword && <Tag>{words.mustChange}</Tag>}</>;
}

function OneUser({ of: user }: { of: User }) {
  const words = useWords(accountWords);
  const { data, error, fetching, again } = useLiveQuery(work, { userName: user.userName }, ['CASE', 'INSPECTION']);
  return (
    <div className="stack">
      <Commands next={user.isDisabled ? ['enableUser'] : ['changeUserRoles', 'setUserPassword']} others={['unlockUser', 'disableUser']}
        target={{ subject: 'user', id: user.id, version: user.version, fixed: { userName: user.userName } }}
        initial={{ changeUserRoles: { displayName: user.displayName, roles: user.roles, section: user.section, agency: user.agency } }} />
      <Card size="small" title={words.work}>
        <Standing fetching={fetching} error={error} again={again} empty={data?.cases.totalCount === 0 && data.inspections.totalCount === 0}>
          <ul className="rows">
            {data?.cases.nodes.map((one) => <li key={one.id}><span className="main">{words.cases} <Link to={pathOf.case(one.number)}>{one.title}</Link></span><Term of="CaseStage" value={one.stage} /></li>)}
            {data?.inspections.nodes.map((one) => <li key={one.id}><span className="main">{words.inspections} <Link to={pathOf.inspection(one.number)}>{one.enterprise.name}</Link></span>{one.plannedOn}</li>)}
          </ul>
        </Standing>
      </Card>
      <Card size="small" title={words.history}><History subject={user.id} kinds={['ACCOUNT']} /></Card>
    </div>
  );
}
