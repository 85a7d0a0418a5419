/** The fields of commands that name several people of the bureau, beside its officers. */
export const several = ['takenBy', 'members', 'participants'] as const;

/** The fields that name one, beside an officer. */
export const single = ['chair', 'deputy', 'person', 'replacement'] as const;

/** Whether a field of a command names people, by their user names. */
export const isPerson = (field: string) => ['officers', 'officer', ...several, ...single].includes(field);
