import { Children, cloneElement, Fragment, isValidElement, type ReactElement, type ReactNode } from 'react';
import { unbrokenText } from './unbrokenText';

/** The same of the texts within elements; what a part of the page draws by itself is left as it is. */
export function unbroken(node: ReactNode): ReactNode {
  if (Array.isArray(node)) return Children.map(node, unbroken);
  if (!isValidElement(node) || (typeof node.type !== 'string' && node.type !== Fragment)) return unbrokenText(node);
  const element = node as ReactElement<{ children?: ReactNode }>;
  const { children } = element.props;
  return children === undefined ? node : cloneElement(element, {}, ...Children.toArray(children).map(unbroken));
}
