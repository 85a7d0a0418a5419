import { useState } from 'react';
import { Segmented, Tag } from 'antd';
import { Link } from 'react-router';
import { graphql, type ResultOf } from '../app/graphql';
import { useLanguage, useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { useStaffName } from '../Accounts/staff';
import { useBulk } from '../parts/bulk';
import { Commands } from '../parts/Commands';
import { Due } from '../parts/Due';
import { Filters, OneOf, OnlyIf } from '../parts/Filters';
import { Find } from '../parts/Find';
import { List } from '../parts/List';
import { useMarks } from '../parts/marks';
import { Mine } from '../parts/Mine';
import { roomy } from '../parts/narrow';
import { useNumberColumn } from '../parts/NumberOf';
import { linkOf } from '../parts/links';
import { Page } from '../parts/Page';
import { Standing } from '../parts/Standing';
import { casePath } from './path';
import { Term, useTerms } from '../parts/Term';
import { addDays, isDay, lastDayOf, yuan } from '../parts/time';
import { unbroken } from '../parts/unbroken';
import { useFilters } from '../parts/useFilters';
import { SectionSelect } from '../Sections/SectionSelect';
import { useSectionName } from '../Sections/sectionNames';
import { useAreaName } from '../Areas/AreaSelect';
import { useProductClassName } from '../ProductClasses/ProductClassSelect';
import { useGoodsValue } from './goodsValue';
import { type CaseDay, caseFilters, caseList, casesWhere, openStages, publications, without } from './filters';
import { caseWords } from './words';

const card = graphql(
  `fragment CaseCard on Case { id number title partyName goodsValueCny goodsValued isMajor overdue mustTransfer
    deadlines { kind dueAt } lateBy { dueAt } }`,
);

const cards = graphql(`fragment BoardCards on CaseConnection { totalCount nodes { ...CaseCard } }`, [card]);

// What is late comes first, then what is due first.
const board = graphql(
  `
  query CaseBoard($section: StringOperationFilterInput) {
    LEAD_LATE: cases(
      first: 12, where: { stage: { eq: LEAD }, overdue: { eq: true }, section: $section }, order: [{ awaitedBy: ASC }]
    ) { ...BoardCards }
    LEAD: cases(
      first: 12, where: { stage: { eq: LEAD }, overdue: { eq: false }, section: $section }, order: [{ awaitedBy: ASC }]
    ) { ...BoardCards }
    INVESTIGATION_LATE: cases(
      first: 12, where: { stage: { eq: INVESTIGATION }, overdue: { eq: true }, section: $section }, order: [{ awaitedBy: ASC }]
    ) { ...BoardCards }
    INVESTIGATION: cases(
      first: 12, where: { stage: { eq: INVESTIGATION }, overdue: { eq: false }, section: $section }, order: [{ awaitedBy: ASC }]
    ) { ...BoardCards }
    LEGAL_REVIEW_LATE: cases(
      first: 12, where: { stage: { eq: LEGAL_REVIEW }, overdue: { eq: true }, section: $section }, order: [{ awaitedBy: ASC }]
    ) { ...BoardCards }
    LEGAL_REVIEW: cases(
      first: 12, where: { stage: { eq: LEGAL_REVIEW }, overdue: { eq: false }, section: $section }, order: [{ awaitedBy: ASC }]
    ) { ...BoardCards }
    HEARING_LATE: cases(
      first: 12, where: { stage: { eq: HEARING }, overdue: { eq: true }, section: $section }, order: [{ awaitedBy: ASC }]
    ) { ...BoardCards }
    HEARING: cases(
      first: 12, where: { stage: { eq: HEARING }, overdue: { eq: false }, section: $section }, order: [{ awaitedBy: ASC }]
    ) { ...BoardCards }
    DECIDED_LATE: cases(
      first: 12, where: { stage: { eq: DECIDED }, overdue: { eq: true }, section: $section }, order: [{ awaitedBy: ASC }]
    ) { ...BoardCards }
    DECIDED: cases(
      first: 12, where: { stage: { eq: DECIDED }, overdue: { eq: false }, section: $section }, order: [{ awaitedBy: ASC }]
    ) { ...BoardCards }
    EXECUTION_LATE: cases(
      first: 12, where: { stage: { eq: EXECUTION }, overdue: { eq: true }, section: $section }, order: [{ awaitedBy: ASC }]
    ) { ...BoardCards }
    EXECUTION: cases(
      first: 12, where: { stage: { eq: EXECUTION }, overdue: { eq: false }, section: $section }, order: [{ awaitedBy: ASC }]
    ) { ...BoardCards }
  }
`,
  [cards],
);

const cases = graphql(`
  query Cases(
    $first: Int!, $after: String, $where: CaseFilterInput, $publish: Boolean!, $order: [CaseSortInput!] = [{ receivedOn: DESC }]
  ) {
    cases(first: $first, after: $after, where: $where, order: $order) {
      nodes { id number officialNumber numberSection title partyName stage section officerNames violation goodsValueCny goodsValued
        penaltyCny receivedOn awaits
        awaitedBy isMajor overdue mustTransfer pendingApprovals
        lateBy { kind dueAt step officer daysLate inWorkingDays } deadlines @include(if: $publish) { kind dueAt } }
      pageInfo { hasNextPage endCursor } totalCount
    }
  }
`);

type Row = ResultOf<typeof cases>['cases']['nodes'][number];

const caseTarget = ({ id, number }: Row) => ({ subject: 'case', id, label: number, fixed: { number, caseNumber: number } });

const seldomSeen = ['party', 'violation', 'section', 'penalty', 'awaits'];

/** The day until which a decision is to be published, or withdrawn from publication. */
const publishBy = ({ lateBy, deadlines }: Row) => {
  const owed = [...lateBy, ...(deadlines ?? [])].find(({ kind }) => publications.includes(kind));
  return owed ? lastDayOf(owed.dueAt) : '—';
};

const mostCards = 12;
const stages = ['LEAD', 'INVESTIGATION', 'LEGAL_REVIEW', 'HEARING', 'DECIDED', 'EXECUTION'] as const;
export default function Cases() {
  const words = useWords(caseWords);
  const numberColumn = useNumberColumn<Row>(words.number);
  const { language } = useLanguage();
  const stageTerms = useTerms('CaseStage');
  const violations = useTerms('ViolationKind');
  const steps = useTerms('AwaitedStep');
  const { values, set, clear, any } = useFilters(caseFilters);
  const [hiddenAtFirst] = useState(() => [...seldomSeen, ...(roomy() ? [] : ['received', 'goods'])]);
  const groups = Object.entries(words.stepGroups).map(([value, label]) => ({ value, label }));
  const filtered = !!(
    values.text ||
    values.stage ||
    values.violation ||
    values.major ||
    values.overdue ||
    values.mustTransfer ||
    values.awaits ||
    values.officer ||
    values.holder ||
    values.approval ||
    values.publish ||
    values.unassigned ||
    values.day
  );
  const view = values.view || (filtered ? 'list' : 'board');
  const where = casesWhere(values);
  const [sectionName, staffName] = [useSectionName(), useStaffName()];
  const goodsValue = useGoodsValue();
  const bulk = useBulk(['assignCaseOfficers', 'handOverCase'], caseTarget);
  const marks = useMarks();
  const lateText = useLateText();
  return (
    <Page
      title={words.title}
      extra={
        <>
          <Segmented
            value={view}
            onChange={(chosen) => set({ view: chosen })}
            options={[
              { value: 'board', label: words.board },
              { value: 'list', label: words.list },
            ]}
          />
          <Commands next={['recordLead']} target={{ fixed: {} }} goesTo={({ number }) => number && casePath(number)} />
        </>
      }
    >
      {view === 'board' ? (
        <Board section={values.section} />
      ) : (
        <>
          <Filters any={any} clear={clear}>
            <Find label={words.find} text={values.text} set={set} />
            <OneOf label={words.stage} value={values.stage} options={[{ value: openStages, label: words.going }, ...stageTerms.options]}
              onChange={(stage) => set({ stage })} />
            <OneOf label={words.awaits} value={values.awaits} options={[...steps.options, ...groups]}
              onChange={(awaits) => set({ awaits })} />
            <OneOf label={words.violation} value={values.violation} options={violations.options}
              onChange={(violation) => set({ violation })} />
            <SectionSelect label={words.section} value={values.section === without ? '' : values.section}
              onChange={(section) => set({ section })} />
            <Mine value={values.officer} set={set} />
            <OnlyIf label={words.major} value={values.major} onChange={(major) => set({ major })} />
            <OnlyIf label={words.overdue} value={values.overdue} onChange={(overdue) => set({ overdue })} />
            <OnlyIf label={words.mustTransfer} value={values.mustTransfer} onChange={(mustTransfer) => set({ mustTransfer })} />
            <OnlyIf label={words.unassigned} value={values.unassigned} onChange={(unassigned) => set({ unassigned })} />
            <FromFigure values={values} set={set} />
          </Filters>
          <List query={cases} variables={{ where, publish: !!values.publish }} pick={(data) => data.cases}
            kinds={['CASE']} rowKey={(row) => row.id}
            to={(row) => casePath(row.number)} label={words.title} hiddenAtFirst={hiddenAtFirst}
            bulk={bulk}
            columns={[
              { key: 'title', title: words.name, width: 'minmax(0, 3fr)', render: (row) => row.title },
              numberColumn,
              { key: 'received', title: words.received, width: '110px', order: 'receivedOn', render: (row) => row.receivedOn },
              { key: 'party', title: words.parties, width: 'minmax(0, 2fr)', render: (row) => row.partyName },
              { key: 'violation', title: words.violation, width: 'minmax(0, 2fr)', render: (row) => violations.term(row.violation) },
              { key: 'section', title: words.section, width: '110px', render: (row) => sectionName(row.section) },
              { key: 'officers', title: words.officers, width: '120px',
                render: (row) => row.officerNames.map(staffName).join(marks.comma) || '—' },
              { key: 'goods', title: words.goodsValue, width: '130px', order: 'goodsValueCny',
                render: goodsValue, number: (row) => (row.goodsValued ? row.goodsValueCny : null) },
              { key: 'penalty', title: words.penalty, width: '130px', order: 'penaltyCny',
                render: (row) => yuan(row.penaltyCny, language), number: (row) => row.penaltyCny },
              ...(values.publish ? [{ key: 'publishBy', title: words.publishBy, width: '110px', render: publishBy }] : []),
              { key: 'awaits', title: words.awaits, width: 'minmax(0, 1fr)',
                render: (row) => (row.awaits ? steps.term(row.awaits) : '—') },
              { key: 'awaitedBy', title: words.awaitedBy, width: '110px', order: 'awaitedBy',
                render: (row) => (row.awaitedBy ? lastDayOf(row.awaitedBy) : '—') },
              {
                key: 'stage',
                title: words.stage,
                width: '250px',
                order: 'stage',
                render: (row) => (
                  <>
                    <Term of="CaseStage" value={row.stage} />
                    <Flags of={row} />
                    {row.pendingApprovals.length > 0 && <Tag color="orange">{words.pendingApproval}</Tag>}
                    <Late of={row.lateBy} />
                  </>
                ),
                text: (row) =>
                  [
                    stageTerms.term(row.stage),
                    row.isMajor && words.major,
                    row.overdue && words.overdue,
                    row.mustTransfer && words.mustTransfer,
                    row.pendingApprovals.length > 0 && words.pendingApproval,
                    lateText(row.lateBy),
                  ]
                    .filter(Boolean)
                    .join(marks.comma),
              },
            ]}
          />
        </>
      )}
    </Page>
  );
}

type Values = ReturnType<typeof useFilters<(typeof caseFilters)[number]>>;

/** What a figure of the statistics narrowed the list down by, as tags that can be taken away. */
function FromFigure({ values, set }: Pick<Values, 'values' | 'set'>) {
  const words = useWords(caseWords);
  const person = useStaffName();
  const area = useAreaName();
  const productClass = useProductClassName();
  const tag = (text: string, without: Parameters<typeof set>[0]) => (
    <Tag key={text} closable onClose={() => set(without)}>
      {text}
    </Tag>
  );
  const days = values.day in words.days && isDay(values.from) && isDay(values.before) && words.onlyDays(words.days[values.day as CaseDay], values.from, addDays(values.before, -1));
  return (
    <>
      {days && tag(days, { day: '', from: '', before: '' })}
      {values.responsible && tag(person(values.responsible), { responsible: '' })}
      {values.section === without && tag(words.noSection, { section: '' })}
      {values.area && tag(values.area === without ? words.noArea : area(values.area), { area: '' })}
      {values.productClass &&
        tag(values.productClass === without ? words.noClass : productClass(values.productClass), { productClass: '' })}
      {values.holder && tag(words.held(person(values.holder)), { holder: '' })}
      {values.approval && tag(values.approval === 'PENDING' ? words.pendingApproval : words.notProposed, { approval: '' })}
      {values.publish && tag(words.mustPublish, { publish: '' })}
      {values.inTime && tag(words.inTime, { inTime: '' })}
    </>
  );
}

interface LateStep {
  step: string;
  officer: string | null;
  daysLate: number | null;
  inWorkingDays: boolean;
}

/** A hook that says what has been late longest: how many days, which may not be cut off, the step, and whose it is. */
function useLateText() {
  const words = useWords(caseWords);
  const name = useStaffName();
  // How late it is stands first: what is at the end of a narrow column may be cut.
  return ([first]: LateStep[]) =>
    first &&
    [words.lateDays(first.daysLate ?? 0, first.inWorkingDays), first.step, first.officer && name(first.officer)]
      .filter(Boolean)
      .join(' · ');
}

function Late({ of: late }: { of: LateStep[] }) {
  const said = useLateText()(late);
  if (!said) return null;
  return (
    <div className="quiet" title={said}>
      {said}
    </div>
  );
}

function Flags({ of: { isMajor, overdue, mustTransfer } }: { of: { isMajor: boolean; overdue: boolean; mustTransfer: boolean } }) {
  const words = useWords(caseWords);
  return (
    <>
      {isMajor && <Tag color="purple">{words.major}</Tag>}
      {overdue && <Tag color="red">{words.overdue}</Tag>}
      {mustTransfer && <Tag color="red">{words.mustTransfer}</Tag>}
    </>
  );
}

function Board({ section }: { section: string }) {
  const words = useWords(caseWords);
  const { term } = useTerms('CaseStage');
  const { data, error, fetching, again } = useLiveQuery(board, { section: section ? { eq: section } : null }, ['CASE']);
  return (
    <Standing fetching={fetching} error={error} again={again} rows={12}>
      <div className="board" tabIndex={0} role="group" aria-label={words.board}>
        {data &&
          stages.map((stage) => {
            const [late, others] = [data[`${stage}_LATE`], data[stage]];
            const [total, shown] = [late.totalCount + others.totalCount, [...late.nodes, ...others.nodes].slice(0, mostCards)];
            return (
              <section key={stage} className="board-column" aria-label={term(stage)}>
                <h2>
                  <span>{term(stage)}</span>
                  <span>{total}</span>
                </h2>
                {shown.map((one) => (
                  <BoardCard key={one.id} of={one} />
                ))}
                {total > shown.length && (
                  <Link to={linkOf(caseList, { view: 'list', stage, section })}>{words.more(total - shown.length)}</Link>
                )}
              </section>
            );
          })}
      </div>
    </Standing>
  );
}

function BoardCard({ of }: { of: ResultOf<typeof card> }) {
  const goodsValue = useGoodsValue();
  const next = [...of.lateBy, ...of.deadlines.filter(({ kind }) => kind !== 'CASE_WARNING')].map(({ dueAt }) => dueAt).toSorted()[0];
  return (
    <article className="board-card">
      <Link to={casePath(of.number)}>{of.title}</Link>
      <div className="quiet">{unbroken(of.number)}</div>
      <div className="quiet">{goodsValue(of)}</div>
      {/* How many days it is late is said below. */}
      <Flags of={next ? { ...of, overdue: false } : of} />
      {next && (
        <div>
          <Due at={next} />
        </div>
      )}
    </article>
  );
}
