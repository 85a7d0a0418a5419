import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stepsAt } from '@/Cases/stages';
import titles from '../../generated/titles.json';

const row = /^(.*?)\s*([A-Z][A-Za-z]+)\s+(→|✘)/;
const wireName = (name: string) => name.replace(/(?<!^)([A-Z])/g, '_$1').toUpperCase();
const isOfCases = (command: string) => command in titles.case;

test('the steps of a stage are those that the law admits in it', () => {
  const admitted: Record<string, Set<string>> = {};
  for (const line of readFileSync(join(import.meta.dirname, '../../../../docs/law/Case.law.txt'), 'utf8').split('\n')) {
    const [, state, name, sign] = row.exec(line) ?? [];
    const stage = wireName((state ?? '').split(',')[0]!.trim());
    if (!name || sign !== '→' || !(stage in stepsAt)) continue;
    const command = name[0]!.toLowerCase() + name.slice(1);
    if (!isOfCases(command)) continue;
    admitted[stage] ??= new Set();
    admitted[stage].add(command);
  }
  expect(Object.fromEntries(Object.entries(admitted).map(([stage, commands]) => [stage, [...commands].toSorted()]))).toEqual(stepsAt);
});
