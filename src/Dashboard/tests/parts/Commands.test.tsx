import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Commands } from '@/parts/Commands';
import { officer, show } from '../support/page';

const buttons = <Commands next={['fileCase']} others={['withdrawCase']} target={{ fixed: { number: 'AJ-1' } }} />;

test('an address asks for a form once', async () => {
  const { router } = show(buttons, { at: '/cases?do=fileCase&view=list' });
  expect((await screen.findByRole('dialog')).textContent).toContain('立案');
  expect(router.state.location.search).toBe('?view=list');
});

test('an address asks in vain for a form that the caller may not use, or that is not offered', async () => {
  show(buttons, { at: '/cases?do=fileCase', session: { ...officer, may: () => false } });
  show(buttons, { at: '/cases?do=closeCase' });
  await waitFor(() => expect(screen.getByRole('button', { name: '立案' })).toBeTruthy());
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('whoever closes a form is back at the button that opened it', async () => {
  const { user } = show(buttons);
  await user.click(screen.getByRole('button', { name: '立案' }));
  await user.click(await screen.findByRole('button', { name: '取消' }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: '立案' })));
});
