import { useEffect, useRef, type ReactNode } from 'react';
import { Alert } from 'antd';

/** Something that stands against a form: what, and the id of the control that it is about, where it is about one. */
export interface Problem { message: string; control?: string }

/** Why a form was not taken, made anew for each attempt. */
export interface Problems { title: string; problems: Problem[]; more?: ReactNode }

/** Puts the focus into a control, in sight; of a group into its first member. */
function goTo(id: string) {
  const named = document.getElementById(id);
  const control = named?.matches('input, textarea, button') ? named : (named?.querySelector<HTMLElement>('input, textarea, button') ?? named);
  control?.focus({ preventScroll: true });
  (control?.closest('.ant-form-item, .check') ?? control)?.scrollIntoView({ block: 'center' });
}

/**
 * What stands against a form, above its fields: it takes the focus and is scrolled to, because the button that was pressed may be a screen away from it, and
 * leads to each field that it names. Every form shows its refusals by this, its own and the server's.
 */
export function ProblemSummary({ of, type = 'error' }: { of: Problems | null; type?: 'error' | 'warning' }) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!of) return;
    summary.current?.focus({ preventScroll: true });
    summary.current?.scrollIntoView({ block: 'start' });
  }, [of]);
  if (!of) return null;
  const { title, problems, more } = of;
  return (
    <div ref={summary} tabIndex={-1} className="problems">
      <Alert type={type} role="alert" showIcon title={title} description={(problems.length > 0 || more) && (
        <>
          {problems.length > 0 && (
            <ul className="plain">
              {problems.map(({ message, control }) => (
                <li key={`${control}${message}`}>{control ? <a href={`#${control}`} onClick={(event) => { event.preventDefault(); goTo(control); }}>{message}</a> : message}</li>
              ))}
            </ul>
          )}
          {more}
        </>
      )} />
    </div>
  );
}
