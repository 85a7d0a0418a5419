import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { useTextFilter } from '@/parts/useTextFilter';
import { show } from '../support/page';

const names = ['湖滨街道', '永安街道'];

function Names() {
  const { box, filter } = useTextFilter<string>((name) => name);
  return (
    <>
      {box}
      <ul>
        {filter(names).map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </>
  );
}

describe('a page that shows all it has', () => {
  test.each([['湖滨', ['湖滨街道']], ['yongan', ['永安街道']], ['hbjd', ['湖滨街道']], ['没有', []]])('is narrowed down by %s', async (typed, left) => {
    const { user } = show(<Names />);
    await user.type(await screen.findByRole('textbox', { name: '在本页中查找' }), typed);
    await expect.poll(() => screen.queryAllByRole('listitem').map((item) => item.textContent)).toEqual(left);
  });
});
