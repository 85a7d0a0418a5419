import type { Consequences } from './concept';

/** What a command brings about, where more follows than its name says: from every concept that says so. */
export const consequences: Consequences = Object.assign({}, ...Object.values(import.meta.glob<{ default: Consequences }>('../*/consequences.ts', { eager: true })).map((module) => module.default));
