import { Children, cloneElement, Fragment, isValidElement, type ReactElement, type ReactNode } from 'react';

// A day with its time, a number of a subject or a campaign, the number of a document with its year.
const kept = /(\d{4}-\d\d-\d\d(?: \d\d:\d\d)?|\b[A-Z]{2,}-[0-9A-Z]{4,}|\p{Script=Han}{0,4}〔\d{4}〕\d+号)/u;

const ofText = (text: string): ReactNode =>
  text.split(kept).map((part, place) =>
    place % 2 === 0 ? part : (
      <span key={place} className="unbroken">
        {part}
      </span>
    ),
  );

/**
 * The same, with the days and the numbers in its words kept in one line each: a browser breaks them at their hyphens. What a part of
 * the page draws by itself is left as it is.
 */
export function unbroken(node: ReactNode): ReactNode {
  if (typeof node === 'string') return kept.test(node) ? ofText(node) : node;
  if (Array.isArray(node)) return Children.map(node, unbroken);
  if (!isValidElement(node) || (typeof node.type !== 'string' && node.type !== Fragment)) return node;
  const element = node as ReactElement<{ children?: ReactNode }>;
  const { children } = element.props;
  return children === undefined ? node : cloneElement(element, {}, ...Children.toArray(children).map(unbroken));
}
