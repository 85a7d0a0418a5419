/** What an account has chosen for itself in this browser, such as the columns of a list; it is gone with the browser's data, and missed by nobody else. */
export interface Kept<T> {
  read: () => T;
  write: (value: T) => void;
}

/** Something chosen, under a name, by an account. A browser that keeps nothing gives back what it is otherwise. */
export function keptBy<T>(userName: string, name: string, otherwise: T): Kept<T> {
  const key = `shuangda.chosen/${userName}/${name}`;
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
