/** Where one is shown. */
export const enterprisePath = (creditCode: string) => `/enterprises/${encodeURIComponent(creditCode)}`;
