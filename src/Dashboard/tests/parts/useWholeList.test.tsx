import { screen, waitFor } from '@testing-library/react';
import { Tag } from 'antd';
import { afterEach, expect, test, vi } from 'vitest';
import { useWholeList } from '@/parts/useWholeList';
import { show } from '../support/page';

const rows = [
  { id: 'a', name: '湖滨街道', tags: ['重点', '城区'] },
  { id: 'b', name: '永安街道', tags: [] },
];

function Areas() {
  const { tools, shown } = useWholeList({
    rows,
    label: '区域',
    columns: [
      { title: '名称', render: (one) => <b>{one.name}</b> },
      { title: '标签', render: (one) => one.tags.map((tag) => <Tag key={tag}>{tag}</Tag>) },
    ],
  });
  return (
    <>
      {tools}
      <ul>
        {shown.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
    </>
  );
}

afterEach(() => vi.restoreAllMocks());

test('a list that a page shows whole is narrowed down by what any column says, and a file has what is shown', async () => {
  const files: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    files.push(file as Blob);
    return 'blob:x';
  });
  const { user } = show(<Areas />);
  expect(screen.getByRole('status').textContent).toContain('2');
  await user.type(screen.getByRole('textbox', { name: '在本页中查找' }), '重点');
  expect(screen.getAllByRole('listitem').map((one) => one.textContent)).toEqual(['湖滨街道']);
  await user.click(screen.getByRole('button', { name: '导出' }));
  await user.click(await screen.findByRole('menuitem', { name: /CSV/ }));
  await waitFor(() => expect(files.length).toBe(1));
  const lines = (await files[0]!.text()).replace(/^\uFEFF/, '').trim().split('\r\n');
  expect(lines).toEqual(['名称,标签', '湖滨街道,重点、城区']);
});
