import type { CommandName } from './command';

// A private window, or a browser that is told to keep nothing, has none; the forms do without.
const read = (key: string): string[] => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]') as string[];
  } catch {
    return [];
  }
};

const most = 3;
const prefix = 'shuangda.used/';
const keyOf = (userName: string, command: CommandName, field: string) => `${prefix}${userName}/${command}/${field}`;

/** The fields whose texts are offered again: why a step is taken, and on what basis. */
export const offersLastUsed = (field: string) => field === 'reason' || field === 'basis';

/** What somebody last wrote into a field of a command, the latest first. */
export const lastUsed = (userName: string, command: CommandName, field: string) => read(keyOf(userName, command, field));

/**
 * Keeps in this browser, under the account, what was written into the fields of a command that was done. What the form began with speaks of
 * its subject, and would be untrue of another.
 */
export function keepUsed(userName: string, command: CommandName, values: Record<string, unknown>, begun: Record<string, unknown> = {}) {
  for (const [field, value] of Object.entries(values)) {
    if (!offersLastUsed(field) || typeof value !== 'string' || value.trim() === '' || value === begun[field]) continue;
    const text = value.trim();
    try {
      localStorage.setItem(
        keyOf(userName, command, field),
        JSON.stringify([text, ...lastUsed(userName, command, field).filter((one) => one !== text)].slice(0, most)),
      );
    } catch {
      // The step is done; only the offer for the next time is lost.
      return;
    }
  }
}

/** Removes what an account has left of it in this browser. */
export function forgetUsed(userName: string) {
  try {
    for (const key of Object.keys(localStorage).filter((one) => one.startsWith(`${prefix}${userName}/`))) localStorage.removeItem(key);
  } catch {
    // Where nothing can be read, nothing was kept.
  }
}
