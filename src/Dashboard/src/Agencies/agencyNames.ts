import { useQuery } from 'urql';
import { graphql } from '../app/graphql';

const agencies = graphql(`query AgencyNames { agencies { id code name kind isClosed } }`);

/** The agencies; for whoever chooses among them as they are now, and not as they were when the dashboard was opened. */
export function useAgencies(asNow = false) {
  const [{ data }] = useQuery({ query: agencies, requestPolicy: asNow ? 'cache-and-network' : 'cache-first' });
  return data?.agencies ?? [];
}

/** What a partner agency is called; a code that the list does not know is shown as it is. */
export function useAgencyName() {
  const known = useAgencies();
  return (code: string | null | undefined) => (code ? (known.find((one) => one.code === code)?.name ?? code) : '—');
}
