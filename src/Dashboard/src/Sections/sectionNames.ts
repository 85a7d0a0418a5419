import { useEffect, useSyncExternalStore } from 'react';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../app/graphql';
import { useKeptQuery } from '../app/query';

// Few, and seldom changed: read once for all pages, and again after a change of one's own.
const sections = graphql(`query SectionNames { sections { id code name isClosed } }`);

type Sections = ResultOf<typeof sections>['sections'];

/** The sections as the device kept them, for pages that open without a network. */
const atHand = { sections: [] as Sections, watchers: new Set<() => void>() };
const watch = (watcher: () => void) => {
  atHand.watchers.add(watcher);
  return () => void atHand.watchers.delete(watcher);
};

/** The sections; for whoever chooses among them as they are now. */
export function useSections(asNow = false) {
  const [{ data }] = useQuery({ query: sections, requestPolicy: asNow ? 'cache-and-network' : 'cache-first' });
  const kept = useSyncExternalStore(watch, () => atHand.sections);
  return data?.sections ?? kept;
}

/** Has the device keep what the sections are called. Each page that opens without a network says so. */
export function useSectionsAtHand() {
  const { data } = useKeptQuery('sections/names', sections, {});
  useEffect(() => {
    if (!data) return;
    atHand.sections = data.sections;
    for (const watcher of atHand.watchers) watcher();
  }, [data]);
}

/** What a section is called; a code that the list does not know is shown as it is. */
export function useSectionName() {
  const known = useSections();
  return (code: string | null | undefined) => (code ? (known.find((one) => one.code === code)?.name ?? code) : '—');
}
