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

test('steps that are not for now are shown when somebody asks for them', async () => {
  const { user } = show(
    <Commands next={['fileCase']} others={['withdrawCase']} folded={['closeCase']} target={{ fixed: { number: 'AJ-1' } }} />,
  );
  await user.click(screen.getByRole('button', { name: /其他手续/ }));
  expect(await screen.findByRole('menuitem', { name: '撤销案件' })).toBeTruthy();
  expect(screen.queryByRole('menuitem', { name: '结案' })).toBeNull();
  await user.click(screen.getByRole('menuitem', { name: '其他阶段的手续（1）' }));
  await user.click(await screen.findByRole('menuitem', { name: '结案' }));
  expect((await screen.findByRole('dialog')).textContent).toContain('结案');
});

test('where nothing is expected next, no button stands out', () => {
  const standsOut = () => screen.getByRole('button', { name: '撤销授权' }).className.includes('primary');
  const revoke = { next: ['revokeAuthorisation'] as const, target: { fixed: { number: 'SQ-1' } } };
  const first = show(<Commands {...revoke} next={[...revoke.next]} />);
  expect(standsOut()).toBe(true);
  first.unmount();
  show(<Commands {...revoke} next={[...revoke.next]} isPlain />);
  expect(standsOut()).toBe(false);
});
