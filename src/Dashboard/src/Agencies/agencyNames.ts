import { useQuery } from 'urql';
import { graphql } from '../app/graphql';

const agencies = graphql(`query AgencyNames { agencies { id code name kind isClosed } }`);

export function useAgencies() {
  const [{ data }] = useQuery({ query: agencies, requestPolicy: 'cache-first' });
  return data?.agencies ?? [];
}

/** What a partner agency is called; a code that the list does not know is shown as it is. */
export function useAgencyName() {
  const known = useAgencies();
  return (code: string | null | undefined) => (code ? (known.find((one) => one.code === code)?.name ?? code) : '—');
}
