import { afterEach, expect, test, vi } from 'vitest';
import { answerKept, forgetAll, forgetAnswer, heardAgain, keepAnswer, keepSession, lastSession, longestUnheard } from '@/app/onDevice';

afterEach(async () => {
  vi.useRealTimers();
  await forgetAll();
});

// Only the clock: the database goes on by itself.
const at = (time: number) => vi.useFakeTimers({ toFake: ['Date'], now: time });

test('whoever signs in next finds nothing that another has read', async () => {
  await keepSession('liang', { me: 'liang' });
  await keepAnswer('liang', 'inspections/mine', ['JC-1']);
  await keepSession('shao', { me: 'shao' });
  expect(await answerKept('liang', 'inspections/mine')).toBeUndefined();
  expect((await lastSession())?.userName).toBe('shao');
});

test('whoever signs out leaves nothing', async () => {
  await keepSession('liang', {});
  await keepAnswer('liang', 'inspections/mine', ['JC-1']);
  await forgetAll();
  expect(await lastSession()).toBeUndefined();
  expect(await answerKept('liang', 'inspections/mine')).toBeUndefined();
});

test('a device shows nobody after a day without the server, nor with a clock that was put back', async () => {
  at(1_000_000_000_000);
  await keepSession('liang', {});
  at(1_000_000_000_000 + longestUnheard);
  expect((await lastSession())?.userName).toBe('liang');
  at(1_000_000_000_000 + longestUnheard + 1);
  expect(await lastSession()).toBeUndefined();
  at(999_999_999_999);
  expect(await lastSession()).toBeUndefined();
});

test('what was read a day before goes with the next sign-in', async () => {
  at(1_000_000_000_000);
  await keepAnswer('liang', 'inspection/JC-1', 'old');
  at(1_000_000_000_000 + longestUnheard + 1);
  await keepAnswer('liang', 'inspection/JC-2', 'new');
  await keepSession('liang', {});
  expect(await answerKept('liang', 'inspection/JC-1')).toBeUndefined();
  expect((await answerKept('liang', 'inspection/JC-2'))?.data).toBe('new');
});

test('a page that stays open counts from when the server was heard last, and for nobody else', async () => {
  at(1_000_000_000_000);
  await keepSession('liang', {});
  at(1_000_000_000_000 + longestUnheard);
  await heardAgain('shao');
  await heardAgain('liang');
  at(1_000_000_000_000 + 2 * longestUnheard);
  expect((await lastSession())?.userName).toBe('liang');
  at(1_000_000_000_000 + 2 * longestUnheard + 1);
  expect(await lastSession()).toBeUndefined();
});

test('one answer is removed, and the others stay', async () => {
  await keepAnswer('liang', 'inspection/JC-1', 'one');
  await keepAnswer('liang', 'inspection/JC-2', 'two');
  await forgetAnswer('liang', 'inspection/JC-1');
  expect(await answerKept('liang', 'inspection/JC-1')).toBeUndefined();
  expect((await answerKept('liang', 'inspection/JC-2'))?.data).toBe('two');
});
