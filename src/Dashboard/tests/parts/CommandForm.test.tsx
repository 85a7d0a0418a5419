import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { CommandForm } from '@/parts/CommandForm';
import { show } from '../support/page';

const target = { subject: 'licence', id: 'bGljZW5jZQ', version: 3, fixed: { number: 'XK13-001-00001' } };
const form = () => screen.findByRole('dialog', { name: '暂扣许可证' });

describe('the form of a command', () => {
  test('names in a list on top what it lacks, and takes the focus there', async () => {
    const { user } = show(<CommandForm command="suspendLicence" target={target} onClose={() => {}} />);
    await user.click(within(await form()).getByRole('button', { name: '提交' }));
    const problems = (await screen.findByText('尚不能提交，请更正下列各项')).closest<HTMLElement>('.problems')!;
    expect(within(problems).getByText('理由：必填')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(problems));
    await user.click(within(problems).getByText('法律依据：必填'));
    expect(document.activeElement).toBe(screen.getByLabelText('法律依据'));
  });
});
