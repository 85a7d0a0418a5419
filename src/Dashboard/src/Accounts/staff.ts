import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../app/graphql';
import { useLanguage } from '../app/language';
import { useKeptQuery } from '../app/query';
import { useSession } from '../app/session';
import { bilingual } from '../parts/Term';

const staff = graphql(`query StaffNames($role: Role, $text: String) {
  staff(first: 200, role: $role, text: $text) { totalCount nodes { id userName displayName section roles } }
}`);

/** Somebody of the bureau. */
export type Person = ResultOf<typeof staff>['staff']['nodes'][number];

/** The bureau's people who have not left, for whoever chooses among them as they are now; none for whoever may not read the list. */
export function useStaff(role?: 'OFFICER', text?: string, asNow = true) {
  const { may } = useSession();
  const [{ data, fetching }] = useQuery({ query: staff, variables: { role: role ?? null, text: text || null }, requestPolicy: asNow ? 'cache-and-network' : 'cache-first', pause: !may('staff') });
  return {
    people: data?.staff.nodes ?? [], isAwaited: !data && fetching,
    isWhole: !data || data.staff.nodes.length === data.staff.totalCount, fetching,
  };
}

/** The officers whom this device can name without a network too, as the server named them last. */
export function useOfficersAtHand() {
  const { may } = useSession();
  return useKeptQuery('staff/officers', staff, { role: 'OFFICER', text: null }, !may('staff')).data?.staff.nodes ?? [];
}

/** What somebody is called; who has left, or may not be known, is shown by the user name, and an office by the words for its role.
 * Nobody is, while the list is on its way. */
export function useStaffName() {
  const { people, isAwaited } = useStaff(undefined, undefined, false);
  const { language } = useLanguage();
  return (userName: string) =>
    isAwaited ? '…' : (people.find((one) => one.userName === userName)?.displayName ?? bilingual('Role', userName)[language]);
}
