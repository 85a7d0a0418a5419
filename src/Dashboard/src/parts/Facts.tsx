import { Descriptions, type DescriptionsProps } from 'antd';
import { unbroken } from './unbroken';

type Fact = NonNullable<DescriptionsProps['items']>[number];

/** What is known of something, each by its name, in two columns where the window has room; days and numbers stay in one line. */
export function Facts({ items, ...more }: { items: Fact[] } & Pick<DescriptionsProps, 'column' | 'className'>) {
  return (
    <Descriptions
      size="small"
      column={{ xs: 1, md: 2 }}
      {...more}
      items={items.map((one) => ({ ...one, children: unbroken(one.children) }))}
    />
  );
}
