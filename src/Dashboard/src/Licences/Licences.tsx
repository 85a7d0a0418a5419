import { lazy, Suspense } from 'react';
import { DatePicker, Segmented, Skeleton } from 'antd';
import dayjs from 'dayjs';
import { graphql, type ResultOf } from '../app/graphql';
import { useWords } from '../app/language';
import { useSession } from '../app/session';
import { useBulk } from '../parts/bulk';
import { Filters, OneOf } from '../parts/Filters';
import { Find } from '../parts/Find';
import { List } from '../parts/List';
import { useMarks } from '../parts/marks';
import { Page } from '../parts/Page';
import { licencePath } from './path';
import { Term, useTerms } from '../parts/Term';
import { dayOf, daysBetween } from '../parts/time';
import { useFilters } from '../parts/useFilters';
import { partWords } from '../parts/words';
import { ProductClassSelect } from '../ProductClasses/ProductClassSelect';
import { endsByTerm, inForce, licenceFilters, licencesWhere } from './filters';
import { licenceWords } from './words';

const ExpiryChart = lazy(() => import('./ExpiryChart'));
const ExpiryCalendar = lazy(() => import('./ExpiryCalendar'));

const licences = graphql(`
  query Licences($first: Int!, $after: String, $where: LicenceFilterInput, $order: [LicenceSortInput!] = [{ validTo: ASC }]) {
    licences(first: $first, after: $after, where: $where, order: $order) {
      nodes { id number kind status validFrom validTo issuedBy productClasses { code name } enterprise { id name } }
      pageInfo { hasNextPage endCursor } totalCount
    }
  }
`);

type Row = ResultOf<typeof licences>['licences']['nodes'][number];

const hiddenAtFirst = ['issuedBy', 'validFrom'];

const licenceTarget = ({ id, number }: Row) => ({ subject: 'licence', id, label: number, fixed: { number } });

export default function Licences() {
  const words = useWords(licenceWords);
  const part = useWords(partWords);
  const { may, now } = useSession();
  const statuses = useTerms('LicenceStatus');
  const kinds = useTerms('LicenceKind');
  const { values, set, clear, any } = useFilters(licenceFilters);
  const marks = useMarks();
  const bulk = useBulk(['deregisterLicence'], licenceTarget);
  const isToDeregister = values.asked === 'DEREGISTRATION';
  // What is proposed for having lapsed was so since its last day; the others are of firms that have ended.
  const groundOf = ({ validTo }: Row) => {
    const days = daysBetween(validTo, dayOf(now()));
    return days > 0 ? words.lapsedFor(days) : words.holderClosed;
  };
  const where = licencesWhere(values);
  const view = values.view || 'list';
  return (
    <Page
      title={words.title}
      extra={
        may('licenceExpiry') && (
          <Segmented
            value={view}
            onChange={(chosen) => set({ view: chosen === 'list' ? '' : chosen })}
            options={[
              { value: 'list', label: words.list },
              { value: 'chart', label: words.chart },
              { value: 'calendar', label: words.calendar },
            ]}
          />
        )
      }
    >
      {view === 'chart' && (
        <Suspense fallback={<Skeleton active />}>
          <ExpiryChart />
        </Suspense>
      )}
      {view === 'calendar' && (
        <Suspense fallback={<Skeleton active />}>
          <ExpiryCalendar />
        </Suspense>
      )}
      {view === 'list' && (
        <>
          <Filters any={any} clear={clear}>
            <Find label={words.find} text={values.text} set={set} />
            <OneOf
              label={words.status}
              value={values.status}
              options={[
                ...statuses.options,
                { value: inForce, label: words.inForce },
                { value: endsByTerm, label: words.endsByTerm },
              ]}
              onChange={(status) => set({ status })} />
            {may('deadlines') && (
              <OneOf label={words.asked} value={values.asked} options={[ { value: 'WITHDRAWAL', label: words.withdrawal }, { value: 'DEREGISTRATION', label: words.deregistration }, ]}
                onChange={(asked) => set({ asked })} />
            )}
            <OneOf label={words.kind} value={values.kind} options={kinds.options} onChange={(kind) => set({ kind })} />
            <ProductClassSelect
              label={words.productClasses}
              value={values.productClass}
              onChange={(productClass) => set({ productClass })}
            />
            <DatePicker.RangePicker
              aria-label={words.ends}
              placeholder={[`${words.ends} ${part.from}`, part.to]}
              allowEmpty={[true, true]}
              value={[values.from ? dayjs(values.from) : null, values.to ? dayjs(values.to) : null]}
              onChange={(range) => set({ from: range?.[0]?.format('YYYY-MM-DD') ?? '', to: range?.[1]?.format('YYYY-MM-DD') ?? '' })}
            />
          </Filters>
          <List query={licences} variables={{ where }} pick={(data) => data.licences} kinds={['LICENCE']} rowKey={(row) => row.id}
            to={(row) => licencePath(row.number)} label={words.title} hiddenAtFirst={hiddenAtFirst}
            bulk={isToDeregister ? bulk : undefined}
            columns={[
              { key: 'number', title: words.number, width: '190px', order: 'number', render: (row) => row.number },
              { key: 'holder', isName: true, title: words.holder, width: 'minmax(0, 3fr)', render: (row) => row.enterprise.name },
              { key: 'kind', title: words.kind, width: 'minmax(0, 2fr)', render: (row) => kinds.term(row.kind) },
              { key: 'classes', title: words.productClasses, width: 'minmax(0, 2fr)',
                render: (row) => row.productClasses.map((one) => one.name).join(marks.comma) || '—' },
              { key: 'issuedBy', title: words.issuedBy, width: 'minmax(0, 2fr)', render: (row) => row.issuedBy ?? '—' },
              { key: 'validFrom', title: words.validFrom, width: '110px', order: 'validFrom', render: (row) => row.validFrom },
              { key: 'validTo', title: words.validTo, width: '110px', order: 'validTo', render: (row) => row.validTo },
              ...(isToDeregister ? [{ key: 'ground', title: words.ground, width: '130px', render: groundOf }] : []),
              { key: 'status', title: words.status, width: '90px', order: 'status',
                render: (row) => <Term of="LicenceStatus" value={row.status} />, text: (row) => statuses.term(row.status) },
            ]}
          />
        </>
      )}
    </Page>
  );
}
