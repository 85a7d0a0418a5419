import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { SearchBox } from '@/Search/SearchBox';
import { show } from '../support/page';

const hit = {
  title: '澄州某厂',
  detail: '91310118631656145F',
  node: { __typename: 'Enterprise', id: 'RQ', creditCode: '91310118631656145F', name: '澄州某厂' },
};
const open = () =>
  show(<SearchBox />, {
    answers: { Search: () => ({ search: [hit] }) },
    others: { '/search': <p>结果</p>, '/enterprises/:creditCode': <p>企业页</p> },
  });

describe('the search box', () => {
  test('is reached by Ctrl-K', async () => {
    open();
    const box = await screen.findByLabelText('查找');
    fireEvent.keyDown(window, { key: 'k', ctrlKey: true });
    expect(document.activeElement).toBe(box);
  });

  test('Enter opens all that is found', async () => {
    const { user, router } = open();
    await user.type(await screen.findByLabelText('查找'), '某厂{Enter}');
    await waitFor(() =>
      expect(router.state.location.pathname + decodeURIComponent(router.state.location.search)).toBe('/search?text=某厂'),
    );
  });

  test('what is offered goes to where it is shown', async () => {
    const { user, router } = open();
    await user.type(await screen.findByLabelText('查找'), '某厂');
    await user.click(await screen.findByText('澄州某厂'));
    await waitFor(() => expect(router.state.location.pathname).toBe('/enterprises/91310118631656145F'));
  });

  test('a single character is not looked for', async () => {
    const { user, router, asked } = open();
    await user.type(await screen.findByLabelText('查找'), '厂{Enter}');
    expect(router.state.location.pathname).toBe('/');
    expect(asked).toEqual([]);
  });
});
