/** A photo of a draft: its bytes, and the hash once the server keeps them. */
export interface Photo { id: string; item: string; name: string; content: Blob; hash?: string }

export interface Finding { result?: 'CONFORMING' | 'NONCONFORMING' | 'NOT_APPLICABLE'; severity?: 'MINOR' | 'ORDINARY' | 'SERIOUS'; note?: string }

/** An inspection's record while it is being written, on this device alone. The command's id belongs to the draft, so however often it is sent it counts once. */
export interface Draft {
  number: string;
  userName: string;
  commandId: string;
  savedAt: string;
  queued: boolean;
  problem?: string;
  findings: Record<string, Finding>;
  photos: Photo[];
  officers: string[];
  inspectedOn?: string;
  result?: string;
  summary: string;
  leadTo?: string;
  caseNumber?: string;
  violation?: string;
}

const storeName = 'inspection-drafts';

const request = <T,>(asked: IDBRequest<T>) => new Promise<T>((done, failed) => {
  asked.onsuccess = () => done(asked.result);
  asked.onerror = () => failed(asked.error as Error);
});

async function store(mode: IDBTransactionMode) {
  const opening = indexedDB.open('shuangda', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(storeName, { keyPath: ['userName', 'number'] });
  const database = await request(opening);
  return database.transaction(storeName, mode).objectStore(storeName);
}

export const draftOf = async (userName: string, number: string) => request<Draft | undefined>((await store('readonly')).get([userName, number]) as IDBRequest<Draft | undefined>);
export const draftsOf = async (userName: string) => (await request<Draft[]>((await store('readonly')).getAll() as IDBRequest<Draft[]>)).filter((draft) => draft.userName === userName);

const changed = new EventTarget();
const told = () => void changed.dispatchEvent(new Event('change'));

/** Calls back whenever a draft was kept or removed in this window. */
export const onDrafts = (listener: () => void) => {
  changed.addEventListener('change', listener);
  return () => changed.removeEventListener('change', listener);
};

export async function keep(draft: Draft) {
  await request((await store('readwrite')).put(draft));
  told();
}

export async function remove(draft: Pick<Draft, 'userName' | 'number'>) {
  await request((await store('readwrite')).delete([draft.userName, draft.number]));
  told();
}
