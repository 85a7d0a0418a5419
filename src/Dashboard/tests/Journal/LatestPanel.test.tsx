import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import LatestPanel from '@/Journal/LatestPanel';
import type { Viewer } from '@/parts/home';
import { journalEntry } from '../support/journal';
import { officer, show } from '../support/page';

const entry = (number: number, actorName: string, name: string) =>
  journalEntry(number, {
    actorName,
    ...(actorName === 'system' && { actor: null }),
    subject: { __typename: 'Case', id: `s${number}`, number: name, title: '某厂案' },
  });

test('what the system did by itself in a row is one line, so that one sees what people did', async () => {
  const nodes = [
    ...Array.from({ length: 14 }, (_, place) => entry(40 - place, 'system', `AJ-${place}`)),
    entry(20, 'officer', 'AJ-20'),
    entry(19, 'system', 'AJ-19'),
  ];
  show(<LatestPanel viewer={{ may: () => true } as unknown as Viewer} />, {
    session: officer,
    answers: { Latest: () => ({ journal: { nodes } }), SectionNames: () => ({ sections: [] }) },
  });
  expect(await screen.findByText('系统自动处理 14 项')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'AJ-20' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'AJ-19' })).toBeTruthy();
  expect(screen.getAllByRole('listitem')).toHaveLength(3);
});
