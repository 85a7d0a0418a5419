import { useEffect } from 'react';
import { useClient, useQuery } from 'urql';
import { graphql } from '../app/graphql';
import { useChanges } from '../app/live';
import { useSession } from '../app/session';

const most = 200;
const unread = graphql(`
  query UnreadNotifications($first: Int!) { notifications(first: $first, unread: true) { totalCount nodes { id number } } }
`);

const markRead = graphql(`
  mutation MarkRead($input: MarkNotificationsReadInput!) { markNotificationsRead(input: $input) { marked unread } }
`);

// The stream tells a partner agency of what its own people did only: what the bureau did for it is looked for.
const lookEvery = 60_000;

/**
 * What is unread, asked again after every change and when somebody comes back to the window. A failure is not told: the bell stands
 * on every page, and the next change asks again.
 */
export function useUnread() {
  const { me } = useSession();
  const [{ data }, ask] = useQuery({ query: unread, variables: { first: most } });
  const outside = me.agency !== null;
  useChanges(() => true, () => ask({ requestPolicy: 'network-only' }));
  useEffect(() => {
    const again = () => ask({ requestPolicy: 'network-only' });
    window.addEventListener('focus', again);
    const timer = outside ? setInterval(again, lookEvery) : undefined;
    return () => {
      window.removeEventListener('focus', again);
      clearInterval(timer);
    };
  }, [outside, ask]);
  return { total: data?.notifications.totalCount ?? 0, shown: data?.notifications.nodes ?? [] };
}

/** Says to the server what was read; every list of notifications that is shown is asked again. */
export function useMarkRead() {
  const client = useClient();
  return (input: { ids?: string[]; until?: string }) =>
    client.mutation(markRead, { input }, { additionalTypenames: ['NotificationConnection'] }).toPromise();
}
