import { Tag } from 'antd';
import { graphql, type ResultOf } from '../app/graphql';
import { useLanguage, useWords } from '../app/language';
import { useBulk } from '../parts/bulk';
import { Filters, FromLink, OneOf, OnlyIf } from '../parts/Filters';
import { Find } from '../parts/Find';
import { List } from '../parts/List';
import { useMarks } from '../parts/marks';
import { Mine } from '../parts/Mine';
import { useNumberColumn } from '../parts/NumberOf';
import { Page } from '../parts/Page';
import { transferPath } from './path';
import { Term, useTerms } from '../parts/Term';
import { yuan } from '../parts/time';
import { useFilters } from '../parts/useFilters';
import { useSession } from '../app/session';
import { useStaffName } from '../Accounts/staff';
import { SectionSelect } from '../Sections/SectionSelect';
import { transferFilters, transferGroups, transfersWhere, transfersWhereParties } from './filters';
import { transferWords } from './words';

const transfers = graphql(`
  query CrimeTransfers($first: Int!, $after: String, $where: CrimeTransferFilterInput, $order: [CrimeTransferSortInput!] = [{ openedOn: DESC }]) {
    crimeTransfers(first: $first, after: $after, where: $where, order: $order) {
      nodes { id number officialNumber numberSection caseTitle status openedOn goodsValueCny overdue earlyIntervention }
      pageInfo { hasNextPage endCursor } totalCount
    }
  }
`);

type Row = ResultOf<typeof transfers>['crimeTransfers']['nodes'][number];

const transferTarget = ({ id, number }: Row) => ({ subject: 'crimeTransfer', id, label: number, fixed: { number } });

export default function CrimeTransfers() {
  const words = useWords(transferWords);
  const numberColumn = useNumberColumn<Row>(words.number);
  const { language } = useLanguage();
  const { me, may } = useSession();
  const statuses = useTerms('TransferStatus');
  const { values, set, clear, any } = useFilters(transferFilters);
  const where = may('cases') ? transfersWhereParties(values) : transfersWhere(values);
  const staffName = useStaffName();
  const marks = useMarks();
  const bulk = useBulk(['nameTransferTaskGroup', 'changeTransferSection'], transferTarget);
  return (
    <Page title={words.title}>
      <Filters any={any} clear={clear}>
        <Find label={words.find} text={values.text} set={set} />
        <OneOf label={words.status} value={values.status} options={[ ...statuses.options, ...(Object.keys(transferGroups) as (keyof typeof transferGroups)[]).map((value) => ({ value, label: words.groups[value] })), ]}
          onChange={(status) => set({ status })} />
        {may('cases') && <SectionSelect label={words.section} value={values.section} onChange={(section) => set({ section })} />}
        {may('cases') && (
          <OnlyIf label={words.unassigned} value={values.unassigned} onChange={(unassigned) => set({ unassigned })} />
        )}
        <OnlyIf label={words.overdue} value={values.overdue} onChange={(overdue) => set({ overdue })} />
        {may('cases') && <Mine value={values.holder} set={({ officer: holder }) => set({ holder })} />}
        {values.holder && values.holder !== me.userName && (
          <FromLink text={words.held(staffName(values.holder))} onClose={() => set({ holder: '' })} />
        )}
      </Filters>
      <List query={transfers} variables={{ where }} pick={(data) => data.crimeTransfers} kinds={['CRIME_TRANSFER']}
        rowKey={(row) => row.id} to={(row) => transferPath(row.number)} label={words.title} bulk={bulk}
        columns={[
          numberColumn,
          { key: 'case', isName: true, title: words.caseTitle, width: 'minmax(0, 3fr)', render: (row) => row.caseTitle },
          { key: 'opened', title: words.openedOn, width: '110px', order: 'openedOn', render: (row) => row.openedOn },
          { key: 'goods', title: words.goodsValue, width: '130px', order: 'goodsValueCny',
            render: (row) => yuan(row.goodsValueCny, language), number: (row) => row.goodsValueCny },
          {
            key: 'status',
            title: words.status,
            width: '220px',
            order: 'status',
            text: (row) =>
              [statuses.term(row.status), row.overdue && words.overdue, row.earlyIntervention && words.early]
                .filter(Boolean)
                .join(marks.comma),
            render: (row) => (
              <>
                <Term of="TransferStatus" value={row.status} />
                {row.overdue && <Tag color="red">{words.overdue}</Tag>}
                {row.earlyIntervention && <Tag>{words.early}</Tag>}
              </>
            ),
          },
        ]}
      />
    </Page>
  );
}
