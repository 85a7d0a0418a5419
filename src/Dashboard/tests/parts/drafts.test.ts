import { expect, test } from 'vitest';
import { draftsLeftBy, draftsOf, removeDraftsOf } from '@/parts/drafts';

interface Kept { userName: string; number: string; summary: string; photos?: { content: Blob }[] }

/** What the program of before drafts were opened by a library wrote: the same database, store and key, by the browser's own calls. */
const keptBefore = (draft: Kept) => new Promise<void>((done, failed) => {
  const opening = indexedDB.open('shuangda', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('inspection-drafts', { keyPath: ['userName', 'number'] });
  opening.onsuccess = () => {
    const put = opening.result.transaction('inspection-drafts', 'readwrite').objectStore('inspection-drafts').put(draft);
    put.onsuccess = () => { opening.result.close(); done(); };
    put.onerror = () => failed(put.error);
  };
});

test('a draft of the program of before is found as it was, with its photos', async () => {
  await keptBefore({ userName: 'liang', number: 'JC-1', summary: '三批原材料没有记录', photos: [{ content: new Blob(['photo']) }] });
  const found = await draftsOf<Kept>('inspections').find('liang', 'JC-1');
  expect(found?.summary).toBe('三批原材料没有记录');
  expect(found?.photos).toHaveLength(1);
});

test('nobody is given the drafts of somebody else', async () => {
  const drafts = draftsOf<Kept>('inspections');
  await drafts.keep({ userName: 'li', number: 'JC-2', summary: '李' });
  await drafts.keep({ userName: 'liu', number: 'JC-2', summary: '刘' });
  expect((await drafts.all('li')).map(({ summary }) => summary)).toEqual(['李']);
  expect(await drafts.find('l', 'JC-2')).toBeUndefined();
  expect(await draftsLeftBy('liu')).toBe(1);
  await removeDraftsOf('li');
  expect(await drafts.all('li')).toEqual([]);
  expect(await drafts.all('liu')).toHaveLength(1);
});
