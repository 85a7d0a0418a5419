import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { StaffSelect } from '@/Accounts/StaffSelect';
import { show } from '../support/page';

const person = (userName: string, displayName: string, section: string | null = null) => ({
  id: userName,
  userName,
  displayName,
  section,
  roles: ['OFFICER'],
});
const answers = {
  StaffNames: () => ({ staff: { totalCount: 2, nodes: [person('officer', '梁慎行'), person('officer-2', '周明远')] } }),
  SectionNames: () => ({ sections: [] }),
};

describe('a name in a choice', () => {
  test.each(['lsx', 'liangshen', '慎行', 'officer-2'])('is found by %s', async (typed) => {
    const { user } = show(<StaffSelect label="人员" />, { answers });
    await user.type(await screen.findByRole('combobox'), typed);
    const [found, other] = typed === 'officer-2' ? ['周明远', '梁慎行'] : ['梁慎行', '周明远'];
    await screen.findByText(new RegExp(found));
    await expect.poll(() => screen.queryByText(new RegExp(other))).toBeNull();
  });

  test('is not found by letters that lie apart in it', async () => {
    const heads = [person('special-equipment-head', '雷守一'), person('legal', '沈衡')];
    const more = { ...answers, StaffNames: () => ({ staff: { totalCount: 2, nodes: heads } }) };
    const { user } = show(<StaffSelect label="人员" />, { answers: more });
    const box = await screen.findByRole('combobox');
    // The readings have come once letters find what has them nowhere in its text.
    await user.type(box, 'leishou');
    await expect.poll(() => screen.queryByText(/沈衡/)).toBeNull();
    await screen.findByText(/雷守一/);
    await user.clear(box);
    await user.type(box, 'legal');
    await screen.findByText(/沈衡/);
    await expect.poll(() => screen.queryByText(/雷守一/)).toBeNull();
  });

  test('stands with the section and the role, and with the user name only where two are alike', async () => {
    const people = [person('officer', '梁慎行', 'INSPECTION'), person('a', '周明远'), person('b', '周明远')];
    const three = {
      StaffNames: () => ({ staff: { totalCount: 3, nodes: people } }),
      SectionNames: () => ({ sections: [{ id: 's', code: 'INSPECTION', name: '稽查队', isClosed: false }] }),
    };
    const { user } = show(<StaffSelect label="人员" />, { answers: three });
    await user.click(await screen.findByRole('combobox'));
    await screen.findByText('梁慎行（稽查队 · 执法人员）');
    await screen.findByText('周明远（执法人员） a');
    await screen.findByText('周明远（执法人员） b');
  });
});
