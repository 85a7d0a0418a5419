import { graphql, type ResultOf, type VariablesOf } from '../app/graphql';
import { useWords } from '../app/language';
import { useAgencyName } from '../Agencies/agencyNames';
import { Filters, FromLink, OneOf } from '../parts/Filters';
import { useLiveQuery } from '../app/query';
import { List, type Column } from '../parts/List';
import { Page } from '../parts/Page';
import { describe, subjectName } from '../parts/Subject';
import { useTerms } from '../parts/Term';
import { addDays, count, isDay, timeOf } from '../parts/time';
import { useFilters } from '../parts/useFilters';
import { ProductClassSelect } from '../ProductClasses/ProductClassSelect';
import { SectionSelect } from '../Sections/SectionSelect';
import { useSectionName } from '../Sections/sectionNames';
import { without } from './path';
import { factWords, noneWords } from './words';

const facts = graphql(
  `
  query FactList(
    $first: Int!, $after: String, $from: LocalDate, $to: LocalDate, $measures: [Measure!], $where: FactFilterInput,
    $recordedAfter: DateTime, $recordedUntil: DateTime, $isLicensed: Boolean
  ) {
    facts(
      first: $first, after: $after, from: $from, to: $to, measures: $measures, where: $where,
      recordedAfter: $recordedAfter, recordedUntil: $recordedUntil, isLicensed: $isLicensed
    ) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { id day recordedAt measure amount section productClass { code name } violation party subject { ...SubjectName } }
    }
  }
`,
  [subjectName],
);

const sum = graphql(`
  query FactSum($from: LocalDate!, $to: LocalDate!, $measures: [Measure!], $where: FactFilterInput) {
    statistics(from: $from, to: $to, groupBy: [], measures: $measures, where: $where) { figures { measure amount } }
  }
`);

/** What the records come to: the figure that led here. */
function Sum({ of }: { of: VariablesOf<typeof sum> }) {
  const words = useWords(factWords);
  const { data } = useLiveQuery(sum, of, ['CASE', 'INSPECTION', 'RECTIFICATION', 'LICENCE', 'CRIME_TRANSFER', 'ENTERPRISE']);
  if (!data) return null;
  return (
    <p className="quiet" role="status">
      {words.sum(count(data.statistics[0]?.figures[0]?.amount ?? 0))}
    </p>
  );
}

type Fact = ResultOf<typeof facts>['facts']['nodes'][number];
type Asked = VariablesOf<typeof facts>;
const names = [
  'from', 'to', 'recordedAfter', 'recordedUntil', 'measure', 'section', 'agency', 'productClass', 'violation', 'licensed',
] as const;

const coded = (code: string) => (code === without ? { any: false } : code ? { eq: code } : null);
const isInstant = (text: string) => !Number.isNaN(Date.parse(text));

