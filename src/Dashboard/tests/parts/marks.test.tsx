import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { LanguageProvider, useLanguage } from '@/app/language';
import { currentMarks, useMarks } from '@/parts/marks';

function Said() {
  const marks = useMarks();
  const { choose } = useLanguage();
  return (
    <>
      <p data-testid="said">{`a${marks.colon}${['b', 'c'].join(marks.comma)}${marks.inBrackets(2)}`}</p>
      <button type="button" onClick={() => choose('en')}>English</button>
      <button type="button" onClick={() => choose('zh')}>中文</button>
    </>
  );
}

test('marks are those of the page\'s language', async () => {
  const user = userEvent.setup();
  render(<LanguageProvider><Said /></LanguageProvider>);
  expect(screen.getByTestId('said').textContent).toBe('a：b、c（2）');
  await user.click(screen.getByText('English'));
  expect(screen.getByTestId('said').textContent).toBe('a: b, c (2)');
  expect(currentMarks().semicolon).toBe('; ');
  await user.click(screen.getByText('中文'));
  expect(currentMarks().semicolon).toBe('；');
});
