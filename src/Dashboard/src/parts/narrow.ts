/** The window of a phone. */
export const narrow = () => window.matchMedia('(max-width: 720px)');

/** Whether a window has room for lists with many columns beside the menu. */
export const roomy = () => window.matchMedia('(min-width: 1200px)').matches;
