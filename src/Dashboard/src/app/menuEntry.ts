/** The entry of the menu that a page belongs to: of those whose address the page's begins with, the longest. */
export const entryOf = (pathname: string, paths: string[]): string | undefined =>
  paths
    .filter((path) => pathname === path || (path !== '/' && pathname.startsWith(`${path}/`)))
    .toSorted((one, other) => other.length - one.length)[0];
