import { expect, test } from 'vitest';
import type { Draft } from '@/Inspections/drafts';
import { items, restConforms, resultOf, signedContent, summaryOf } from '@/Inspections/proposals';
import { inspectionWords } from '@/Inspections/words';

const begun: Draft = {
  number: 'JC-1',
  userName: 'liang',
  commandId: '1',
  savedAt: '',
  queued: false,
  findings: {},
  photos: [],
  officers: ['liang', 'shao'],
  summary: '',
};
const filled: Draft = { ...begun, findings: restConforms({ findings: { PREMISES: { result: 'NONCONFORMING', note: '地面积水' } } }) };

test('what is not answered conforms, what is answered stays', () => {
  expect(items).toHaveLength(12);
  expect(Object.values(filled.findings).filter(({ result }) => result === 'CONFORMING')).toHaveLength(11);
  expect(filled.findings.PREMISES).toEqual({ result: 'NONCONFORMING', note: '地面积水' });
});

test('the result follows from the checklist until somebody chooses one', () => {
  expect(resultOf(begun)).toBeUndefined();
  expect(resultOf({ ...begun, findings: restConforms(begun) })).toBe('NONE');
  expect(resultOf(filled)).toBe('RECTIFICATION');
  expect(resultOf({ ...filled, findings: { ...filled.findings, PREMISES: { result: 'NONCONFORMING', severity: 'MINOR' } } })).toBe('NONE');
  expect(resultOf({ ...filled, result: 'CASE' })).toBe('CASE');
});

test('the summary says what the checklist says until somebody writes one', () => {
  expect(summaryOf(begun, inspectionWords.zh, String)).toBe('');
  expect(summaryOf(filled, inspectionWords.zh, () => '生产场所符合许可条件')).toBe(
    '现场检查12项：符合11项，不符合1项。1．“生产场所符合许可条件”不符合：地面积水。',
  );
  expect(summaryOf({ ...filled, summary: '我写的', isSummaryOwn: true }, inspectionWords.zh, String)).toBe('我写的');
  expect(summaryOf({ ...filled, isSummaryOwn: true }, inspectionWords.zh, String)).toBe('');
  const long = {
    ...filled,
    findings: Object.fromEntries(items.map((item) => [item, { result: 'NONCONFORMING' as const, note: '长'.repeat(1000) }])),
  };
  expect(summaryOf(long, inspectionWords.zh, String)).toHaveLength(2000);
});

test('what was signed is another thing when anything in the record changes, and the same when it is submitted', () => {
  const summary = summaryOf(filled, inspectionWords.zh, String);
  const signed = signedContent(filled, summary);
  expect(signedContent({ ...filled, result: 'RECTIFICATION', summary }, summary)).toBe(signed);
  expect(signedContent(filled, `${summary}。`)).not.toBe(signed);
  expect(signedContent({ ...filled, result: 'CASE' }, summary)).not.toBe(signed);
  expect(signedContent({ ...filled, findings: { ...filled.findings, PREMISES: { result: 'CONFORMING' } } }, summary)).not.toBe(signed);
  expect(signedContent({ ...filled, officers: ['liang', 'guan'] }, summary)).not.toBe(signed);
  const photo = { id: 'p', item: 'PREMISES', name: '地面.jpg', content: new Blob(['photo']) };
  expect(signedContent({ ...filled, photos: [photo] }, summary)).not.toBe(signed);
  // A field that was opened and left empty says nothing; nor does what a photo says of itself, which comes later.
  expect(signedContent({ ...filled, leadTo: '', caseNumber: '' }, summary)).toBe(signed);
  const withPhoto = signedContent({ ...filled, photos: [photo] }, summary);
  const capture = { takenAt: '2026-11-29T02:00:00Z', clock: 'FILE' as const };
  expect(signedContent({ ...filled, photos: [{ ...photo, capture }] }, summary)).toBe(withPhoto);
});
