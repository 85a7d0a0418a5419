import { Empty, Segmented, Select, Table } from 'antd';
import { graphql, type ResultOf } from '../app/graphql';
import { useLanguage, useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { useSession } from '../app/session';
import { useStaffName } from '../Accounts/staff';
import type { CommandName } from '../parts/command';
import { Commands } from '../parts/Commands';
import { Due } from '../parts/Due';
import { OnlyIf } from '../parts/Filters';
import { Find } from '../parts/Find';
import { byDue } from '../parts/home';
import { useMarks } from '../parts/marks';
import { useRoomForColumns } from '../parts/narrow';
import { Page } from '../parts/Page';
import { Standing } from '../parts/Standing';
import type { TableColumn } from '../parts/PlainTable';
import { inFull, subjectName, SubjectLink } from '../parts/Subject';
import { useTerms } from '../parts/Term';
import { dayOf, lastDayOf, timeOf } from '../parts/time';
import { unbroken } from '../parts/unbroken';
import { useFilters } from '../parts/useFilters';
import { useAll } from '../parts/usePages';
import { Whole } from '../parts/Whole';
import { SectionSelect } from '../Sections/SectionSelect';
import { useSectionName } from '../Sections/sectionNames';
import { dueOf, dueOfProposal } from './due';
import { aboutProposal, Asked } from './Proposal';
import { approvalWords } from './words';

const approvals = graphql(
  `
  query Approvals(
    $first: Int!, $after: String, $mine: Boolean!, $askedBy: String, $step: ApprovalStep, $section: String, $text: String
  ) {
    approvals(first: $first, after: $after, mine: $mine, askedBy: $askedBy, step: $step, section: $section, text: $text) {
      totalCount pageInfo { hasNextPage endCursor } nodes { id item number title step summary askedBy askedAt section
        subject { ...SubjectName ...DueOfProposal ... on Rectification { proposedMeasure } } }
    }
  }
`,
  [subjectName, dueOfProposal],
);

type Pending = ResultOf<typeof approvals>['approvals']['nodes'][number];

const approvalFilters = ['view', 'step', 'section', 'text', 'late'] as const;
/** So many are shown; a file has all. */
const most = 200;
const views = ['mine', 'asked', 'all'] as const;

/** What is decided by a command of its own, in its matter; all else is a proposal. */
const own: Partial<Record<Pending['step'], CommandName>> = {
  CRIME_TRANSFER: 'decideCrimeTransfer',
  LADDER_MEASURE: 'decideRectificationMeasure',
};

/** What proposals are approved and returned by: those of a case, but for those of a den. */
const deciding = (step: Pending['step']) =>
  step === 'DEN_BAN' ? (['approveDenBan', 'returnDenBan'] as const) : (['approveCaseStep', 'returnCaseStep'] as const);

function Deciding({ of }: { of: Pending }) {
  const { step, number, item, subject } = of;
  const command = own[step];
  const { __typename: type } = subject;
  const meant = { subject: `${type[0]!.toLowerCase()}${type.slice(1)}`, id: subject.id };
  // Whose row was pressed is seen above the form: what is decided takes effect at once.
  if (!command) {
    const steps = [...deciding(step)];
    return (
      <Commands
        next={steps}
        target={{ ...meant, fixed: { number, approval: item }, about: aboutProposal(steps, subject.id, item) }}
      />
    );
  }
  const measure = subject.__typename === 'Rectification' ? subject.proposedMeasure : null;
  const target = { ...meant, fixed: { number }, about: { [command]: <Asked of={of} subject={inFull(subject)} /> } };
  return <Commands next={[command]} target={target} {...(measure && { initial: { [command]: { measure } } })} />;
}

/** By when it is decided, and of which term that is. */
function Term({ of: { due, term } }: { of: ReturnType<typeof dueOf> }) {
  return due ? <Due at={due} term={term} /> : '—';
}

/** What waits for the head's decision: what the caller may decide, what the caller proposed, or all of it. */
export default function Approvals() {
  const words = useWords(approvalWords);
  const { me, now } = useSession();
  const { language } = useLanguage();
  const { values, set } = useFilters(approvalFilters);
  const view = views.find((one) => one === values.view) ?? 'mine';
  const step = useTerms('ApprovalStep');
  const [sectionName, staffName] = [useSectionName(), useStaffName()];
  const asked = {
    mine: view === 'mine',
    askedBy: view === 'asked' ? me.userName : null,
    step: (values.step as Pending['step']) || null,
    section: values.section || null,
    text: values.text || null,
  };
  const { data, error, fetching, again } = useLiveQuery(
    approvals,
    { first: most, ...asked },
    ['CASE', 'CRIME_TRANSFER', 'RECTIFICATION', 'DEN'],
  );
  const whole = useAll(approvals, asked, (read) => read.approvals);
  const due = (one: Pending) => dueOf(one.subject, language);
  const isShown = (one: Pending) => {
    const by = due(one).due;
    return !values.late || (!!by && new Date(by) <= now());
  };
  const read = data?.approvals.nodes ?? [];
  const shown = read.filter(isShown);
  // What lies behind those that were read is only known where all of them are asked for.
  const total = (data?.approvals.totalCount ?? 0) - (read.length - shown.length);
  const all = async (atMost: number) => {
    const { rows, isWhole } = await whole(atMost);
    return { rows: rows.filter(isShown), isWhole };
  };
  const isWide = useRoomForColumns();
  const marks = useMarks();
  const askedBy = (one: Pending) => (one.askedBy === 'system' ? words.system : staffName(one.askedBy));
  // A clock proposes on a day, at no hour of it.
  const askedAt = (one: Pending) => (one.askedBy === 'system' ? dayOf(one.askedAt) : timeOf(one.askedAt));
  const nothing = <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.none} />;
  const columns: TableColumn<Pending>[] = [
    {
      title: words.number,
      key: 'number',
      width: 220,
      text: (one) => inFull(one.subject),
      render: (one) => <SubjectLink subject={one.subject} withDetail />,
    },
    { title: words.step, key: 'step', render: (one) => step.term(one.step) },
    { title: words.what, key: 'what', width: 240, render: (one) => one.summary },
    { title: words.askedBy, key: 'askedBy', render: askedBy },
    { title: words.askedAt, key: 'askedAt', sorter: (a, b) => a.askedAt.localeCompare(b.askedAt), render: askedAt },
    {
      title: words.due,
      key: 'due',
      width: 170,
      sorter: (a, b) => byDue(due(a), due(b)),
      text: (one) => (due(one).due ? lastDayOf(due(one).due!) : ''),
      render: (one) => <Term of={due(one)} />,
    },
    { title: words.section, key: 'section', render: (one) => sectionName(one.section) },
  ];
  const steps = (one: Pending) =>
    view === 'mine' ? (
      <Deciding of={one} />
    ) : (
      one.askedBy === me.userName &&
      !(one.step in own) && (
        <Commands
          next={[deciding(one.step)[1]]}
          titles={{ [deciding(one.step)[1]]: words.takeBack }}
          target={{ fixed: { number: one.number, approval: one.item } }}
        />
      )
    );
  return (
    <Page
      title={words.title}
      remark={words.remark}
      extra={
        <Segmented
          aria-label={words.view}
          value={view}
          onChange={(chosen) => set({ view: chosen === 'mine' ? '' : chosen })}
          options={views.map((value) => ({ value, label: words[value] }))}
        />
      }
    >
      <Standing fetching={fetching} error={error} again={again} rows={6}>
        <div className="filters" role="search">
          <Find label={words.find} text={values.text} set={set} />
          <Select
            aria-label={words.step}
            placeholder={words.step}
            allowClear
            value={values.step || undefined}
            options={step.options}
            onChange={(chosen) => set({ step: chosen ?? '' })}
          />
          <OnlyIf label={words.late} value={values.late} onChange={(late) => set({ late })} />
          <SectionSelect label={words.section} value={values.section} onChange={(section) => set({ section: section ?? '' })} />
          <span className="quiet" role="status">
            {total > shown.length ? words.more(shown.length, total) : words.total(total)}
          </span>
          <Whole all={all} columns={columns} label={words.title} total={total} />
        </div>
        {isWide ? (
          <Table<Pending>
            size="small"
            rowKey="id"
            dataSource={shown}
            pagination={false}
            scroll={{ x: 1170 }}
            locale={{ emptyText: nothing }}
            columns={[
              ...columns.map(({ title, key, width, sorter, render }) => ({
                title, key, width, ...(sorter && { sorter }), render: (_: unknown, one: Pending) => render(one),
              })),
              {
                title: <span className="out-of-sight">{words.steps}</span>,
                key: 'steps',
                width: 190,
                fixed: 'right',
                render: (_, one) => steps(one),
              },
            ]}
          />
        ) : shown.length === 0 ? (
          nothing
        ) : (
          <ul className="rows results steps-below">
            {shown.map((one) => (
              <li key={one.id}>
                <span className="main">
                  <b>{step.term(one.step)}</b>{marks.colon}{one.summary}
                  <div>
                    <SubjectLink subject={one.subject} withDetail />
                  </div>
                  {unbroken(
                    <div className="quiet">
                      {words.askedBy} {askedBy(one)} · {askedAt(one)} · {sectionName(one.section)}
                    </div>,
                  )}
                  <Term of={due(one)} />
                </span>
                {steps(one)}
              </li>
            ))}
          </ul>
        )}
      </Standing>
    </Page>
  );
}
