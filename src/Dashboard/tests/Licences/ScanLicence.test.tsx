import { screen, waitFor } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { ScanLicence } from '@/Licences/ScanLicence';
import { show } from '../support/page';

const firm = { id: 'e', creditCode: '91310118631656145F', name: '澄州兴宇涂料厂' };
const type = async (text: string, answer: unknown) => {
  const found = vi.fn();
  const { user } = show(<ScanLicence onFound={found} onClose={() => undefined} />, { answers: { ScannedLicence: () => answer } });
  await user.type(await screen.findByLabelText('证书编号或统一社会信用代码'), `${text}{Enter}`);
  return { found, user };
};

describe('a code that is scanned or typed', () => {
  test('finds the enterprise, with the class of its licence', async () => {
    const licence = { id: 'l', productClasses: [{ id: 'p', code: 'PAINT' }], enterprise: firm };
    const { found } = await type('XK13-001-00001', { licence });
    await waitFor(() => expect(found).toHaveBeenCalledWith({ ...firm, productClass: 'PAINT' }));
  });

  test('that nobody registered is said to be so for as long as nothing else is read', async () => {
    const { user } = await type('XK13-001-00001', { licence: null });
    expect((await screen.findByRole('alert')).textContent).toBe('没有登记这家企业或这张证书');
    await user.clear(screen.getByLabelText('证书编号或统一社会信用代码'));
    await user.type(screen.getByLabelText('证书编号或统一社会信用代码'), '兴宇{Enter}');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/^没有认出证书编号/));
  });
});
