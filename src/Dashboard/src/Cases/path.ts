/** Where one is shown. */
export const casePath = (number: string) => `/cases/${encodeURIComponent(number)}`;