/** The records that a figure of a form or of the statistics is the sum of. */
export default function Facts() {
  const words = useWords(factWords);
  const none = useWords(noneWords);
  const measures = useTerms('Measure');
  const violations = useTerms('ViolationKind');
  const sectionName = useSectionName();
  const agencyName = useAgencyName();
  const { values, set, clear, any } = useFilters(names);
  // An address may have been typed: what is no day, no instant and no code of ours is left out.
  const recorded = isInstant(values.recordedAfter) && isInstant(values.recordedUntil);
  const measure = measures.options.find(({ value }) => value === values.measure)?.value as Fact['measure'] | undefined;
  const kinds = violations.options.map(({ value }) => value as NonNullable<Fact['violation']>);
  const violation = violations.options.find(({ value }) => value === values.violation)?.value as NonNullable<Fact['violation']> | undefined;
  const asked: Omit<Asked, 'first' | 'after'> = {
    from: isDay(values.from) ? values.from : null,
    to: isDay(values.to) ? values.to : null,
    measures: measure ? [measure] : null,
    recordedAfter: recorded ? values.recordedAfter : null,
    recordedUntil: recorded ? values.recordedUntil : null,
    isLicensed: values.licensed === 'true' ? true : values.licensed === 'false' ? false : null,
    where: {
      section: coded(values.section),
      agency: coded(values.agency),
      productClass: coded(values.productClass),
      violation: values.violation === without ? { nin: kinds } : violation ? { eq: violation } : null,
    },
  };
  const columns: Column<Fact>[] = [
    { key: 'day', title: words.day, width: '110px', render: (one) => one.day },
    { key: 'measure', title: words.measure, width: '1.4fr', render: (one) => measures.term(one.measure) },
    { key: 'amount', title: words.amount, width: '110px', render: (one) => count(one.amount), number: (one) => one.amount },
    {
      key: 'subject',
      title: words.subject,
      width: '2fr',
      // The name that people know stands first.
      render: ({ subject }) => [describe(subject).detail, describe(subject).name].filter(Boolean).join(' '),
    },
    { key: 'party', title: words.party, width: '1.4fr', render: (one) => one.party },
    { key: 'section', title: words.section, width: '110px', render: (one) => sectionName(one.section) },
    { key: 'productClass', title: words.productClass, width: '110px', render: (one) => one.productClass?.name ?? none.noClass },
    { key: 'violation', title: words.violation, width: '1.4fr', render: (one) => one.violation && violations.term(one.violation) },
    { key: 'recordedAt', title: words.recordedAt, width: '150px', render: (one) => timeOf(one.recordedAt) },
  ];
  return (
    <Page title={words.title} remark={words.remark}>
      <Filters any={any} clear={clear}>
        <OneOf label={words.measure} value={measure} options={measures.options} onChange={(to) => set({ measure: to })} />
        {values.section === without ? (
          <FromLink text={none.noSection} onClose={() => set({ section: '' })} />
        ) : (
          <SectionSelect label={words.section} value={values.section} onChange={(to) => set({ section: to })} />
        )}
        {values.agency && (
          <FromLink
            text={values.agency === without ? none.noAgency : agencyName(values.agency)}
            onClose={() => set({ agency: '' })}
          />
        )}
        {values.productClass === without ? (
          <FromLink text={none.noClass} onClose={() => set({ productClass: '' })} />
        ) : (
          <ProductClassSelect label={words.productClass} value={values.productClass} onChange={(to) => set({ productClass: to })} />
        )}
        {values.violation === without ? (
          <FromLink text={none.noViolation} onClose={() => set({ violation: '' })} />
        ) : (
          <OneOf label={words.violation} value={violation} options={violations.options} onChange={(to) => set({ violation: to })} />
        )}
        {asked.isLicensed !== null && (
          <FromLink text={asked.isLicensed ? words.licensed : words.unlicensed} onClose={() => set({ licensed: '' })} />
        )}
        {isDay(values.from) && isDay(values.to) && (
          <FromLink text={words.days(values.from, addDays(values.to, -1))} onClose={() => set({ from: '', to: '' })} />
        )}
        {recorded && (
          <FromLink
            text={words.recorded(timeOf(values.recordedAfter), timeOf(values.recordedUntil))}
            onClose={() => set({ recordedAfter: '', recordedUntil: '' })}
          />
        )}
      </Filters>
      {measure && asked.from && asked.to && !recorded && asked.isLicensed === null && (
        <Sum of={{ from: asked.from, to: asked.to, measures: [measure], where: asked.where ?? null }} />
      )}
      <List
        query={facts}
        variables={asked}
        pick={(data) => data.facts}
        columns={columns}
        to={(one) => describe(one.subject).to ?? ''}
        kinds={['CASE', 'INSPECTION', 'RECTIFICATION', 'LICENCE', 'CRIME_TRANSFER', 'ENTERPRISE']}
        rowKey={(one) => one.id}
        label={words.title}
        hiddenAtFirst={['recordedAt', 'party']}
      />
    </Page>
  );
}
