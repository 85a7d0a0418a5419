/** What stands in an address for what has no code: facts of no section, class or kind of violation. */
export const without = 'NONE';

/** Where the records behind a figure are listed. */
export const factsPath = (conditions: Record<string, string | null | undefined>) => {
  const given = Object.entries(conditions).filter((one): one is [string, string] => !!one[1]);
  return `/facts?${new URLSearchParams(given)}`;
};
