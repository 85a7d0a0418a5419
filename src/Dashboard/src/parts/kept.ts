/**
 * What an account has chosen for itself on this device, such as that photos say where they were taken; what is for every device is a
 * preference.
 */
export interface Kept<T> {
  read: () => T;
  write: (value: T) => void;
}

const keyOf = (userName: string, name: string) => `shuangda.chosen/${userName}/${name}`;

/** What an account chose in this browser under a name of a preference, before the server kept preferences: it is passed on, and then gone. */
export const formerlyKept = (userName: string, name: string) => ({
  read: () => {
    try {
      return localStorage.getItem(keyOf(userName, name)) ?? undefined;
    } catch {
      return undefined;
    }
  },
  forget: () => {
    try {
      localStorage.removeItem(keyOf(userName, name));
    } catch {
      // A browser that keeps nothing has nothing to forget.
      return;
    }
  },
});

/** Something chosen, under a name, by an account. A browser that keeps nothing gives back what it is otherwise. */
export function keptBy<T>(userName: string, name: string, otherwise: T): Kept<T> {
  const key = keyOf(userName, name);
  return {
    read: () => {
      try {
        return (JSON.parse(localStorage.getItem(key) ?? 'null') as T | null) ?? otherwise;
      } catch {
        return otherwise;
      }
    },
    write: (value) => {
      try {
        localStorage.setItem(key, JSON.stringify(value));
      } catch {
        // It holds for as long as the page is open.
        return;
      }
    },
  };
}
