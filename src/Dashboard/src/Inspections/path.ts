/** Where one is shown. */
export const inspectionPath = (number: string) => `/inspections/${encodeURIComponent(number)}`;
