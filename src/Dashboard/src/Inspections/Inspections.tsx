import { Segmented, Tag } from 'antd';
import { graphql, type ResultOf } from '../app/graphql';
import { useWords } from '../app/language';
import { useStaffName } from '../Accounts/staff';
import { nameOfParty } from '../Dens/party';
import { useBulk } from '../parts/bulk';
import { Commands } from '../parts/Commands';
import { Filters, FromLink, OneOf, OnlyIf } from '../parts/Filters';
import { Find } from '../parts/Find';
import { List } from '../parts/List';
import { useMarks } from '../parts/marks';
import { Mine } from '../parts/Mine';
import { useNumberColumn } from '../parts/NumberOf';
import { Page } from '../parts/Page';
import { inspectionPath } from './path';
import { Term, useTerms } from '../parts/Term';
import { useFilters } from '../parts/useFilters';
import { SectionSelect } from '../Sections/SectionSelect';
import { ProductClassSelect } from '../ProductClasses/ProductClassSelect';
import { Coverage } from './Coverage';
import { inspectionFilters, inspectionsWhere } from './filters';
import { inspectionWords } from './words';

const inspections = graphql(`
  query Inspections($first: Int!, $after: String, $where: InspectionFilterInput, $order: [InspectionSortInput!] = [{ plannedOn: DESC }]) {
    inspections(first: $first, after: $after, where: $where, order: $order) {
      nodes { id number officialNumber numberSection status basis plannedOn inspectedOn isLate result worstSeverity officerNames enterprise { id name } den { id name } } pageInfo { hasNextPage endCursor } totalCount
    }
  }
`);

type Row = ResultOf<typeof inspections>['inspections']['nodes'][number];

const inspectionTarget = ({ id, number }: Row) => ({ subject: 'inspection', id, label: number, fixed: { number } });

export default function Inspections() {
  const words = useWords(inspectionWords);
  const numberColumn = useNumberColumn<Row>(words.number);
  const statuses = useTerms('InspectionStatus');
  const bases = useTerms('InspectionBasis');
  const results = useTerms('InspectionResult');
  const { values, set, clear, any } = useFilters(inspectionFilters);
  const where = inspectionsWhere(values);
  const staffName = useStaffName();
  const bulk = useBulk(['assignInspectionOfficers', 'handOverInspection'], inspectionTarget);
  const marks = useMarks();
  return (
    <Page
      title={words.title}
      extra={
        <>
          <Segmented
            value={values.view || 'list'}
            // What narrows one of them down means nothing to the other.
            onChange={(view) => set({ view: view === 'list' ? '' : view, campaign: '', productClass: '' })}
            options={[
              { value: 'list', label: words.list },
              { value: 'coverage', label: words.coverage },
            ]}
          />
          <Commands
            next={['planInspection', 'beginInspection', 'drawInspections', 'planSweep']}
            target={{ fixed: { preview: false } }}
            goesTo={({ number }, command) => number && `${inspectionPath(number)}${command === 'beginInspection' ? '/record' : ''}`}
          />
        </>
      }
    >
      {values.view === 'coverage' ? (
        <Coverage />
      ) : (
        <>
          <Filters any={any} clear={clear}>
            <Find label={words.find} text={values.text} set={set} />
            <OneOf label={words.status} value={values.status} options={statuses.options} onChange={(status) => set({ status })} />
            <OneOf label={words.basis} value={values.basis} options={bases.options} onChange={(basis) => set({ basis })} />
            <OneOf label={words.result} value={values.result} options={results.options} onChange={(result) => set({ result })} />
            <ProductClassSelect label={words.productClass} value={values.productClass} onChange={(productClass) => set({ productClass })} />
            <SectionSelect label={words.section} value={values.section} onChange={(section) => set({ section })} />
            <Mine value={values.officer} set={set} />
            <OnlyIf label={words.late} value={values.late} onChange={(late) => set({ late })} />
            <OnlyIf label={words.unassigned} value={values.unassigned} onChange={(unassigned) => set({ unassigned })} />
            {values.campaign && <FromLink text={`${words.campaign} ${values.campaign}`} onClose={() => set({ campaign: '' })} />}
            {values.holder && <FromLink text={words.held(staffName(values.holder))} onClose={() => set({ holder: '' })} />}
          </Filters>
          <List query={inspections} variables={{ where }} pick={(data) => data.inspections} kinds={['INSPECTION']}
            rowKey={(row) => row.id} to={(row) => inspectionPath(row.number)} label={words.title} hiddenAtFirst={['officers']} bulk={bulk}
            columns={[
              numberColumn,
              { key: 'enterprise', isName: true, title: words.enterprise, width: 'minmax(0, 3fr)', render: nameOfParty },
              { key: 'basis', title: words.basis, width: '110px', render: (row) => bases.term(row.basis) },
              {
                key: 'planned',
                title: words.planned,
                width: '190px',
                order: 'plannedOn',
                text: (row) => row.plannedOn,
                render: (row) => (
                  <>
                    {row.plannedOn} {row.isLate && row.status === 'PLANNED' && <Tag color="red">{words.late}</Tag>}
                  </>
                ),
              },
              { key: 'result', title: words.result, width: 'minmax(0, 1fr)',
                render: (row) => (row.result ? results.term(row.result) : '—') },
              { key: 'status', title: words.status, width: '110px', order: 'status',
                render: (row) => <Term of="InspectionStatus" value={row.status} />, text: (row) => statuses.term(row.status) },
              { key: 'officers', title: words.officers, width: 'minmax(0, 1fr)',
                render: (row) => row.officerNames.map(staffName).join(marks.comma) || '—' },
            ]}
          />
        </>
      )}
    </Page>
  );
}
