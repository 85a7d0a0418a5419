import { Select } from 'antd';
import { useQuery } from 'urql';
import { graphql } from '../app/graphql';

const classes = graphql(`query ProductClasses { productClasses { code name isKey } }`);

export function useProductClasses() {
  const [{ data }] = useQuery({ query: classes, requestPolicy: 'cache-first' });
  return data?.productClasses ?? [];
}

/** One of the product classes, for a filter. */
export function ProductClassSelect({ label, value, onChange }: { label: string; value: string; onChange: (code: string | undefined) => void }) {
  const options = useProductClasses().map(({ code, name }) => ({ value: code, label: name }));
  return <Select aria-label={label} placeholder={label} allowClear showSearch={{ optionFilterProp: 'label' }} value={value || undefined} options={options} onChange={onChange} />;
}
