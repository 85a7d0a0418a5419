import { useQuery } from 'urql';
import { graphql } from '../app/graphql';
import { ListedSelect } from '../parts/ListedSelect';

const areas = graphql(`query AreaNames { areas { id code name isClosed } }`);

/** What an area is called; a code that the list does not know is shown as it is. */
export function useAreaName() {
  const [{ data }] = useQuery({ query: areas, requestPolicy: 'cache-first' });
  return (code: string) => data?.areas.find((one) => one.code === code)?.name ?? code;
}

/** One of the areas, by its name: in a form those that are not closed, in a filter all, because lists show what has been. */
export function AreaSelect({ closedToo = false, ...bound }: { closedToo?: boolean; label?: string; id?: string; value?: string; onChange?: (code: string | undefined) => void }) {
  const [{ data }] = useQuery({ query: areas, requestPolicy: closedToo ? 'cache-first' : 'cache-and-network' });
  return <ListedSelect {...bound} entries={data?.areas ?? []} offered={({ isClosed }) => closedToo || !isClosed} />;
}
