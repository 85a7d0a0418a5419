import { expect, test } from 'vitest';
import { entryOf } from '@/app/menuEntry';

const paths = ['/', '/inspections', '/inspections/mine', '/cases'];

test('a page belongs to one entry of the menu, the nearest', () => {
  expect(entryOf('/inspections/mine', paths)).toBe('/inspections/mine');
  expect(entryOf('/inspections/JC-1/record', paths)).toBe('/inspections');
  expect(entryOf('/', paths)).toBe('/');
});

test('a page that no entry leads to belongs to none', () => expect(entryOf('/casesOfNobody', paths)).toBeUndefined());
