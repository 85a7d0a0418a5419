import { useQuery } from 'urql';
import { graphql } from '../app/graphql';

// Few, and seldom changed: read once for all pages, and again after a change of one's own.
const sections = graphql(`query SectionNames { sections { id code name isClosed } }`);

/** The sections; for whoever chooses among them as they are now. */
export function useSections(asNow = false) {
  const [{ data }] = useQuery({ query: sections, requestPolicy: asNow ? 'cache-and-network' : 'cache-first' });
  return data?.sections ?? [];
}

/** What a section is called; a code that the list does not know is shown as it is. */
export function useSectionName() {
  const known = useSections();
  return (code: string | null | undefined) => (code ? (known.find((one) => one.code === code)?.name ?? code) : '—');
}
