/** Where all that is found by a text is shown. */
export const searchPath = (text: string) => `/search?${new URLSearchParams({ text }).toString()}`;
