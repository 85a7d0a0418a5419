import { useState } from 'react';
import { App, Button, Empty, Segmented } from 'antd';
import type { CombinedError } from 'urql';
import { faultOf } from '../app/api';
import { graphql, type ResultOf } from '../app/graphql';
import { useLanguage, useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { useSession } from '../app/session';
import { frameWords } from '../app/words';
import { StaffSelect } from '../Accounts/StaffSelect';
import { useStaffName } from '../Accounts/staff';
import { CardTable } from '../parts/CardTable';
import type { CommandName } from '../parts/command';
import { Commands } from '../parts/Commands';
import { Due } from '../parts/Due';
import { Find } from '../parts/Find';
import { type Column, List } from '../parts/List';
import { useMarks } from '../parts/marks';
import { Page } from '../parts/Page';
import { Standing } from '../parts/Standing';
import { describe, subjectName, SubjectLink } from '../parts/Subject';
import { OneOf, OnlyIf } from '../parts/Filters';
import type { TableColumn } from '../parts/PlainTable';
import { bilingual, Term, termOwed, useTerms } from '../parts/Term';
import { lastDayOf } from '../parts/time';
import { useAll } from '../parts/usePages';
import { useFilters } from '../parts/useFilters';
import { Whole } from '../parts/Whole';
import { SectionSelect } from '../Sections/SectionSelect';
import { useSectionName } from '../Sections/sectionNames';
import { MoveWork } from './MoveWork';
import { statusOf } from './status';
import { workWords } from './words';

const work = graphql(`
  query OpenWork(
    $first: Int!, $after: String, $officer: String, $section: String, $late: Boolean!, $kind: WorkKind, $text: String,
    $order: [WorkItemSortInput!]
  ) {
    openWork(
      first: $first, after: $after, officer: $officer, section: $section, late: $late, kind: $kind, text: $text, order: $order
    ) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { id kind number name status section userName role officerNames dueAt dueTerm subject { ...SubjectName } }
    }
  }
`, [subjectName]);
const handovers = graphql(`
  query SectionHandovers($first: Int!, $after: String, $section: String!) {
    sectionHandovers(section: $section, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } nodes { handedOn from to handedBy kind number subject { ...SubjectName } }
    }
  }
`, [subjectName]);

type Item = ResultOf<typeof work>['openWork']['nodes'][number];
type Handover = ResultOf<typeof handovers>['sectionHandovers']['nodes'][number];
type Kind = Item['kind'];

/** So many hand-overs are shown; a file has all. */
const most = 200;
/** So many move at once. */
const mostMoved = 500;
const kinds = ['CASE', 'INSPECTION', 'RECTIFICATION', 'CRIME_TRANSFER'] as const;
const handOver: Record<Kind, CommandName> = { CASE: 'handOverCase', INSPECTION: 'handOverInspection', RECTIFICATION: 'handOverRectification', CRIME_TRANSFER: 'changeTransferSection' };
const names = ['view', 'officer', 'section', 'late', 'kind', 'text'] as const;

/** What stands in the address for every section: what is late is listed of all of them. */
const everySection = 'ALL';

/** What is open with an officer or a section, what passed between sections, and moving both. */
export default function OpenWork() {
  const words = useWords(workWords);
  const { me } = useSession();
  const { options } = useTerms('WorkKind');
  const { values, set } = useFilters(names);
  const between = values.view === 'handovers';
  // Whoever comes without saying whose work is meant sees the own section's.
  const ofBureau = values.section === everySection && !between;
  const section = ofBureau ? '' : values.section || (values.officer && !between ? '' : (me.section ?? ''));
  const late = ofBureau || !!values.late;
  return (
    <Page title={words.title} remark={words.remark}
      extra={<Segmented aria-label={words.view} value={between ? 'handovers' : 'work'} onChange={(view) => set({ view: view === 'work' ? '' : view })} options={[{ value: 'work', label: words.work }, { value: 'handovers', label: words.handovers }]} />}>
      <div className="filters" role="search">
        {!between && <Find label={words.find} text={values.text} set={set} />}
        {!between && <OneOf label={words.kind} value={values.kind} options={options} onChange={(kind) => set({ kind })} />}
        {!between && <StaffSelect label={words.officer} value={values.officer} onChange={(officer) => set({ officer: officer ?? '' })} />}
        <SectionSelect label={words.section} value={section} onChange={(code) => set({ section: code ?? '' })} />
        {!between && (
          <OnlyIf label={ofBureau ? words.ofBureau : words.onlyLate} value={late ? '1' : ''}
            onChange={(only) => set({ late: only, ...(ofBureau && { section: '' }) })} />
        )}
      </div>
      {!section && (between || (!values.officer && !late)) ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.choose} />
        : between ? <Handovers section={section} />
        : (
          <Work key={`${values.officer}/${section}/${late}`} officer={values.officer} section={section} late={late} kind={values.kind}
            text={values.text} />
        )}
    </Page>
  );
}

const handingOver = (one: Item) => <Commands next={[]} others={[handOver[one.kind]]} target={{ fixed: { number: one.number } }} />;

/** What is moved: what was chosen, or nothing where all is meant; and what to do once it has been. */
interface Moving {
  numbers: string[];
  total: number;
  done: () => void;
}

