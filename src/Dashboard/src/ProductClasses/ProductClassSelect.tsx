import { Select } from 'antd';
import { useQuery } from 'urql';
import { graphql } from '../app/graphql';

const classes = graphql(`query ProductClasses { productClasses { id code name isKey isClosed } }`);

/** The product classes; for whoever chooses among them as they are now. */
function useProductClasses(asNow = false) {
  const [{ data }] = useQuery({ query: classes, requestPolicy: asNow ? 'cache-and-network' : 'cache-first' });
  return data?.productClasses ?? [];
}

/** What a form offers: the classes that are not closed, and of the others those that are chosen already. */
export function useOfferedClasses(chosen: readonly string[]) {
  return useProductClasses(true).filter(({ code, isClosed }) => !isClosed || chosen.includes(code)).map(({ code, name }) => ({ value: code, label: name }));
}

/** One of the product classes, for a filter: also a closed one, because lists show what has been. */
export function ProductClassSelect({ label, value, onChange }: { label: string; value: string; onChange: (code: string | undefined) => void }) {
  const options = useProductClasses().map(({ code, name }) => ({ value: code, label: name }));
  return <Select aria-label={label} placeholder={label} allowClear showSearch={{ optionFilterProp: 'label' }} value={value || undefined} options={options} onChange={onChange} />;
}
