/** Where one is shown. */
export const dailySummaryPath = (number: string) => `/daily-summaries/${encodeURIComponent(number)}`;
