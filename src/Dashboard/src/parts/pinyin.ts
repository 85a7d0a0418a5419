import { useEffect, useState } from 'react';

type Match = (text: string, pinyin: string) => boolean;

let known: Match | null = null;
const isLatin = (typed: string) => /^[a-z ]+$/i.test(typed);

/**
 * Finds words in a choice by their characters, and names also by their pinyin: whole, begun, or the first letters alone. The readings are loaded when somebody
 * types the first letters; until they have come only characters are found.
 */
export function useFound() {
  const [typed, setTyped] = useState('');
  const [, setLoaded] = useState(known !== null);
  const isWanted = known === null && isLatin(typed);
  useEffect(() => {
    if (!isWanted) return undefined;
    let gone = false;
    // Where it cannot be loaded, names are found by their characters, as they were before.
    import('pinyin-pro').then(
      ({ match }) => {
        known = (text, pinyin) => match(text, pinyin, { precision: 'start', continuous: true }) !== null;
        if (!gone) setLoaded(true);
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [isWanted]);
  return {
    onSearch: setTyped,
    filterOption: (sought: string, option?: { label?: unknown }) => isFound(String(option?.label ?? ''), sought),
    // What has the very text comes before what only sounds like it: Enter takes the first.
    filterSort: (one: { label?: unknown }, other: { label?: unknown }, { searchValue }: { searchValue: string }) =>
      Number(has(other, searchValue)) - Number(has(one, searchValue)),
  };
}

const has = (option: { label?: unknown }, sought: string) => String(option.label ?? '').toLowerCase().includes(sought.toLowerCase());

/** Whether a text has what is sought, in characters or, once the readings are there, in pinyin. */
export function isFound(text: string, sought: string) {
  if (text.toLowerCase().includes(sought.toLowerCase())) return true;
  return known !== null && isLatin(sought) && known(text, sought);
}
