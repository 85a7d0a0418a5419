import { graphql, type ResultOf } from '../app/graphql';
import { useWords } from '../app/language';
import { AreaSelect } from '../Areas/AreaSelect';
import { Commands } from '../parts/Commands';
import { Filters, OneOf } from '../parts/Filters';
import { Find } from '../parts/Find';
import { List } from '../parts/List';
import { useNumberColumn } from '../parts/NumberOf';
import { Page } from '../parts/Page';
import { ProductClassSelect } from '../ProductClasses/ProductClassSelect';
import { SectionSelect } from '../Sections/SectionSelect';
import { Term, useTerms } from '../parts/Term';
import { useFilters } from '../parts/useFilters';
import { denFilters, densWhere } from './filters';
import { denPath } from './path';
import { denWords } from './words';

const dens = graphql(`
  query Dens($first: Int!, $after: String, $where: DenFilterInput, $order: [DenSortInput!] = [{ foundOn: DESC }]) {
    dens(first: $first, after: $after, where: $where, order: $order) {
      nodes { id number officialNumber numberSection name address status products source foundOn area { code name } }
      pageInfo { hasNextPage endCursor } totalCount
    }
  }
`);

type Row = ResultOf<typeof dens>['dens']['nodes'][number];

const hiddenAtFirst = ['source', 'area'];

/** The dens of the bureau, the last found first. */
export default function Dens() {
  const words = useWords(denWords);
  const numberColumn = useNumberColumn<Row>(words.number);
  const statuses = useTerms('DenStatus');
  const sources = useTerms('LeadSource');
  const { values, set, clear, any } = useFilters(denFilters);
  return (
    <Page title={words.title} remark={words.remark}
      extra={<Commands next={['recordDen']} target={{ fixed: {} }} goesTo={({ number }) => number && denPath(number)} />}>
      <Filters any={any} clear={clear}>
        <Find label={words.find} text={values.text} set={set} />
        <OneOf label={words.status} value={values.status} options={statuses.options} onChange={(status) => set({ status })} />
        <AreaSelect closedToo label={words.area} value={values.area} onChange={(area) => set({ area })} />
        <ProductClassSelect label={words.productClasses} value={values.productClass} onChange={(productClass) => set({ productClass })} />
        <SectionSelect label={words.section} value={values.section} onChange={(section) => set({ section })} />
      </Filters>
      <List query={dens} variables={{ where: densWhere(values) }} pick={(data) => data.dens} kinds={['DEN']} rowKey={(row) => row.id}
        to={(row) => denPath(row.number)} label={words.title} hiddenAtFirst={hiddenAtFirst}
        columns={[
          numberColumn,
          { key: 'name', isName: true, title: words.name, width: 'minmax(0, 2fr)', order: 'name', render: (row) => row.name },
          { key: 'address', title: words.address, width: 'minmax(0, 2fr)', render: (row) => row.address },
          { key: 'products', title: words.products, width: 'minmax(0, 2fr)', render: (row) => row.products },
          { key: 'area', title: words.area, width: 'minmax(0, 1fr)', render: (row) => row.area?.name ?? '—' },
          { key: 'source', title: words.source, width: '130px', render: (row) => sources.term(row.source) },
          { key: 'foundOn', title: words.foundOn, width: '120px', order: 'foundOn', render: (row) => row.foundOn },
          { key: 'status', title: words.status, width: '110px', render: (row) => <Term of="DenStatus" value={row.status} />,
            text: (row) => statuses.term(row.status) },
        ]}
      />
    </Page>
  );
}
