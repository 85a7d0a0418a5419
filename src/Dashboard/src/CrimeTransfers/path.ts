/** Where one is shown. */
export const transferPath = (number: string) => `/transfers/${encodeURIComponent(number)}`;
