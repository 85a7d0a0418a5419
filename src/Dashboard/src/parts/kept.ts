/**
 * What an account has chosen for itself on this device, such as that photos say where they were taken; what is for every device is a
 * preference.
 */
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
