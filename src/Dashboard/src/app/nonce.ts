/** The nonce under which the page's policy admits styles that are written at run time. */
export const nonce = document.documentElement.dataset.nonce ?? '';

// Ant Design is told the nonce, but what it uses for dialogs (the page behind does not scroll) writes a style without asking: every style element gets it.
const create = document.createElement.bind(document);
document.createElement = ((name: string, options?: ElementCreationOptions) => {
  const made = create(name, options);
  if (made instanceof HTMLStyleElement) made.nonce = nonce;
  return made;
}) as typeof document.createElement;
