import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import Approvals from '@/Approvals/Approvals';
import OpenWork from '@/Handovers/OpenWork';
import Journal from '@/Journal/Journal';
import type { ReactElement } from 'react';
import { show } from '../support/page';

const subject = { __typename: 'Case', id: 'Q0FTRQ', number: 'AJ-1', officialNumber: null, title: '某案' };
const answer = (nodes: unknown[], isLast: boolean) => ({
  totalCount: 2,
  pageInfo: { hasNextPage: !isLast, endCursor: isLast ? null : 'x' },
  nodes,
});
/** A connection of two rows, the second behind the cursor `x`. */
const pages =
  (name: string, one: (place: number) => object) =>
  ({ after }: Record<string, unknown>) => ({ [name]: after ? answer([one(2)], true) : answer([one(1)], false) });

const entry = (place: number) => ({
  id: `e${place}`,
  number: place,
  at: '2026-11-20T02:00:00Z',
  kind: 'case.filed',
  summary: `第${place}项`,
  reason: '=1+1',
  actorName: 'officer',
  actor: { displayName: '梁慎行' },
  basis: null,
  documentNumber: null,
  subject,
});
const pending = (place: number) => ({
  id: `a${place}`,
  item: place,
  number: 'AJ-1',
  title: '某案',
  step: 'FILING',
  summary: `第${place}项`,
  askedBy: 'officer',
  askedAt: '2026-11-20T02:00:00Z',
  section: null,
  subject,
});
const item = (place: number) => ({
  kind: 'CASE',
  number: `AJ-${place}`,
  name: `第${place}项`,
  status: 'INVESTIGATION',
  section: null,
  userName: 'officer',
  role: 'RESPONSIBLE',
  officerNames: ['officer'],
  dueAt: '2026-11-30T16:00:00Z',
  subject,
});

afterEach(() => vi.restoreAllMocks());

test.each<[string, string, ReactElement, object]>([
  ['the journal', '/administration/journal', <Journal key="page" />, { Journal: pages('journal', entry) }],
  ['what waits for approval', '/approvals', <Approvals key="page" />, { Approvals: pages('approvals', pending) }],
  ['open work', '/open-work?officer=officer', <OpenWork key="page" />, { OpenWork: pages('openWork', item) }],
])('%s goes into a file with all of its pages', async (_, at, page, answers) => {
  const files: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    files.push(file as Blob);
    return 'blob:x';
  });
  const { user } = show(page, {
    at,
    answers: { ...answers, Staff: () => ({ staff: { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] } }) },
  });
  await user.click(await screen.findByRole('button', { name: '导出' }));
  await user.click(await screen.findByRole('menuitem', { name: /CSV/ }));
  await waitFor(() => expect(files.length).toBe(1));
  const lines = (await files[0]!.text()).trim().split('\r\n');
  expect(lines.length).toBe(3);
  expect(lines[1]).toContain('第1项');
  expect(lines[2]).toContain('第2项');
  expect(lines.join()).not.toMatch(/\[object|undefined/);
});
