import { useEffect, useState } from 'react';
import { Select } from 'antd';
import type { Choice } from './concept';

interface Found { value: string; label: string }

const pause = 250;
const shortest = 2;

/** One of very many, which a text that is typed finds; its code is what is chosen. */
export function FoundSelect({ id, value, onChange, hint, notFound, useMatches, useNamed, ...rest }: Choice<string> & {
  hint: string;
  /** What is said where the text finds none. */
  notFound: string;
  /** What a text finds, once it is asked for. */
  useMatches: (text: string, isAsked: boolean) => { options: Found[]; fetching: boolean };
  /** How what is chosen already is called. */
  useNamed: (value: string | undefined) => Found | undefined;
}) {
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  const isAsked = text.length >= shortest;
  const { options, fetching } = useMatches(text, isAsked);
  // What the form begins with, or a draft brings back, is a code alone.
  const named = useNamed(value || undefined);
  const known = named ? [named] : value ? [{ value, label: value }] : [];
  const matches = isAsked ? options : [];
  return (
    <Select
      {...rest}
      {...(id && { id })}
      value={value || undefined}
      options={[...matches, ...known.filter((option) => !matches.some((match) => match.value === option.value))]}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear
      loading={fetching && isAsked}
      placeholder={hint}
      notFoundContent={isAsked && !fetching ? notFound : null}
      popupMatchSelectWidth={false}
      onChange={(code: string | undefined) => onChange?.(code)}
    />
  );
}
