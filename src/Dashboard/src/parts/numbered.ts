/** A part of a subject as forms offer it: its number, and what it is. */
export const numbered = (number: number, what: string | null | undefined) => ({ value: number, label: `${number}. ${what ?? ''}` });
