import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { unbroken } from '@/parts/unbroken';

const kept = (node: Parameters<typeof unbroken>[0]) =>
  [...render(<div>{unbroken(node)}</div>).container.querySelectorAll('.unbroken')].map(({ textContent }) => textContent);

test.each([
  ['a day', '起始 2026-08-14 · 截止 2027-08-13', ['2026-08-14', '2027-08-13']],
  ['a day with its time', '提请人 系统 · 2026-10-19 00:00', ['2026-10-19 00:00']],
  ['the number of a subject', 'Transfer of case AJ-RDJR0SVKYY opened', ['AJ-RDJR0SVKYY']],
  ['the code of a campaign', '双随机抽查 · SHUANGDA-2026', ['SHUANGDA-2026']],
  ['the number of a document', '文书：〔2026〕298号', ['〔2026〕298号']],
  ['neither in words alone', '澄州康峰化工有限公司', []],
])('what is kept in one line: %s', (_, text, parts) => expect(kept(text)).toEqual(parts));

test('the words stay as they were', () => {
  const { container } = render(<p>{unbroken('案〔2026〕11号 AJ-03Y7NH6MDB，2026-11-20 送达')}</p>);
  expect(container.textContent).toBe('案〔2026〕11号 AJ-03Y7NH6MDB，2026-11-20 送达');
});

test('what stands within elements of the page is kept too', () => {
  expect(kept(<div title="x">{['2026-08-14', <b key="b">until 2027-08-13</b>]}</div>)).toEqual(['2026-08-14', '2027-08-13']);
});

test('what a part draws by itself is left to it', () => {
  const Own = ({ children }: { children: string }) => <i>{children}</i>;
  expect(kept(<Own>2026-08-14</Own>)).toEqual([]);
});
