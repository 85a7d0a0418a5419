import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useQuery } from 'urql';
import { useChanges, type Change } from './live';

type Kind = NonNullable<Change['kind']>;

/** A query that is asked again when something of these kinds changes. */
export function useLiveQuery<Data, Variables extends AnyVariables>(query: TypedDocumentNode<Data, Variables>, variables: Variables, kinds: Kind[], pause = false) {
  const [{ data, error, fetching, stale }, ask] = useQuery<Data, Variables>({ query, variables, pause } as Parameters<typeof useQuery<Data, Variables>>[0]);
  const again = () => ask({ requestPolicy: 'network-only' });
  useChanges((change) => !pause && change.kind !== null && kinds.includes(change.kind), again);
  return { data, error, fetching: fetching && !data, stale, again };
}
