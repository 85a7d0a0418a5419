import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** What a list is narrowed down by, each under its name in the address; what is left out or empty narrows nothing. */
export type Narrowed<Names extends readonly string[]> = Partial<Record<Names[number], string>>;

/** Filters kept in the address, so that a list can be linked to and gone back to. */
export function useFilters<Name extends string>(names: readonly Name[]) {
  const [search, setSearch] = useSearchParams();
  const values = useMemo(() => Object.fromEntries(names.map((name) => [name, search.get(name) ?? ''])) as Record<Name, string>, [search, names]);
  const set = (changed: Partial<Record<Name, string | undefined>>) => setSearch((before) => {
    for (const [name, value] of Object.entries(changed)) {
      if (value) before.set(name, value as string);
      else before.delete(name);
    }
    return before;
  }, { replace: true });
  const clear = () => setSearch({}, { replace: true });
  return { values, set, clear, any: names.some((name) => values[name]) };
}
