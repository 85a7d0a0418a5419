/** Where one is shown. */
export const taskPath = (number: string) => `/campaign-tasks/${encodeURIComponent(number)}`;
