import type { ReactNode } from 'react';

/** A part of a page: what it is called, what leads further, and what it shows. */
export function Card({
  title,
  extra,
  className,
  children,
  ...more
}: {
  title?: ReactNode;
  extra?: ReactNode;
  className?: string;
  children?: ReactNode;
  id?: string;
  tabIndex?: number;
}) {
  return (
    <section className={className ? `card ${className}` : 'card'} {...more}>
      {(title || extra) && (
        <div className="card-head">
          <h2 className="card-title">{title}</h2>
          {extra && <div className="card-extra">{extra}</div>}
        </div>
      )}
      <div className="card-body">{children}</div>
    </section>
  );
}
