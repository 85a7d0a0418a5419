import { Input } from 'antd';

/** The text by which a list is narrowed down; the list is asked when it is entered. */
export function Find({ label, text, set }: { label: string; text: string | undefined; set: (values: { text: string }) => void }) {
  return (
    <Input.Search key={text} defaultValue={text} placeholder={label} aria-label={label} allowClear
      onSearch={(typed) => set({ text: typed.trim() })} />
  );
}
