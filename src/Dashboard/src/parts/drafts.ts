import { openDB, type IDBPDatabase } from 'idb';

/** Drafts on this device, each of one user and of one thing that is being written. */
export interface Drafts<T> {
  find: (userName: string, key: string) => Promise<T | undefined>;
  all: (userName: string) => Promise<T[]>;
  /** Keeps a draft in the place of the one before. Where the device has no room, or keeps nothing, it rejects. */
  keep: (draft: T) => Promise<void>;
  remove: (userName: string, key: string) => Promise<void>;
  /** Calls back whenever a draft was kept or removed in this window. */
  onChange: (listener: () => void) => () => void;
}

/** The kinds of drafts, each with its database, its store and the key within a user. */
const kinds = {
  inspections: { name: 'shuangda', storeName: 'inspection-drafts', key: 'number' },
  forms: { name: 'shuangda-forms', storeName: 'form-drafts', key: 'form' },
} as const;

type Kind = keyof typeof kinds;

interface Kept { userName: string; [key: string]: unknown }

const everyKind = Object.values(kinds).map((kind) => ({ kind, drafts: inDatabase<Kept>(kind.name, kind.storeName, kind.key) }));

/** How many drafts of a user, of any kind, lie on this device. */
export const draftsLeftBy = async (userName: string) =>
  (await Promise.all(everyKind.map(({ drafts }) => drafts.all(userName)))).flat().length;

/** Removes all drafts of a user from this device, with their photos. */
export async function removeDraftsOf(userName: string) {
  for (const { kind, drafts } of everyKind) {
    for (const draft of await drafts.all(userName)) await drafts.remove(userName, draft[kind.key] as string);
  }
}

/** Drafts of a kind, as its own pages use them. */
export function draftsOf<T extends { userName: string }>(kind: Kind): Drafts<T> {
  const { name, storeName, key } = kinds[kind];
  return inDatabase<T>(name, storeName, key);
}

/**
 * Opens drafts of a kind. They lie in the browser's own database under the user's name, so that nobody is shown another's, and photos can lie in them. Each
 * kind has a database of its own: a window that still runs an earlier program would keep a shared one from being extended. Names, version
 * and keys are those of
 * the first program that kept drafts, so whatever lies on a device is found as it was; what a draft of before does not say is left open by
 * its type.
 */
function inDatabase<T extends { userName: string }>(name: string, storeName: string, key: string): Drafts<T> {
  const changed = new EventTarget();
  let before: Promise<unknown> = Promise.resolve();

  // One after the other: what was typed last is what stays. It is closed each time, so that no window holds up another.
  const inTurn = <R,>(work: (database: IDBPDatabase) => Promise<R>): Promise<R> => {
    const mine = before.catch(() => undefined).then(async () => {
      const database = await openDB(name, 1, { upgrade: (made) => void made.createObjectStore(storeName, { keyPath: ['userName', key] }) });
      try {
        return await work(database);
      } finally {
        database.close();
      }
    });
    before = mine;
    return mine;
  };
  const told = () => void changed.dispatchEvent(new Event('change'));

  return {
    find: (userName, of) => inTurn((database) => database.get(storeName, [userName, of]) as Promise<T | undefined>),
    // An array is greater than every text, so the range ends behind the user's last draft; another's is not read.
    all: (userName) => inTurn((database) => database.getAll(storeName, IDBKeyRange.bound([userName], [userName, []])) as Promise<T[]>),
    keep: async (draft) => {
      await inTurn((database) => database.put(storeName, draft));
      told();
    },
    remove: async (userName, of) => {
      await inTurn((database) => database.delete(storeName, [userName, of]));
      told();
    },
    onChange: (listener) => {
      changed.addEventListener('change', listener);
      return () => changed.removeEventListener('change', listener);
    },
  };
}
