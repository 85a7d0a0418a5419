/** Where the records behind a figure of a form are listed. */
export const factsPath = (conditions: Record<string, string | null | undefined>) => {
  const given = Object.entries(conditions).filter((one): one is [string, string] => !!one[1]);
  return `/facts?${new URLSearchParams(given)}`;
};
