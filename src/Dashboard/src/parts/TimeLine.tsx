import { useState, type ReactNode } from 'react';
import { Button, Timeline } from 'antd';
import { useWords } from '../app/language';
import { dayOf } from './time';
import { partWords } from './words';

const atFirst = 25;

/** Things that happened, latest first, the days as headings. */
export function TimeLine({ items }: { items: { key: string; at: string; content: ReactNode }[] }) {
  const words = useWords(partWords);
  const [shown, setShown] = useState(atFirst);
  if (items.length === 0) return <p className="quiet">{words.noHistory}</p>;
  return (
    <>
      <Timeline items={items.slice(0, shown).map(({ key, at, content }, place) => ({
        key,
        content: <>{dayOf(at) !== (place > 0 ? dayOf(items[place - 1]!.at) : '') && <b className="day">{dayOf(at)}</b>}{content}</>,
      }))} />
      {items.length > shown && <Button onClick={() => setShown(shown + atFirst * 2)}>{words.older}</Button>}
    </>
  );
}
