import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const sources = import.meta.glob<string>('../../src/**/*.tsx', { query: '?raw', import: 'default', eager: true });
const schema = readFileSync(join(import.meta.dirname, '../../../GraphQL/schema.graphql'), 'utf8');

// The kinds of subject some of whose steps are left to others, by the names that a page's target has for them.
const kinds = [...schema.matchAll(/^type (\w+) [^{]*\{([^}]*)^\}/gm)]
  .filter(([, , fields]) => /^ {2}leftToOthers: /m.test(fields ?? ''))
  .map(([, name]) => name!.charAt(0).toLowerCase() + name!.slice(1));

test('whoever may not give a step is not offered it, on any page that shows steps of such a subject', () => {
  expect(kinds.length).toBeGreaterThan(8);
  // A page's own subject has a version; rows of lists, which are given a command together, are each answered by the law.
  const pages = Object.entries(sources).filter(([, text]) =>
    kinds.some((kind) => new RegExp(`subject: '${kind}',[^}]*\\bversion\\b`).test(text)),
  );
  expect(pages.length).toBeGreaterThan(8);
  const without = pages.filter(([, text]) => {
    const targets = [...text.matchAll(/subject: '\w+',[^}]*\bversion\b[^}]*/g)];
    return targets.some(([target]) => !target.includes('leftToOthers'));
  });
  expect(without.map(([file]) => file)).toEqual([]);
});
