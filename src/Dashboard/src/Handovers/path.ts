/** Where an officer's or a section's open work stands. */
export const openWorkPath = (whose: { officer?: string; section?: string; view?: 'handovers' }) =>
  `/open-work?${new URLSearchParams(whose).toString()}`;

/** Where what is late of a section, or of the bureau, stands. */
export const lateWorkPath = (section: string | null) =>
  `/open-work?${new URLSearchParams({ late: '1', ...(section ? { section } : { section: 'ALL' }) }).toString()}`;
