import { useState } from 'react';
import { Input } from 'antd';
import { useWords } from '../app/language';
import { partWords } from './words';

const linesOf = (text: string) => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');

/** Several sentences: one line is one entry, whatever punctuation is in it. */
export function LinesField({ value = [], onChange, ...rest }: { id?: string; value?: string[]; onChange?: (lines: string[] | undefined) => void }) {
  const words = useWords(partWords);
  // What is typed has an empty line while the next entry is begun; what is given from outside takes its place.
  const [typed, setTyped] = useState('');
  const given = value.join('\n');
  const text = linesOf(typed).join('\n') === given ? typed : given;
  const change = (now: string) => {
    const lines = linesOf(now);
    setTyped(now);
    onChange?.(lines.length > 0 ? lines : undefined);
  };
  return (
    <>
      <Input.TextArea {...rest} value={text} rows={5} placeholder={words.linesHint} onChange={(event) => change(event.target.value)} />
      <div className="quiet" aria-live="polite">{words.lines(value.length)}</div>
    </>
  );
}
