import { useState } from 'react';
import { Input } from 'antd';
import { useWords } from '../app/language';
import { useFound } from './pinyin';
import { partWords } from './words';

/** Narrows down what a page shows whole by a text, in characters or pinyin: the box, and what of the rows has it. */
export function useTextFilter<Row>(textOf: (row: Row) => string) {
  const words = useWords(partWords);
  const { onSearch, filterOption } = useFound();
  const [typed, setTyped] = useState('');
  const type = (text: string) => {
    setTyped(text);
    onSearch(text);
  };
  const sought = typed.trim();
  return {
    /** Whether anything is looked for. */
    isOn: sought !== '',
    box: <Input allowClear className="text-filter" aria-label={words.filter} placeholder={words.filter} value={typed} onChange={(event) => type(event.target.value)} />,
    filter: (rows: Row[]) => (sought === '' ? rows : rows.filter((row) => filterOption(sought, { label: textOf(row) }))),
  };
}
