/** A list as a link narrows it down: its address, and the condition that its filters stand for. */
export interface LinkedList<Values, Where> { path: string; where: (values: Values) => Where }

/** The address of a list that is narrowed down so. */
export function linkOf<Values extends object>({ path }: LinkedList<Values, unknown>, values: Values) {
  const given = Object.entries(values as Record<string, string | undefined>).filter((one): one is [string, string] => !!one[1]);
  return `${path}?${new URLSearchParams(given).toString()}`;
}

/** A figure and the list that it opens: what is counted and where it leads are one filter, so that they cannot differ. */
export const figureOf = <Values extends object, Where>(list: LinkedList<Values, Where>, values: Values) => ({ to: linkOf(list, values), where: list.where(values) });

/** The name under which the address of a page asks for the form of a command. */
export const formOfStep = 'do';
