/** Where one is shown. */
export const rectificationPath = (number: string) => `/rectifications/${encodeURIComponent(number)}`;
