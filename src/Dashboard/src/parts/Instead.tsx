import type { ReactNode } from 'react';

/** What stands instead of a page that cannot be shown: why, and what one can do. */
export function Instead({ why, children }: { why: string; children?: ReactNode }) {
  return (
    <div className="instead">
      <h1>{why}</h1>
      {children}
    </div>
  );
}
