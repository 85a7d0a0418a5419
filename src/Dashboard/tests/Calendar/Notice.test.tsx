import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { Notice } from '@/Calendar/Notice';
import WorkingCalendar from '@/Calendar/WorkingCalendar';
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

test('the year that a notice is read for is looked at before it is loaded', async () => {
  const { user } = show(<WorkingCalendar />, {
    answers: {
      WorkingYears: () => ({ workingCalendar: { years: [] } }),
      WorkingDays: () => ({ workingCalendar: { addWorkingDays: { lastDay: '2026-12-01', assumedYears: [] } } }),
      ReadNotice: () => ({
        workingCalendar: {
          readNotice: {
            year: 2027, source: '国务院办公厅', documentNumber: '国办发明电〔2026〕7号', restDays: ['2027-01-01'], workedDays: ['2027-02-14'],
            problems: [], holidays: [{ name: '元旦', restDays: ['2027-01-01'], workedDays: ['2027-02-14'] }],
          },
        },
      }),
    },
  });
  await screen.findByText('2026-01');
  await user.click(await text());
  await user.paste('国务院办公厅关于2027年部分节假日安排的通知');
  await user.click(screen.getByRole('button', { name: '读取' }));
  await screen.findByText(/通知所载 2027 年安排，尚未载入/);
  expect(screen.getByText('2027-01')).toBeTruthy();
  expect(screen.getAllByText('休')).toHaveLength(1);
  expect(screen.getAllByText('班')).toHaveLength(1);
});
