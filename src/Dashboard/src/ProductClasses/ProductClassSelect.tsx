import { Select } from 'antd';
import { useQuery } from 'urql';
import { graphql } from '../app/graphql';
import { useFound } from '../parts/pinyin';
import { several } from '../parts/several';

const classes = graphql(`query ProductClasses { productClasses { id code name isKey isClosed } }`);

/** The product classes; for whoever chooses among them as they are now. */
function useProductClasses(asNow = false) {
  const [{ data }] = useQuery({ query: classes, requestPolicy: asNow ? 'cache-and-network' : 'cache-first' });
  return data?.productClasses ?? [];
}

/** What a product class is called; a code that the list does not know is shown as it is. */
export function useProductClassName() {
  const known = useProductClasses();
  return (code: string) => known.find((one) => one.code === code)?.name ?? code;
}

/** One or several of them in a form: those that are not closed, and of the others those that are chosen already. */
export function ProductClassField({ field, ...bound }: { field: { list: boolean }; id?: string; value?: string | string[]; onChange?: (codes: string | string[] | undefined) => void }) {
  const found = useFound();
  const chosen = [bound.value ?? []].flat();
  const options = useProductClasses(true).filter(({ code, isClosed }) => !isClosed || chosen.includes(code)).map(({ code, name }) => ({ value: code, label: name }));
  return <Select<string | string[]> {...bound} options={options} {...(field.list && several)} showSearch={found} allowClear />;
}

/** One of the product classes, for a filter: also a closed one, because lists show what has been. */
export function ProductClassSelect({ label, value, onChange }: { label: string; value: string; onChange: (code: string | undefined) => void }) {
  const found = useFound();
  const options = useProductClasses().map(({ code, name }) => ({ value: code, label: name }));
  return <Select aria-label={label} placeholder={label} allowClear showSearch={found} value={value || undefined} options={options} onChange={onChange} />;
}
