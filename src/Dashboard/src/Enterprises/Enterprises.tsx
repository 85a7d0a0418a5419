import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import { AreaSelect } from '../Areas/AreaSelect';
import { Commands } from '../parts/Commands';
import { Filters, OneOf, OnlyIf } from '../parts/Filters';
import { Find } from '../parts/Find';
import { List } from '../parts/List';
import { useMarks } from '../parts/marks';
import { Page } from '../parts/Page';
import { TelephoneLink } from '../parts/places';
import { ProductClassSelect } from '../ProductClasses/ProductClassSelect';
import { enterprisePath } from './path';
import { Term, useTerms } from '../parts/Term';
import { useFilters } from '../parts/useFilters';
import { enterpriseWords } from './words';

const enterprises = graphql(`
  query Enterprises($first: Int!, $after: String, $where: EnterpriseFilterInput, $order: [EnterpriseSortInput!]) {
    enterprises(first: $first, after: $after, where: $where, order: $order) {
      nodes { id creditCode codeCheck name district address telephone status isProtectedBrand
        area { code name } productClasses { code name } }
      pageInfo { hasNextPage endCursor } totalCount
    }
  }
`);

// Where one is found and how it is called is on its page; who goes there or calls wants it in the list too.
const hiddenAtFirst = ['address', 'telephone'];

const names = ['text', 'status', 'productClass', 'area', 'risk', 'codeCheck', 'brand'] as const;

export default function Enterprises() {
  const words = useWords(enterpriseWords);
  const statuses = useTerms('EnterpriseStatus');
  const risks = useTerms('RiskLevel');
  const codeChecks = useTerms('CodeCheck');
  const { values, set, clear, any } = useFilters(names);
  const marks = useMarks();
  const where = {
    ...(values.text && { or: [{ name: { contains: values.text } }, { creditCode: { startsWith: values.text } }] }),
    ...(values.status && { status: { eq: values.status as 'ACTIVE' } }),
    ...(values.productClass && { productClasses: { some: { code: { eq: values.productClass } } } }),
    ...(values.area && { area: { code: { eq: values.area } } }),
    ...(values.risk && { riskLevel: { eq: values.risk as 'HIGH' } }),
    ...(values.codeCheck && { codeCheck: { eq: values.codeCheck as 'DIFFERS' } }),
    ...(values.brand && { isProtectedBrand: { eq: true } }),
  };
  return (
    <Page
      title={words.title}
      extra={
        <Commands
          next={['registerEnterprise']}
          target={{ fixed: {} }}
          goesTo={({ creditCode }) => creditCode && enterprisePath(creditCode)}
        />
      }
    >
      <Filters any={any} clear={clear}>
        <Find label={words.find} text={values.text} set={set} />
        <OneOf label={words.status} value={values.status} options={statuses.options} onChange={(status) => set({ status })} />
        <ProductClassSelect label={words.productClasses} value={values.productClass} onChange={(productClass) => set({ productClass })} />
        <AreaSelect closedToo label={words.area} value={values.area} onChange={(area) => set({ area })} />
        <OneOf label={words.risk} value={values.risk} options={risks.options} onChange={(risk) => set({ risk })} />
        <OneOf label={words.codeCheck} value={values.codeCheck} options={codeChecks.options}
          onChange={(codeCheck) => set({ codeCheck })} />
        <OnlyIf label={words.brand} value={values.brand} onChange={(brand) => set({ brand })} />
      </Filters>
      <List query={enterprises} variables={{ where }} pick={(data) => data.enterprises} kinds={['ENTERPRISE']} rowKey={(row) => row.id}
        to={(row) => enterprisePath(row.creditCode)} label={words.title} hiddenAtFirst={hiddenAtFirst}
        columns={[
          { key: 'name', title: words.name, width: 'minmax(0, 3fr)', order: 'name', render: (row) => row.name },
          {
            key: 'code',
            title: words.creditCode,
            width: 'minmax(190px, 1.5fr)',
            order: 'creditCode',
            text: (row) => row.creditCode,
            render: (row) => (
              <>
                {row.creditCode} {row.codeCheck && <Term of="CodeCheck" value={row.codeCheck} />}
              </>
            ),
          },
          { key: 'district', title: words.district, width: 'minmax(0, 1fr)', render: (row) => row.district ?? '—' },
          { key: 'address', title: words.address, width: 'minmax(0, 2fr)', render: (row) => row.address ?? '—' },
          { key: 'telephone', title: words.telephone, width: '140px', text: (row) => row.telephone ?? '',
            render: (row) => (row.telephone ? <TelephoneLink telephone={row.telephone} /> : '—') },
          { key: 'area', title: words.area, width: 'minmax(0, 1fr)', render: (row) => row.area?.name ?? '—' },
          { key: 'classes', title: words.productClasses, width: 'minmax(0, 2fr)',
            render: (row) => row.productClasses.map((one) => one.name).join(marks.comma) || '—' },
          { key: 'status', title: words.status, width: '110px', render: (row) => <Term of="EnterpriseStatus" value={row.status} />,
            text: (row) => statuses.term(row.status) },
        ]}
      />
    </Page>
  );
}
