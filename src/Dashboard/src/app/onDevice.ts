import { openDB, type DBSchema } from 'idb';

/** What a device keeps for the time without a network: who signed in last, and what that person's pages have read. */
interface OnDevice extends DBSchema {
  sessions: { key: 'last'; value: KeptSession };
  answers: { key: [userName: string, key: string]; value: KeptAnswer };
}

/** Who is signed in, as the server said it last. */
export interface KeptSession {
  userName: string;
  at: number;
  /** When the server was heard last; nothing where that was when it said who is signed in. */
  heardAt?: number;
  answer: unknown;
}

/** What a page read, and when: milliseconds since 1970 by the device's clock. */
export interface KeptAnswer {
  userName: string;
  key: string;
  at: number;
  data: unknown;
}

/**
 * How long a device shows somebody's work without hearing from the server whether that person is still signed in, in milliseconds: a
 * working day and its night.
 */
export const longestUnheard = 24 * 60 * 60 * 1000;

const open = () =>
  openDB<OnDevice>('shuangda-on-device', 1, {
    upgrade: (made) => {
      made.createObjectStore('sessions');
      made.createObjectStore('answers', { keyPath: ['userName', 'key'] });
    },
  });

async function within<R>(work: (database: Awaited<ReturnType<typeof open>>) => Promise<R>): Promise<R> {
  const database = await open();
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

/**
 * Notes who is signed in. What anybody else's pages have read is removed, and what is older than it would be shown: the device is that
 * person's from now on.
 */
export const keepSession = (userName: string, answer: unknown) =>
  within(async (database) => {
    const work = database.transaction(['sessions', 'answers'], 'readwrite');
    for (let kept = await work.objectStore('answers').openCursor(); kept; kept = await kept.continue()) {
      if (kept.value.userName !== userName || Date.now() - kept.value.at > longestUnheard) await kept.delete();
    }
    await work.objectStore('sessions').put({ userName, at: Date.now(), answer }, 'last');
    await work.done;
  });

/** Who was signed in when the server was last heard, unless that is too long ago or lies ahead: a clock that was put back opens nothing. */
export const lastSession = () =>
  within(async (database) => {
    const kept = await database.get('sessions', 'last');
    const age = kept ? Date.now() - (kept.heardAt ?? kept.at) : -1;
    return kept && age >= 0 && age <= longestUnheard ? kept : undefined;
  });

/** The server was heard for this person now. */
export const heardAgain = (userName: string) =>
  within(async (database) => {
    const work = database.transaction('sessions', 'readwrite');
    const kept = await work.store.get('last');
    if (kept?.userName === userName) await work.store.put({ ...kept, heardAt: Date.now() }, 'last');
    await work.done;
  });

/** Removes everything: whoever signs out leaves nothing that others could read. Drafts are asked about before, and lie elsewhere. */
export const forgetAll = () =>
  within(async (database) => {
    const work = database.transaction(['sessions', 'answers'], 'readwrite');
    await Promise.all([work.objectStore('sessions').clear(), work.objectStore('answers').clear(), work.done]);
  });

/** Keeps what a page read, in the place of what it read before. */
export const keepAnswer = (userName: string, key: string, data: unknown) =>
  within(async (database) => void (await database.put('answers', { userName, key, at: Date.now(), data })));

/** Removes what a page read: who asks may not read it any more. */
export const forgetAnswer = (userName: string, key: string) => within((database) => database.delete('answers', [userName, key]));

/** What a page of this person read before, or nothing. */
export const answerKept = (userName: string, key: string) => within((database) => database.get('answers', [userName, key]));

const signedOut = 'shuangda.signed-out';

/** Whether somebody signed out here and the server has not heard of it yet; the device then shows nobody's work. */
export const isSignOutOwed = () => localStorage.getItem(signedOut) !== null;

/** Notes that somebody signed out, until the server has heard of it. */
export const oweSignOut = () => localStorage.setItem(signedOut, '1');

/** The server has heard that nobody is signed in any more, or somebody has signed in since. */
export const signOutTold = () => localStorage.removeItem(signedOut);
