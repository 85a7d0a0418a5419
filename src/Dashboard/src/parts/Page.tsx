import { useEffect, type ReactNode } from 'react';
import { useWords } from '../app/language';
import { frameWords } from '../app/words';

/** A page: its name, what can be done on it, its content. */
export function Page({ title, extra, remark, children }: { title: ReactNode; extra?: ReactNode; remark?: ReactNode; children: ReactNode }) {
  const words = useWords(frameWords);
  useEffect(() => {
    document.title = typeof title === 'string' ? `${title} · ${words.title}` : words.title;
  }, [title, words]);
  return (
    <>
      <header className="page-head">
        <div><h1>{title}</h1>{remark && <div className="quiet">{remark}</div>}</div>
        {extra && <div className="page-extra">{extra}</div>}
      </header>
      {children}
    </>
  );
}
