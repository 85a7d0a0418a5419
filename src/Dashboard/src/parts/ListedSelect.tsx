import { Select } from 'antd';
import { useFound } from './pinyin';

interface Entry { code: string; name: string }

/** One entry of a list by its name. An entry that is not offered any more is, where it is chosen already, also where no list knows it. */
export function ListedSelect<T extends Entry>({ entries, offered, label, value, ...rest }: { entries: T[]; offered: (entry: T) => boolean; label?: string; id?: string; value?: string; onChange?: (code: string | undefined) => void }) {
  const found = useFound();
  const options = entries.filter((entry) => offered(entry) || entry.code === value).map(({ code, name }) => ({ value: code, label: name }));
  if (value && !options.some((option) => option.value === value)) options.push({ value, label: value });
  return <Select {...rest} {...(label && { 'aria-label': label, placeholder: label })} value={value || undefined} options={options} allowClear showSearch={found} />;
}
