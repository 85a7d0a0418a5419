import { useState } from 'react';
import { Button, Empty, Segmented } from 'antd';
import { graphql, type ResultOf } from '../app/graphql';
import { useLanguage, useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { useSession } from '../app/session';
import { StaffSelect } from '../Accounts/StaffSelect';
import { useStaffName } from '../Accounts/staff';
import { CardTable } from '../parts/CardTable';
import type { CommandName } from '../parts/command';
import { Commands } from '../parts/Commands';
import { Due } from '../parts/Due';
import { useMarks } from '../parts/marks';
import { Page } from '../parts/Page';
import { Standing } from '../parts/Standing';
import { subjectName, SubjectLink } from '../parts/Subject';
import { OnlyIf } from '../parts/Filters';
import type { TableColumn } from '../parts/PlainTable';
import { bilingual, Term, useTerms } from '../parts/Term';
import { lastDayOf } from '../parts/time';
import { useAll } from '../parts/usePages';
import { useFilters } from '../parts/useFilters';
import { Whole } from '../parts/Whole';
import { useTextFilter } from '../parts/useTextFilter';
import { SectionSelect } from '../Sections/SectionSelect';
import { useSectionName } from '../Sections/sectionNames';
import { MoveWork } from './MoveWork';
import { statusOf } from './status';
import { workWords } from './words';

const work = graphql(`
  query OpenWork($first: Int!, $after: String, $officer: String, $section: String, $late: Boolean!) {
    openWork(first: $first, after: $after, officer: $officer, section: $section, late: $late) {
      totalCount pageInfo { hasNextPage endCursor } nodes { kind number name status section userName role officerNames dueAt subject { ...SubjectName } }
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

// After every instant there is.
const noTerm = '9';
/** So many are shown; a file has all. */
const most = 200;
const kinds = ['CASE', 'INSPECTION', 'RECTIFICATION', 'CRIME_TRANSFER'] as const;
const handOver: Record<Kind, CommandName> = { CASE: 'handOverCase', INSPECTION: 'handOverInspection', RECTIFICATION: 'handOverRectification', CRIME_TRANSFER: 'changeTransferSection' };
const names = ['view', 'officer', 'section', 'late'] as const;

/** What stands in the address for every section: what is late is listed of all of them. */
const everySection = 'ALL';

/** What is open with an officer or a section, what passed between sections, and moving both. */
export default function OpenWork() {
  const words = useWords(workWords);
  const { me } = useSession();
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
        {!between && <StaffSelect label={words.officer} value={values.officer} onChange={(officer) => set({ officer: officer ?? '' })} />}
        <SectionSelect label={words.section} value={section} onChange={(code) => set({ section: code ?? '' })} />
        {!between && (
          <OnlyIf label={ofBureau ? words.ofBureau : words.onlyLate} value={late ? '1' : ''}
            onChange={(only) => set({ late: only, ...(ofBureau && { section: '' }) })} />
        )}
      </div>
      {!section && (between || (!values.officer && !late)) ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.choose} />
        : between ? <Handovers section={section} />
        : <Work key={`${values.officer}/${section}/${late}`} officer={values.officer} section={section} late={late} />}
    </Page>
  );
}

const handingOver = (one: Item) => <Commands next={[]} others={[handOver[one.kind]]} target={{ fixed: { number: one.number } }} />;

function Work({ officer, section, late }: { officer: string; section: string; late: boolean }) {
  const words = useWords(workWords);
  const { language } = useLanguage();
  const { may } = useSession();
  const kind = useTerms('WorkKind');
  const roles = useTerms('WorkRole');
  const [sectionName, staffName] = [useSectionName(), useStaffName()];
  const [chosen, setChosen] = useState<string[]>([]);
  const [moving, setMoving] = useState(false);
  const asked = { officer: officer || null, section: section || null, late };
  const { data, error, fetching, again } = useLiveQuery(work, { first: most, ...asked }, [...kinds]);
  const all = useAll(work, asked, (read) => read.openWork);
  const marks = useMarks();
  const { box, filter } = useTextFilter<Item>(({ number, name, officerNames }) =>
    `${number} ${name} ${officerNames.map(staffName).join(' ')}`);
  // A file has what is shown: what the text leaves out is not in it either.
  const allShown = async (atMost: number) => {
    const read = await all(atMost);
    return { ...read, rows: filter(read.rows) };
  };
  const items = data?.openWork.nodes ?? [];
  const shown = filter(items);
  const picked = chosen.filter((number) => items.some((one) => one.number === number));
  // What is moved is what is ticked, or what is seen; nothing that was filtered away goes with it.
  const meant = picked.length > 0 ? picked : shown.length < items.length ? shown.map(({ number }) => number) : [];
  const total = data?.openWork.totalCount ?? 0;
  const mayMove = !!officer && may('moveOfficerWork') && shown.length > 0;
  const columns: TableColumn<Item>[] = [
    { title: words.number, key: 'number', text: (one) => one.number, render: (one) => <SubjectLink subject={one.subject} /> },
    { title: words.name, key: 'name', width: 240, render: (one) => one.name },
    { title: words.kind, key: 'kind', render: (one) => kind.term(one.kind) },
    {
      title: words.status,
      key: 'status',
      text: (one) => bilingual(statusOf[one.kind], one.status)[language],
      render: (one) => <Term of={statusOf[one.kind]} value={one.status} />,
    },
    ...(officer ? [{ title: words.role, key: 'role', width: 90, render: (one: Item) => roles.term(one.role) }] : []),
    { title: words.officers, key: 'officers', width: 180, render: (one) => one.officerNames.map(staffName).join(marks.comma) },
    { title: words.section, key: 'section', width: 130, render: (one) => sectionName(one.section) },
    {
      title: words.due,
      key: 'due',
      sorter: (a, b) => (a.dueAt ?? noTerm).localeCompare(b.dueAt ?? noTerm),
      text: (one) => (one.dueAt ? lastDayOf(one.dueAt) : ''),
      render: (one) => (one.dueAt ? <Due at={one.dueAt} /> : '—'),
    },
    ...(may('handOverCase') ? [{ title: words.handovers, key: 'steps', isHeard: true, render: handingOver }] : []),
  ];
  return (
    <Standing fetching={fetching} error={error} again={again} rows={8}>
      <div className="filters">{box}<span className="quiet" role="status">{total > items.length ? words.more(items.length) : words.total(total)}</span>
      <Whole all={allShown} columns={columns.filter(({ isHeard }) => !isHeard)} label={words.title} total={total} />
      {mayMove && <Button type="primary" onClick={() => setMoving(true)}>{meant.length > 0 ? words.moveSome(meant.length) : words.move}</Button>}</div>
      <CardTable<Item>
        rows={shown}
        minWidth={1000}
        rowKey={({ number }) => number}
        columns={columns}
        empty={<Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.none} />}
        picking={
          mayMove ? { picked, onPick: setChosen, title: words.select, label: ({ number }) => `${words.select} ${number}` } : undefined
        }
      />
      {moving && <MoveWork from={officer} items={meant} total={total} onClose={() => setMoving(false)} onMoved={() => { setChosen([]); again(); }} />}
    </Standing>
  );
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
