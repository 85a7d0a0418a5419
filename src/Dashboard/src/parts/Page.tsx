import { useEffect, useState, type ReactNode } from 'react';
import { useWords } from '../app/language';
import { useReadingAgain, useUpdatedAt } from '../app/query';
import { frameWords } from '../app/words';
import { LastStep } from './lastStep';
import { timeOf } from './time';

/** A page: its name, what can be done on it, its content. While what it shows is being read again its head says so to whoever cannot see it change. */
export function Page({ title, extra, remark, children }: { title: ReactNode; extra?: ReactNode; remark?: ReactNode; children: ReactNode }) {
  const words = useWords(frameWords);
  const readingAgain = useReadingAgain();
  const [opened] = useState(() => new Date());
  const updatedAt = useUpdatedAt();
  const updated = updatedAt && updatedAt > opened ? updatedAt : null;
  useEffect(() => {
    document.title = typeof title === 'string' ? `${title} · ${words.title}` : words.title;
  }, [title, words]);
  return (
    <>
      <header className="page-head" aria-busy={readingAgain}>
        <div><h1>{title}</h1>{remark && <div className="quiet">{remark}</div>}</div>
        {extra && <div className="page-extra">{extra}</div>}
      </header>
      <span className="out-of-sight" role="status">{updated && words.updated(timeOf(updated.toISOString()))}</span>
      <LastStep />
      {children}
    </>
  );
}
