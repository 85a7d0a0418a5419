/** Where one is shown. */
export const campaignPath = (code: string) => `/campaigns/${encodeURIComponent(code)}`;
