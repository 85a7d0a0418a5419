/** Where one is shown. */
export const denPath = (number: string) => `/dens/${encodeURIComponent(number)}`;
