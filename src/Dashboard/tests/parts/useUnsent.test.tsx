import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { CommandForm } from '@/parts/CommandForm';
import { removeDraftsOf } from '@/parts/drafts';
import { officer, show } from '../support/page';

const target = { subject: 'licence', id: 'bGljZW5jZQ', version: 3, fixed: { number: 'XK13-001-00001' } };
const closed = { times: 0 };
const open = () =>
  show(
    <CommandForm
      command="suspendLicence"
      target={target}
      onClose={() => {
        closed.times++;
      }}
    />,
  );
const reason = () => screen.findByLabelText<HTMLTextAreaElement>('理由');
const question = () => screen.findByRole('dialog', { name: '有未提交的内容' });

describe('what was typed into a form', () => {
  beforeEach(async () => {
    closed.times = 0;
    await removeDraftsOf(officer.me.userName);
  });

  test.each(['Escape', '取消'])('is asked about before it goes by %s, and stays when one goes on', async (way) => {
    const { user } = open();
    await user.type(await reason(), '抽检不合格');
    if (way === 'Escape') await user.keyboard('{Escape}');
    else await user.click(within(await screen.findByRole('dialog', { name: '暂扣许可证' })).getByRole('button', { name: way }));
    await user.click(within(await question()).getByRole('button', { name: '继续填写' }));
    expect((await reason()).value).toBe('抽检不合格');
    expect(closed.times).toBe(0);
  });

  test('stands in the form again when it was left as a draft', async () => {
    const first = open();
    await first.user.type(await reason(), '抽检不合格');
    await first.user.keyboard('{Escape}');
    await first.user.click(within(await question()).getByRole('button', { name: '留作草稿并离开' }));
    expect(closed.times).toBe(1);
    first.unmount();
    open();
    await waitFor(async () => expect((await reason()).value).toBe('抽检不合格'));
    expect(await screen.findByText(/^已填入未提交的草稿/)).toBeTruthy();
  });

  test('is not asked about again where it was only looked at', async () => {
    const first = open();
    await first.user.type(await reason(), '抽检不合格');
    first.unmount();
    const second = open();
    await waitFor(async () => expect((await reason()).value).toBe('抽检不合格'));
    await second.user.keyboard('{Escape}');
    await waitFor(() => expect(closed.times).toBe(1));
    second.unmount();
    open();
    await waitFor(async () => expect((await reason()).value).toBe('抽检不合格'));
  });

  test('is not written over by what is typed next', async () => {
    const first = open();
    await first.user.type(await reason(), '抽检不合格，见检验报告');
    first.unmount();
    const second = open();
    await waitFor(async () => expect((await reason()).value).toBe('抽检不合格，见检验报告'));
    await second.user.type(screen.getByLabelText('法律依据'), '第四十五条');
    second.unmount();
    open();
    await waitFor(async () => expect((await reason()).value).toBe('抽检不合格，见检验报告'));
    expect(screen.getByLabelText<HTMLInputElement>('法律依据').value).toBe('第四十五条');
  });

  test('goes when the draft is deleted, but for what was typed since', async () => {
    const first = open();
    await first.user.type(await reason(), '抽检不合格');
    first.unmount();
    const { user, unmount } = open();
    await waitFor(async () => expect((await reason()).value).toBe('抽检不合格'));
    await user.type(screen.getByLabelText('法律依据'), '第四十五条');
    await user.click(screen.getByRole('button', { name: '删除草稿' }));
    expect((await reason()).value).toBe('');
    expect(screen.queryByText(/^已填入未提交的草稿/)).toBeNull();
    unmount();
    open();
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('法律依据').value).toBe('第四十五条'));
    expect((await reason()).value).toBe('');
  });

  // Of what is answered by yes or no, no is an answer; a box that is not ticked is none.
  test('is kept where it is a no', async () => {
    const result = <CommandForm command="recordTestResult" target={{ fixed: { number: 'AJ-1' } }} onClose={() => undefined} />;
    const first = show(result);
    await first.user.click(await screen.findByRole('radio', { name: '否' }));
    // As a reload of the page does it.
    first.unmount();
    show(result);
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('radio', { name: '否' }).checked).toBe(true));
  });

  test('is nothing where a box was ticked and not left so', async () => {
    const { user } = show(
      <CommandForm command="announceHearing" target={{ fixed: { number: 'AJ-1' } }} onClose={() => { closed.times++; }} />,
    );
    const box = await screen.findByRole('checkbox');
    await user.click(box);
    await user.click(box);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(closed.times).toBe(1));
  });

  test('closes unasked where nothing was typed', async () => {
    const { user } = open();
    await user.click(await reason());
    await user.keyboard('{Escape}');
    await waitFor(() => expect(closed.times).toBe(1));
  });
});
