import { Tag } from 'antd';
import { graphql, type ResultOf } from '../app/graphql';
import { nameOfParty } from '../Dens/party';
import { useWords } from '../app/language';
import { useSession } from '../app/session';
import { useStaffName } from '../Accounts/staff';
import { useBulk } from '../parts/bulk';
import { Filters, FromLink, OneOf, OnlyIf } from '../parts/Filters';
import { Find } from '../parts/Find';
import { List } from '../parts/List';
import { Mine } from '../parts/Mine';
import { useNumberColumn } from '../parts/NumberOf';
import { Page } from '../parts/Page';
import { rectificationPath } from './path';
import { Term, useTerms } from '../parts/Term';
import { useFilters } from '../parts/useFilters';
import { ProductClassSelect } from '../ProductClasses/ProductClassSelect';
import { SectionSelect } from '../Sections/SectionSelect';
import { useSectionName } from '../Sections/sectionNames';
import { anyMeasure, noMeasure, rectificationFilters, rectificationsWhere } from './filters';
import { rectificationWords } from './words';

const rectifications = graphql(`
  query Rectifications($first: Int!, $after: String, $where: RectificationFilterInput, $order: [RectificationSortInput!] = [{ dueOn: ASC }]) {
    rectifications(first: $first, after: $after, where: $where, order: $order) {
      nodes {
        id number officialNumber numberSection status orderedOn dueOn isExtended proposedMeasure takenMeasure section responsible
        enterprise { id name } den { id name }
      }
      pageInfo { hasNextPage endCursor } totalCount
    }
  }
`);

type Row = ResultOf<typeof rectifications>['rectifications']['nodes'][number];

const rectificationTarget = ({ id, number }: Row) => ({ subject: 'rectification', id, label: number, fixed: { number } });

const hiddenAtFirst = ['section', 'responsible'];

export default function Rectifications() {
  const words = useWords(rectificationWords);
  const numberColumn = useNumberColumn<Row>(words.number);
  const statuses = useTerms('RectificationStatus');
  const measures = useTerms('RectificationMeasure');
  const { values, set, clear, any } = useFilters(rectificationFilters);
  const where = rectificationsWhere(values);
  const { me } = useSession();
  const [staffName, sectionName] = [useStaffName(), useSectionName()];
  const bulk = useBulk(['assignRectificationOfficer', 'handOverRectification'], rectificationTarget);
  return (
    <Page title={words.title}>
      <Filters any={any} clear={clear}>
        <Find label={words.find} text={values.text} set={set} />
        <OneOf label={words.status} value={values.status} options={statuses.options} onChange={(status) => set({ status })} />
        <OneOf label={words.proposed} value={values.proposed} options={[
          { value: anyMeasure, label: words.anyMeasure }, { value: noMeasure, label: words.noMeasure }, ...measures.options,
        ]}
          onChange={(proposed) => set({ proposed })} />
        <ProductClassSelect label={words.productClass} value={values.productClass} onChange={(productClass) => set({ productClass })} />
        <SectionSelect label={words.section} value={values.section} onChange={(section) => set({ section })} />
        <Mine value={values.holder} set={({ officer }) => set({ holder: officer })} />
        <OnlyIf label={words.unassigned} value={values.unassigned} onChange={(unassigned) => set({ unassigned })} />
        <OnlyIf label={words.late} value={values.late} onChange={(late) => set({ late })} />
        {values.holder && values.holder !== me.userName && (
          <FromLink text={words.held(staffName(values.holder))} onClose={() => set({ holder: '' })} />
        )}
      </Filters>
      <List query={rectifications} variables={{ where }} pick={(data) => data.rectifications} kinds={['RECTIFICATION']}
        rowKey={(row) => row.id} to={(row) => rectificationPath(row.number)} label={words.title} hiddenAtFirst={hiddenAtFirst} bulk={bulk}
        columns={[
          numberColumn,
          { key: 'enterprise', isName: true, title: words.enterprise, width: 'minmax(0, 3fr)', render: nameOfParty },
          { key: 'ordered', title: words.orderedOn, width: '110px', order: 'orderedOn', render: (row) => row.orderedOn },
          {
            key: 'due',
            title: words.dueOn,
            width: '180px',
            order: 'dueOn',
            text: (row) => row.dueOn,
            render: (row) => (
              <>
                {row.dueOn} {row.isExtended && <Tag>{words.extended}</Tag>}
              </>
            ),
          },
          {
            key: 'measure',
            title: `${words.proposed} / ${words.taken}`,
            width: 'minmax(0, 2fr)',
            text: (row) => measures.term(row.takenMeasure ?? row.proposedMeasure),
            render: (row) =>
              row.takenMeasure ? (
                <Tag color="red">{measures.term(row.takenMeasure)}</Tag>
              ) : row.proposedMeasure ? (
                <Tag color="orange">{measures.term(row.proposedMeasure)}</Tag>
              ) : (
                '—'
              ),
          },
          { key: 'section', title: words.section, width: '110px', render: (row) => sectionName(row.section) },
          { key: 'responsible', title: words.responsible, width: '110px', render: (row) => staffName(row.responsible) },
          { key: 'status', title: words.status, width: '120px', order: 'status',
            render: (row) => <Term of="RectificationStatus" value={row.status} />, text: (row) => statuses.term(row.status) },
        ]}
      />
    </Page>
  );
}
