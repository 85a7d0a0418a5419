import { Select } from 'antd';
import { useAgencies } from './agencyNames';

/** One of the partner agencies by its name, or one of the police. Closed ones are not offered; one that is chosen already is, also where no list knows it. */
export function AgencySelect({ police = false, value, ...rest }: { police?: boolean; id?: string; value?: string; onChange?: (code: string | undefined) => void }) {
  const agencies = useAgencies();
  const options = agencies.filter(({ code, kind, isClosed }) => (!isClosed && (!police || kind === 'POLICE')) || code === value).map(({ code, name }) => ({ value: code, label: name }));
  if (value && !options.some((option) => option.value === value)) options.push({ value, label: value });
  return <Select {...rest} value={value || undefined} options={options} allowClear showSearch={{ optionFilterProp: 'label' }} />;
}
