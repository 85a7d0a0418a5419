import { describe, expect, test } from 'vitest';

const modules = import.meta.glob<Record<string, unknown>>('../src/**/*ords.ts', { eager: true });
const both = (value: unknown): value is { zh: Record<string, unknown>; en: Record<string, unknown> } =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
const words = Object.entries(modules).flatMap(([file, module]) =>
  Object.entries(module)
    .filter(([, value]) => both(value))
    .map(([name, value]) => ({ file, name, value: value as { zh: object; en: object } })),
);

/** Every word with its place; of a word that is made, what it makes of figures. */
const leaves = (of: object, path = ''): [string, string][] =>
  Object.entries(of).flatMap(([key, value]): [string, string][] => {
    const place = path ? `${path}.${key}` : key;
    if (typeof value === 'function') return [[place, String((value as (...given: unknown[]) => unknown)(2, 3, 4))]];
    return typeof value === 'object' && value !== null ? leaves(value as object, place) : [[place, String(value)]];
  });

const consequences = import.meta.glob<{ default: Record<string, { en: string }> }>('../src/[A-Z]*/consequences.ts', { eager: true });

const wide = /[‘’“”、。，；：？！（）《》]/;
const chinese = /[㐀-鿿]/;
// What people write in Latin letters in Chinese text too.
const latinInChinese = /\b(CSV|XLSX|PDF|JPEG|PNG|WebP|HEIC|Word|Excel|GB18030|UTF-8|Ctrl)\b/g;

const sources = import.meta.glob<string>('../src/**/*.tsx', { query: '?raw', import: 'default', eager: true });
// What separates the words that somebody types; what is written into Chinese documents; the form as it is handed in.
const chineseByNature = /separators|tokenSeparators|articlesOf|units\.term\(column\.unit\)/i;
const comment = /^\s*(\/\/|\*|\/\*)/;

test('pages put words together by the marks of their language', () => {
  expect(Object.keys(sources).length).toBeGreaterThan(80);
  const written = Object.entries(sources).flatMap(([file, text]) => text.split('\n').map((line) => `${file}: ${line.trim()}`));
  const isComment = (line: string) => comment.test(line.slice(line.indexOf(': ') + 2));
  const said = written.filter((line) => !isComment(line) && !/zh: ['`]/.test(line));
  expect(said.filter((line) => /[：；、（）]/.test(line) && !chineseByNature.test(line))).toEqual([]);
});

describe('the words of the pages', () => {
  test('are found', () => expect(words.length).toBeGreaterThan(10));

  test.each(words)('$name says the same in both languages', ({ value }) => {
    expect(leaves(value.en).map(([place]) => place)).toEqual(leaves(value.zh).map(([place]) => place));
  });

  test.each(words)('$name is English in English', ({ value }) => {
    expect(leaves(value.en).filter(([place, text]) => chinese.test(text) && place !== 'language')).toEqual([]);
  });

  // The Chinese fonts draw these as wide as a character.
  test.each(words)('$name has no mark as wide as a Chinese character in English', ({ value }) => {
    expect(leaves(value.en).filter(([place, text]) => wide.test(text) && place !== 'language')).toEqual([]);
  });

  test('what commands bring about is said in English without them too', () => {
    const said = Object.values(consequences).flatMap((one) => Object.entries(one.default));
    expect(said.length).toBeGreaterThan(30);
    expect(said.filter(([, { en }]) => wide.test(en) || chinese.test(en))).toEqual([]);
  });

  test.each(words)('$name is Chinese in Chinese', ({ value }) => {
    expect(leaves(value.zh).filter(([, text]) => /[A-Za-z]{2,}/.test(text.replaceAll(latinInChinese, '')))).toEqual([]);
  });
});