function Work({ officer, section, late, kind: ofKind, text }: {
  officer: string;
  section: string;
  late: boolean;
  kind: string;
  text: string;
}) {
  const words = useWords(workWords);
  const { language } = useLanguage();
  const { may } = useSession();
  const kind = useTerms('WorkKind');
  const roles = useTerms('WorkRole');
  const [sectionName, staffName] = [useSectionName(), useStaffName()];
  const [moving, setMoving] = useState<Moving | null>(null);
  const marks = useMarks();
  // An address may have been typed: what is no kind of work narrows nothing.
  const narrowed = { kind: kinds.find((one) => one === ofKind) ?? null, text: text || null };
  const asked = { officer: officer || null, section: section || null, late, ...narrowed };
  const isNarrowed = !!asked.kind || !!asked.text;
  const mayMove = !!officer && may('moveOfficerWork');
  const columns: Column<Item>[] = [
    { title: words.number, key: 'number', width: '150px', order: 'number', render: (one) => describe(one.subject).name },
    { title: words.name, key: 'name', isName: true, width: 'minmax(160px, 3fr)', render: (one) => one.name },
    { title: words.kind, key: 'kind', width: '90px', render: (one) => kind.term(one.kind) },
    {
      title: words.status,
      key: 'status',
      width: '120px',
      order: 'status',
      text: (one) => bilingual(statusOf[one.kind], one.status)[language],
      render: (one) => <Term of={statusOf[one.kind]} value={one.status} />,
    },
    ...(officer ? [{ title: words.role, key: 'role', width: '90px', render: (one: Item) => roles.term(one.role) }] : []),
    {
      title: words.officers,
      key: 'officers',
      width: 'minmax(90px, 1fr)',
      render: (one) => one.officerNames.map(staffName).join(marks.comma),
    },
    // Of one section's work each line would say the same.
    ...(section ? [] : [{ title: words.section, key: 'section', width: '110px', render: (one: Item) => sectionName(one.section) }]),
    {
      title: words.due,
      key: 'due',
      width: '180px',
      order: 'dueAt',
      text: (one) => (one.dueAt ? lastDayOf(one.dueAt) : ''),
      render: (one) => (one.dueAt ? <Due at={one.dueAt} /> : '—'),
    },
    { title: words.dueTerm, key: 'dueTerm', width: '110px', render: (one) => termOwed(one.dueTerm, language) ?? '—' },
    ...(may('handOverCase')
      ? [{ title: words.handovers, key: 'steps', width: '110px', isSeenOnly: true, render: handingOver }]
      : []),
  ];
  return (
    <>
      <List query={work} variables={asked} pick={(data) => data.openWork} kinds={[...kinds]} rowKey={({ number }) => number}
        to={(one) => describe(one.subject).to ?? '/'} label={words.title} columns={columns}
        bulk={mayMove ? {
          label: ({ number }) => number,
          // What somebody ticked is meant also when it is filtered away since.
          staysPicked: true,
          actions: (rows, done) => (
            <Button size="small" type="primary"
              onClick={() => setMoving({ numbers: rows.map(({ number }) => number), total: rows.length, done })}>
              {words.moveSome(rows.length)}
            </Button>
          ),
          // With nothing ticked what is seen moves; nothing that was filtered away goes with it.
          ofAll: (total, all, done) => (
            <MoveAll label={isNarrowed ? words.moveSome(total) : words.move} seen={isNarrowed ? () => all(mostMoved) : null}
              onMove={(seen) => setMoving({ numbers: seen.map(({ number }) => number), total, done })} />
          ),
        } : undefined}
      />
      {moving && (
        <MoveWork from={officer} items={moving.numbers} total={moving.total} onClose={() => setMoving(null)} onMoved={moving.done} />
      )}
    </>
  );
}

/** Moves all that is open, or, where the list is narrowed down, all that it shows: it is read to its end first. */
function MoveAll({ label, seen, onMove }: {
  label: string;
  seen: (() => Promise<{ rows: Item[] }>) | null;
  onMove: (seen: Item[]) => void;
}) {
  const frame = useWords(frameWords);
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const move = async () => {
    setBusy(true);
    try {
      onMove(seen ? (await seen()).rows : []);
    } catch (fault) {
      void message.error(faultOf(fault as CombinedError, frame));
    } finally {
      setBusy(false);
    }
  };
  return <Button size="small" type="primary" loading={busy} onClick={() => void move()}>{label}</Button>;
}

function Handovers({ section }: { section: string }) {
  const words = useWords(workWords);
  const kind = useTerms('WorkKind');
  const [sectionName, staffName] = [useSectionName(), useStaffName()];
  const { data, error, fetching, again } = useLiveQuery(handovers, { first: most, section }, [...kinds]);
  const all = useAll(handovers, { section }, (read) => read.sectionHandovers);
  const columns: TableColumn<Handover>[] = [
    { title: words.number, key: 'number', text: (one) => one.number, render: (one) => <SubjectLink subject={one.subject} withDetail /> },
    { title: words.kind, key: 'kind', render: (one) => kind.term(one.kind) },
    { title: words.handedOn, key: 'handedOn', render: (one) => one.handedOn },
    { title: words.from, key: 'from', render: (one) => (one.from ? sectionName(one.from) : words.noSection) },
    { title: words.receiver, key: 'to', render: (one) => sectionName(one.to) },
    { title: words.by, key: 'by', render: (one) => staffName(one.handedBy) },
  ];
  const total = data?.sectionHandovers.totalCount ?? 0;
  return (
    <Standing fetching={fetching} error={error} again={again} rows={6}>
      <div className="filters">
        <span className="quiet" role="status">{words.total(total)}</span>
        <Whole all={all} columns={columns} label={words.handovers} total={total} />
      </div>
      <CardTable<Handover>
        rows={data?.sectionHandovers.nodes ?? []}
        rowKey={(one) => `${one.number}${one.handedOn}${one.from}${one.to}`}
        empty={<Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.noHandovers} />}
        columns={columns}
      />
    </Standing>
  );
}
