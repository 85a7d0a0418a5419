/** The fields of commands that name several people of the bureau, beside its officers. */
export const several: readonly string[] = ['takenBy', 'members', 'participants'];

/** The fields that name one, beside an officer. */
export const single: readonly string[] = ['chair', 'deputy', 'person', 'replacement'];

/** Whether a field of a command names people, by their user names. */
export const isPerson = (field: string) => ['officers', 'officer', ...several, ...single].includes(field);
