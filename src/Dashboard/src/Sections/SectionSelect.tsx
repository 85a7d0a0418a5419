import { Select } from 'antd';
import { useSections } from './sectionNames';

/** One of the sections by its name. Closed ones are not offered; one that is chosen already is, also where no list knows it. */
export function SectionSelect({ label, value, ...rest }: { label?: string; id?: string; value?: string; onChange?: (code: string | undefined) => void }) {
  const sections = useSections();
  const options = sections.filter(({ code, isClosed }) => !isClosed || code === value).map(({ code, name }) => ({ value: code, label: name }));
  if (value && !options.some((option) => option.value === value)) options.push({ value, label: value });
  return <Select {...rest} {...(label && { 'aria-label': label, placeholder: label })} value={value || undefined} options={options} allowClear showSearch={{ optionFilterProp: 'label' }} />;
}
