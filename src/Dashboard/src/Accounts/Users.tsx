import { useState } from 'react';
import { Button, Drawer, Select, Tag } from 'antd';
import { Link } from 'react-router';
import { graphql, type ResultOf } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { useAgencyName } from '../Agencies/agencyNames';
import { useSectionName } from '../Sections/sectionNames';
import { Card } from '../parts/Card';
import { CardTable } from '../parts/CardTable';
import { Commands } from '../parts/Commands';
import { Find } from '../parts/Find';
import { History } from '../parts/History';
import { useMarks } from '../parts/marks';
import { Page } from '../parts/Page';
import type { TableColumn } from '../parts/PlainTable';
import { Standing } from '../parts/Standing';
import { subjectName, SubjectLink } from '../parts/Subject';
import { openWorkPath } from '../Handovers/path';
import { useTerms } from '../parts/Term';
import { timeOf } from '../parts/time';
import { useAll } from '../parts/usePages';
import { useFilters } from '../parts/useFilters';
import { Whole } from '../parts/Whole';
import { accountWords } from './words';

const one = graphql(`
  fragment ListedUser on User {
    id version userName displayName roles section agency isDisabled lockedUntil mustChangePassword lastSignInAt
  }
`);

const users = graphql(`
  query Users($where: UserFilterInput) {
    users(first: 200, where: $where, order: [{ userName: ASC }]) { totalCount nodes { ...ListedUser } }
  }
`, [one]);

// A file has all of them, however many there are.
const wholeUsers = graphql(`
  query WholeUsers($first: Int!, $after: String, $where: UserFilterInput) {
    users(first: $first, after: $after, where: $where, order: [{ userName: ASC }]) {
      nodes { ...ListedUser } pageInfo { hasNextPage endCursor }
    }
  }
`, [one]);

const work = graphql(`
  query OfficersWork($userName: String!) { openWork(first: 10, officer: $userName) { totalCount nodes { kind number name subject { ...SubjectName } } } }
`, [subjectName]);

type User = ResultOf<typeof users>['users']['nodes'][number];
const names = ['text', 'role'] as const;

export default function Users() {
  const words = useWords(accountWords);
  const roles = useTerms('Role');
  const [section, agency] = [useSectionName(), useAgencyName()];
  const marks = useMarks();
  const { values, set } = useFilters(names);
  const [chosen, setChosen] = useState<string | null>(null);
  const where = { ...(values.text && { or: [{ displayName: { contains: values.text } }, { userName: { contains: values.text } }] }), ...(values.role && { roles: { some: { eq: values.role as 'OFFICER' } } }) };
  const { data, error, fetching, again } = useLiveQuery(users, { where }, ['ACCOUNT']);
  const all = useAll(wholeUsers, { where }, (read) => read.users);
  const stateOf = (one: User) => (one.isDisabled ? words.disabled
    : [one.lockedUntil ? words.locked : words.enabled, one.mustChangePassword && words.mustChange].filter(Boolean).join(marks.comma));
  const columns: TableColumn<User>[] = [
        { title: words.userName, key: 'userName', text: (one) => one.userName,
        render: (one) => <Button type="link" size="small" className="flush" onClick={() => setChosen(one.id)}>{one.userName}</Button> },
        { title: words.displayName, key: 'displayName', render: (one) => one.displayName },
        { title: words.roles, key: 'roles', render: (one) => one.roles.map((role) => <Tag key={role}>{roles.term(role)}</Tag>) },
        { title: words.section, key: 'section', render: (one) => (one.section ? section(one.section) : agency(one.agency)) },
        { title: words.state, key: 'state', text: stateOf, render: (one) => <State of={one} /> },
        { title: words.lastSignIn, key: 'last', render: (one) => (one.lastSignInAt ? timeOf(one.lastSignInAt) : words.never) },
  ];
  const user = data?.users.nodes.find(({ id }) => id === chosen);
  return (
    <Page title={words.title} extra={<Commands next={['createUser']} target={{ fixed: {} }} />}>
      <div className="filters" role="search">
        <Find label={words.find} text={values.text} set={set} />
        <Select aria-label={words.roles} placeholder={words.roles} allowClear value={values.role || undefined} options={roles.options} onChange={(role) => set({ role })} />
        <Whole all={all} columns={columns} label={words.title} total={data?.users.totalCount ?? 0} />
      </div>
      <Standing fetching={fetching} error={error} again={again} rows={8}>
        <CardTable<User> rows={data?.users.nodes ?? []} rowKey={(one) => one.id} columns={columns} />
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
  const kind = useTerms('WorkKind');
  const { data, error, fetching, again } = useLiveQuery(work, { userName: user.userName }, ['CASE', 'INSPECTION', 'RECTIFICATION', 'CRIME_TRANSFER']);
  const marks = useMarks();
  return (
    <div className="stack">
      <Commands next={user.isDisabled ? ['enableUser'] : ['changeUserRoles', 'setUserPassword']} others={['unlockUser', 'disableUser']}
        target={{ subject: 'user', id: user.id, version: user.version, fixed: { userName: user.userName } }}
        initial={{ changeUserRoles: { displayName: user.displayName, roles: user.roles, section: user.section, agency: user.agency } }} />
      <Card title={`${words.work}${data ? marks.inBrackets(data.openWork.totalCount) : ''}`} extra={data && data.openWork.totalCount > 0 && <Link to={openWorkPath({ officer: user.userName })}>{words.allWork}</Link>}>
        <Standing fetching={fetching} error={error} again={again} empty={data?.openWork.totalCount === 0}>
          <ul className="rows">
            {data?.openWork.nodes.map((one) => <li key={one.number}><span className="main">{kind.term(one.kind)} <SubjectLink subject={one.subject} /> <span className="quiet">{one.name}</span></span></li>)}
          </ul>
        </Standing>
      </Card>
      <Card title={words.history}><History subject={user.id} kinds={['ACCOUNT']} /></Card>
    </div>
  );
}
