/** Where an officer's or a section's open work stands. */
export const openWorkPath = (whose: { officer?: string; section?: string; view?: 'handovers' }) => `/open-work?${new URLSearchParams(whose).toString()}`;
