/**
 * A name of the schema in English words, such as `fileCase` or `NOT_FILED`. Many English terms are no more than that: the first page
 * carries only the others. Both sides call this: schema.mjs, which leaves those out, and the pages, which make them again.
 */
export function inWords(name) {
  const words = name.replaceAll('_', ' ').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().replace(/\bcny\b/, '(CNY)');
  return words[0].toUpperCase() + words.slice(1);
}
