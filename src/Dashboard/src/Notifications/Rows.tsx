import { Badge } from 'antd';
import { Link } from 'react-router';
import { graphql, type ResultOf } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { useSession } from '../app/session';
import { openWorkPath } from '../Handovers/path';
import { ActorName } from '../parts/Entry';
import { openSubjectName, subjectName, SubjectLink } from '../parts/Subject';
import { Term } from '../parts/Term';
import { timeOf } from '../parts/time';
import { notificationWords } from './words';

const told = graphql(`
  fragment Told on Notification { id kind at isRead detail parts entry { summary actorName actor { displayName } } }
`);
const list = graphql(`
  query Notifications($first: Int!, $unread: Boolean!) {
    notifications(first: $first, unread: $unread) {
      totalCount pageInfo { hasNextPage } nodes { ...Told subject { ...SubjectName } }
    }
  }
`, [told, subjectName]);
const openList = graphql(`
  query OpenNotifications($first: Int!, $unread: Boolean!) {
    notifications(first: $first, unread: $unread) {
      totalCount pageInfo { hasNextPage } nodes { ...Told subject { ...OpenSubjectName } }
    }
  }
`, [told, openSubjectName]);

type One = ResultOf<typeof list>['notifications']['nodes'][number];

/** What the reader was told, the latest first. */
export function useNotifications(first: number, unread: boolean) {
  const { may } = useSession();
  // A query that names more than a partner agency may read is refused as a whole.
  const query = may('cases') ? list : (openList as unknown as typeof list);
  const { data, ...standing } = useLiveQuery(query, { first, unread }, 'any');
  const { nodes = [], totalCount = 0, pageInfo } = data?.notifications ?? {};
  return { ...standing, shown: nodes, total: totalCount, hasMore: pageInfo?.hasNextPage ?? false };
}

/** Notifications as a list: why, of what, what happened, by whom and when. */
export function Rows({ of: shown }: { of: readonly One[] }) {
  return <ul className="rows notifications">{shown.map((one) => <Row key={one.id} of={one} />)}</ul>;
}

function Row({ of: one }: { of: One }) {
  const words = useWords(notificationWords);
  const { me } = useSession();
  return (
    <li className={one.isRead ? 'read' : 'unread'}>
      <span className="main">
        {!one.isRead && <Badge status="processing" title={words.new} />}
        <Term of="NotificationKind" value={one.kind} /> <SubjectLink subject={one.subject} withDetail />
        {one.parts > 1 && <> <Link to={openWorkPath({ officer: me.userName })}>{words.parts(one.parts)}</Link></>}
        {one.detail && <> <b>{one.detail}</b></>}
        {one.entry && <div className="quiet">{one.entry.summary}</div>}
      </span>
      <span className="quiet">{one.entry && <><ActorName of={one.entry} /> · </>}{timeOf(one.at)}</span>
    </li>
  );
}
