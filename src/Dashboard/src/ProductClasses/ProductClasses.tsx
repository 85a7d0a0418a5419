import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { ListedPage } from '../parts/ListedPage';
import { productClassWords } from './words';
import { useMarks } from '../parts/marks';

const classes = graphql(`query ProductClassList {
  productClasses { id version code name chineseName englishName isKey aliases isClosed closedOn }
}`);

export default function ProductClasses() {
  const words = useWords(productClassWords);
  const { data, error, fetching, again } = useLiveQuery(classes, {}, ['PRODUCT_CLASS']);
  const marks = useMarks();
  return (
    <ListedPage title={words.title} remark={words.remark} open={words.open} entries={data?.productClasses} fetching={fetching} error={error} again={again}
      subject="productClass" kind={['PRODUCT_CLASS']} register="registerProductClass" rename="renameProductClass" close="closeProductClass"
      more={({ isKey, aliases }) => ({ register: { isKey, aliases }, rename: { isKey, aliases } })}
      columns={[
        { title: words.aliases, key: 'aliases', render: (one) => one.aliases.join(marks.comma) || <span className="quiet">—</span> },
        { title: words.isKey, key: 'key', render: (one) => (one.isKey ? words.key : <span className="quiet">—</span>) },
      ]} />
  );
}
