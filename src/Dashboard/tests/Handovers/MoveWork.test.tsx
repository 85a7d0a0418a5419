import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { MoveWork } from '@/Handovers/MoveWork';
import { show } from '../support/page';

const people = [{ id: '2', userName: 'officer-2', displayName: '何慎之', section: null, roles: ['OFFICER'] }];
const moved = { moveOfficerWork: { moved: 3, refused: 0, items: [], errors: null } };

test('the button is busy until it is known what would move', async () => {
  let answer: (said: typeof moved) => void = () => undefined;
  const answered = new Promise<typeof moved>((done) => {
    answer = done;
  });
  const { user, asked } = show(<MoveWork from="officer" items={[]} total={3} onClose={() => undefined} onMoved={() => undefined} />, {
    answers: {
      StaffNames: () => ({ staff: { totalCount: 1, nodes: people } }),
      SectionNames: () => ({ sections: [] }),
      MoveWork: () => answered,
    },
  });
  const form = await screen.findByRole('dialog');
  await user.click(await screen.findByText('何慎之（执法人员）'));
  await waitFor(() => expect(asked.map(({ name }) => name)).toContain('MoveWork'));
  const button = within(form).getByRole('button', { name: /移转工作/ });
  expect(button.classList.contains('ant-btn-loading')).toBe(true);
  await user.click(button);
  answer(moved);
  const confirm = await within(form).findByRole('button', { name: '确认移转 3 项' });
  expect(confirm.classList.contains('ant-btn-loading')).toBe(false);
  expect(asked.filter(({ name }) => name === 'MoveWork')).toHaveLength(1);
});
