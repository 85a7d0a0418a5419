import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { Notice } from '@/Calendar/Notice';
import { removeDraftsOf } from '@/parts/drafts';
import { officer, show } from '../support/page';

beforeEach(() => removeDraftsOf(officer.me.userName));

const text = () => screen.findByLabelText<HTMLTextAreaElement>('通知全文');

test('a pasted notice stands there again after the page was loaded anew', async () => {
  const first = show(<Notice />);
  await first.user.click(await text());
  await first.user.paste('国务院办公厅关于2027年部分节假日安排的通知');
  first.unmount();
  show(<Notice />);
  await waitFor(async () => expect((await text()).value).toBe('国务院办公厅关于2027年部分节假日安排的通知'));
});
