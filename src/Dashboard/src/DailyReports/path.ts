/** Where one is shown. */
export const dailyReportPath = (number: string) => `/daily-reports/${encodeURIComponent(number)}`;
