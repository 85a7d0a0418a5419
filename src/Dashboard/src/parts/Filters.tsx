import type { ReactNode } from 'react';
import { Button, Checkbox, Select, Tag, type SelectProps } from 'antd';
import { useWords } from '../app/language';
import { partWords } from './words';

/** What narrows a list down, with a way to take it all back where anything does. */
export function Filters({ any, clear, children }: { any: boolean; clear: () => void; children: ReactNode }) {
  const words = useWords(partWords);
  return (
    <div className="filters" role="search">
      {children}
      {any && <Button type="link" onClick={clear}>{words.clear}</Button>}
    </div>
  );
}

/** One of several values, or any. */
export function OneOf({ label, value, options, onChange }: {
  label: string;
  value: string | undefined;
  options: NonNullable<SelectProps<string>['options']>;
  onChange: (value: string | undefined) => void;
}) {
  const chosen = value || undefined;
  return <Select<string> aria-label={label} placeholder={label} allowClear value={chosen} options={options} onChange={onChange} popupMatchSelectWidth={false} />;
}

/** Only what is so, or all. */
export function OnlyIf({ label, value, onChange }: { label: string; value: string | undefined; onChange: (value: string) => void }) {
  return <Checkbox checked={!!value} onChange={(event) => onChange(event.target.checked ? '1' : '')}>{label}</Checkbox>;
}

/** What a link narrowed a list down by, for which the list has no control of its own: a tag that can be taken away. */
export function FromLink({ text, onClose }: { text: string; onClose: () => void }) {
  return <Tag closable onClose={onClose}>{text}</Tag>;
}
