import { screen, waitFor } from '@testing-library/react';
import { Link, Outlet } from 'react-router';
import { describe, expect, test } from 'vitest';
import { LastStep, StepProvider, useTellStep, type Step } from '@/parts/lastStep';
import { journalEntry } from '../support/journal';
import { show } from '../support/page';

const step: Step = {
  command: 'orderRectification',
  reason: '条件不符',
  basis: '条例',
  subject: { id: 'TGljZW5jZQ', after: 3 },
  made: ['UmVjdA'],
  at: '/licences/1',
};
const answers = {
  WrittenByStep: () => ({ journal: { nodes: [journalEntry(5, { reason: '条件不符', documentNumber: '澄责改1号' }), journalEntry(3)] } }),
  MadeByStep: () => ({ nodes: [{ __typename: 'Rectification', id: 'UmVjdA', number: 'ZG1', enterprise: { name: '某厂' } }] }),
  OwedAfterStep: () => ({
    deadlines: { nodes: [{ id: 'd', kind: 'RECTIFICATION_DUE', dueAt: '2026-12-20T16:00:00Z', rule: '条例第四十条' }] },
  }),
};

function Teller() {
  const tell = useTellStep();
  return (
    <>
      <button type="button" onClick={() => tell(step)}>
        办
      </button>
      <LastStep />
      <Link to="/other">别处</Link>
    </>
  );
}

describe('after a step', () => {
  test('the page says what was written with its reason and document, what it made, and what comes next, until one leaves it', async () => {
    const { user, router } = show(
      <Teller />,
      {
        at: '/licences/1',
        answers,
        others: { '/other': <Link to="/licences/1">回来</Link> },
        around: (
          <StepProvider>
            <Outlet />
          </StepProvider>
        ),
      },
    );
    await user.click(await screen.findByRole('button', { name: '办' }));
    expect(await screen.findByText(/^刚刚办理：/)).toBeTruthy();
    expect(await screen.findByText(/理由：条件不符/)).toBeTruthy();
    expect(screen.getByText(/文书：澄责改1号/)).toBeTruthy();
    expect(screen.queryByText('第3项')).toBeNull();
    const made = await screen.findByRole('link', { name: 'ZG1' });
    expect(made.getAttribute('href')).toBe('/rectifications/ZG1');
    expect(await screen.findByText(/最近的期限/)).toBeTruthy();
    await user.click(screen.getByRole('link', { name: '别处' }));
    await user.click(await screen.findByRole('link', { name: '回来' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/licences/1'));
    expect(await screen.findByRole('button', { name: '办' })).toBeTruthy();
    expect(screen.queryByText(/^刚刚办理：/)).toBeNull();
  });
});
