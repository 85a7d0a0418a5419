/** Where one is shown. */
export const licencePath = (number: string) => `/licences/${encodeURIComponent(number)}`;
