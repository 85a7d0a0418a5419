/** The window of a phone. */
export const narrow = () => window.matchMedia('(max-width: 720px)');
