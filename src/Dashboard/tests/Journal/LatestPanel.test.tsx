import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import LatestPanel from '@/Journal/LatestPanel';
import type { Viewer } from '@/parts/home';
import { officer, show } from '../support/page';

const entry = (number: number, actorName: string, name: string) => ({
  __typename: 'JournalEntry',
  id: `e${number}`,
  number,
  at: '2026-11-20T01:00:00Z',
  effectiveOn: null,
  isEnteredLate: false,
  kind: 'x',
  summary: `第${number}项`,
  reason: null,
  actorName,
  actor: actorName === 'system' ? null : { displayName: '梁慎行' },
  section: null,
  basis: null,
  documentNumber: null,
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
