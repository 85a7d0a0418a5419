import { Tag } from 'antd';
import { Link } from 'react-router';
import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { useSession } from '../app/session';
import { ListPanel } from '../parts/ListPanel';
import { count } from '../parts/time';
import { accountWords } from './words';

const accounts = graphql(`
  query AccountsToLookAt {
    users(first: 200, where: { isDisabled: { eq: false } }, order: [{ userName: ASC }]) {
      totalCount nodes { id userName displayName lockedUntil mustChangePassword lastSignInAt }
    }
  }
`);
const shown = 8;

/** Accounts that somebody may be waiting to use: locked ones first, then those whose password is still the first. */
export default function AccountsPanel() {
  const words = useWords(accountWords);
  const { now } = useSession();
  const { data, error, fetching, again } = useLiveQuery(accounts, {}, ['ACCOUNT']);
  const isLocked = ({ lockedUntil }: { lockedUntil: string | null }) => !!lockedUntil && Date.parse(lockedUntil) > now().getTime();
  const found = (data?.users.nodes ?? [])
    .filter((one) => isLocked(one) || one.mustChangePassword)
    .toSorted((a, b) => Number(isLocked(b)) - Number(isLocked(a)));
  const isWhole = !data || data.users.totalCount <= data.users.nodes.length;
  return (
    <ListPanel
      title={words.toLookAt}
      extra={data && <Link to="/administration/users">{words.all(count(data.users.totalCount))}</Link>}
      rows={found.slice(0, shown)}
      keyOf={({ id }) => id}
      empty={isWhole ? words.noneToLookAt : words.noneAmongFirst(data?.users.nodes.length ?? 0)}
      fetching={fetching}
      error={error}
      again={again}
    >
      {(one) => (
        <>
          <span className="main">
            <Link to={`/administration/users?text=${encodeURIComponent(one.userName)}`}>{one.displayName}</Link>{' '}
            <span className="quiet">{one.userName}</span>
          </span>
          {isLocked(one) ? <Tag color="red">{words.locked}</Tag> : <Tag color="orange">{words.mustChange}</Tag>}
        </>
      )}
    </ListPanel>
  );
}
