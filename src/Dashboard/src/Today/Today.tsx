import { useState } from 'react';
import { Alert, Card, Collapse, Empty, Segmented, Tag } from 'antd';
import { Link } from 'react-router';
import { graphql, type VariablesOf } from '../app/graphql';
import { useLanguage, useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { useSession } from '../app/session';
import { Due } from '../parts/Due';
import { ActorName, entryFields } from '../parts/History';
import { Page } from '../parts/Page';
import { Standing } from '../parts/Standing';
import { openSubjectName, subjectName, SubjectLink } from '../parts/Subject';
import { casePath } from '../Cases/path';
import { inspectionPath } from '../Inspections/path';
import { licencePath } from '../Licences/path';
import { Term, useTerms } from '../parts/Term';
import { addDays, count, dayOf, daysBetween, startOf, timeOf, yuan } from '../parts/time';
import { useSectionName } from '../Sections/sectionNames';
import { caseList, openStages } from '../Cases/filters';
import { inspectionList } from '../Inspections/filters';
import { inForce, licenceList } from '../Licences/filters';
import { rectificationList } from '../Rectifications/filters';
import { figureOf } from '../parts/links';
import { Waiting } from './Waiting';
import { todayWords } from './words';

const deadlineFields = graphql(`fragment DeadlineFields on Deadline { kind dueAt rule section lapsed subject { ...SubjectName } }`, [subjectName]);

const due = graphql(`
  query DueSoon($section: StringOperationFilterInput, $kinds: [DeadlineKind!]!, $now: DateTime!, $until: DateTime!) {
    deadlines(first: 12, where: { section: $section, kind: { in: $kinds }, dueAt: { gte: $now, lt: $until } }) { totalCount nodes { ...DeadlineFields } }
  }
`, [deadlineFields]);

// A deadline that has passed is met by the clock, which writes the lapse into its subject: what is late is asked of the subjects.
const late = graphql(`
  query LateNow($section: StringOperationFilterInput) {
    cases(first: 8, where: { overdue: { eq: true }, section: $section }) { nodes { ...SubjectName ... on Case { lapses { title rule dueAt } } } }
    rectifications(first: 8, where: { status: { eq: OVERDUE }, section: $section }, order: [{ dueOn: ASC }]) { nodes { ...SubjectName dueOn basis } }
    inspections(first: 8, where: { isLate: { eq: true }, status: { eq: PLANNED }, section: $section }, order: [{ plannedOn: ASC }]) { nodes { ...SubjectName plannedOn } }
    crimeTransfers(first: 8, where: { overdue: { eq: true }, section: $section }) { nodes { ...SubjectName ... on CrimeTransfer { lapses { title rule dueAt } } } }
  }
`, [subjectName]);

const figures = graphql(`
  query FiguresToday($overdueCases: CaseFilterInput!, $overdueOrders: RectificationFilterInput!, $lateInspections: InspectionFilterInput!, $mustTransfer: CaseFilterInput!, $majorOpen: CaseFilterInput!, $lapsing: LicenceFilterInput!) {
    overdueCases: cases(first: 1, where: $overdueCases) { totalCount }
    overdueOrders: rectifications(first: 1, where: $overdueOrders) { totalCount }
    lateInspections: inspections(first: 1, where: $lateInspections) { totalCount }
    mustTransfer: cases(first: 1, where: $mustTransfer) { totalCount }
    majorOpen: cases(first: 6, where: $majorOpen, order: [{ goodsValueCny: DESC }]) { totalCount nodes { number title stage goodsValueCny partyName } }
    lapsing: licences(first: 6, where: $lapsing, order: [{ validTo: ASC }]) { totalCount nodes { number validTo enterprise { name } } }
  }
`);

const mine = graphql(`
  query MyTasks($me: String!) {
    cases(first: 10, where: { officerNames: { some: { eq: $me } }, stage: { in: [LEAD, INVESTIGATION, LEGAL_REVIEW, HEARING, DECIDED, EXECUTION] } }) { totalCount nodes { id number title stage overdue } }
    inspections(first: 10, where: { officerNames: { some: { eq: $me } }, status: { eq: PLANNED } }, order: [{ plannedOn: ASC }]) { totalCount nodes { id number plannedOn isLate enterprise { name } } }
  }
`);

const latest = graphql(`query Latest { journal(first: 10) { nodes { ...EntryFields subject { ...SubjectName } } } }`, [entryFields, subjectName]);
const openLatest = graphql(`query OpenLatest { journal(first: 10) { nodes { ...EntryFields subject { ...OpenSubjectName } } } }`, [entryFields, openSubjectName]);
const selfCheck = graphql(`query SelfCheck { selfCheck { at isClean rules { name title count failure isOfWork findings { subject what remedy } } } }`);

const week = 7;
const month = 30;

export default function Today() {
  const words = useWords(todayWords);
  const { me, may, now } = useSession();
  const [scope, setScope] = useState<'section' | 'bureau'>(me.section && (me.roles.includes('OFFICER') || me.roles.includes('SECTION_HEAD')) ? 'section' : 'bureau');
  const sectionName = useSectionName();
  const section = scope === 'section' ? me.section : null;
  const today = dayOf(now());
  return (
    <Page title={words.title} remark={words.hello(me.displayName, today)}
      extra={me.section && <Segmented value={scope} onChange={setScope} options={[{ value: 'section', label: `${words.section} · ${sectionName(me.section)}` }, { value: 'bureau', label: words.bureau }]} />}>
      <Waiting section={section} />
      {may('cases') && <Figures today={today} section={section} />}
      <div className="cards-grid gap-above">
        {may('deadlines') && <Late section={section} />}
        {may('deadlines') && <Soon today={today} section={section} />}
        {me.roles.includes('OFFICER') && <Mine />}
        <Latest />
        {may('selfCheck') && <LastSelfCheck />}
      </div>
    </Page>
  );
}

function Figures({ today, section }: { today: string; section: string | null }) {
  const words = useWords(todayWords);
  const { language } = useLanguage();
  const mine = section ? { section } : {};
  const tiles = {
    overdueCases: { tone: 'bad', ...figureOf(caseList, { overdue: '1', ...mine }) },
    overdueOrders: { tone: 'bad', ...figureOf(rectificationList, { status: 'OVERDUE', ...mine }) },
    lateInspections: { tone: 'bad', ...figureOf(inspectionList, { late: '1', ...mine }) },
    mustTransfer: { tone: 'bad', ...figureOf(caseList, { mustTransfer: '1', ...mine }) },
    majorOpen: { tone: '', ...figureOf(caseList, { major: '1', stage: openStages, ...mine }) },
    lapsing: { tone: 'warn', ...figureOf(licenceList, { status: inForce, from: today, to: addDays(today, month) }) },
  };
  const asked = Object.fromEntries(Object.entries(tiles).map(([key, { where }]) => [key, where])) as VariablesOf<typeof figures>;
  const { data, error, fetching, again } = useLiveQuery(figures, asked, ['CASE', 'RECTIFICATION', 'INSPECTION', 'LICENCE']);
  return (
    <Standing fetching={fetching} error={error} again={again}>
      <div className="figures">
        {data && (Object.keys(tiles) as (keyof typeof tiles)[]).map((key) => (
          <Link key={key} to={tiles[key].to} className={`figure ${data[key].totalCount > 0 ? tiles[key].tone : ''}`}>{words.figures[key]}<b>{count(data[key].totalCount)}</b></Link>
        ))}
      </div>
      <div className="cards-grid gap-above">
        <Card title={words.major} size="small">
          {data?.majorOpen.nodes.length ? (
            <ul className="rows">
              {data.majorOpen.nodes.map((one) => (
                <li key={one.number}>
                  <span className="main"><Link to={casePath(one.number)}>{one.title}</Link> <span className="quiet">{one.partyName}</span></span>
                  <span><Term of="CaseStage" value={one.stage} /> {yuan(one.goodsValueCny, language)}</span>
                </li>
              ))}
            </ul>
          ) : <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} />}
        </Card>
        <Card title={words.lapsing} size="small">
          {data?.lapsing.nodes.length ? (
            <ul className="rows">
              {data.lapsing.nodes.map((one) => (
                <li key={one.number}>
                  <span className="main"><Link to={licencePath(one.number)}>{one.number}</Link> <span className="quiet">{one.enterprise.name}</span></span>
                  <span><Tag color="orange">{daysBetween(today, one.validTo)} {words.days}</Tag>{one.validTo}</span>
                </li>
              ))}
            </ul>
          ) : <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} />}
        </Card>
      </div>
    </Standing>
  );
}

// Warnings and notices are due too, but ask nobody for anything.
const isOwed = (kind: string) => !/_(WARNING|NOTICE|LICENCE_CHANGE)$/.test(kind);

function Soon({ today, section }: { today: string; section: string | null }) {
  const words = useWords(todayWords);
  const { term, options } = useTerms('DeadlineKind');
  const { now } = useSession();
  // One instant for as long as the page is open, or each drawing would ask anew.
  const [at] = useState(() => now().toISOString());
  const kinds = options.map(({ value }) => value).filter(isOwed) as VariablesOf<typeof due>['kinds'];
  const { data, error, fetching, again } = useLiveQuery(due, { section: section ? { eq: section } : null, kinds, now: at, until: startOf(addDays(today, week + 1)) }, ['CASE', 'RECTIFICATION', 'INSPECTION', 'LICENCE', 'CRIME_TRANSFER']);
  return (
    <Card title={words.due} size="small" extra={data && count(data.deadlines.totalCount)}>
      <Standing fetching={fetching} error={error} again={again}>
        {data?.deadlines.nodes.length ? (
          <ul className="rows">
            {data.deadlines.nodes.map((one) => (
              <li key={`${one.subject.id}${one.kind}${one.dueAt}`}>
                <span className="main"><b>{term(one.kind)}</b> <SubjectLink subject={one.subject} withDetail /><div className="quiet">{one.rule}</div></span>
                <Due at={one.dueAt} />
              </li>
            ))}
          </ul>
        ) : <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.noDue} />}
      </Standing>
    </Card>
  );
}

function Late({ section }: { section: string | null }) {
  const words = useWords(todayWords);
  const { data, error, fetching, again } = useLiveQuery(late, { section: section ? { eq: section } : null }, ['CASE', 'RECTIFICATION', 'INSPECTION', 'CRIME_TRANSFER']);
  const endOf = (day: string) => startOf(addDays(day, 1));
  const rows = data && [
    ...[...data.cases.nodes, ...data.crimeTransfers.nodes].flatMap((one) => one.lapses.slice(-1).map((lapse) => ({ subject: one, title: lapse.title, rule: lapse.rule, dueAt: lapse.dueAt }))),
    ...data.rectifications.nodes.map((one) => ({ subject: one, title: words.order, rule: one.basis, dueAt: endOf(one.dueOn) })),
    ...data.inspections.nodes.map((one) => ({ subject: one, title: words.planned, rule: '', dueAt: endOf(one.plannedOn) })),
  ].sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  return (
    <Card title={words.late} size="small" extra={<span className="quiet">{words.lateHint}</span>}>
      <Standing fetching={fetching} error={error} again={again}>
        {rows?.length ? (
          <ul className="rows">
            {rows.map(({ subject, title, rule, dueAt }) => (
              <li key={subject.id}><span className="main"><b>{title}</b> <SubjectLink subject={subject} withDetail /><div className="quiet">{rule}</div></span><Due at={dueAt} /></li>
            ))}
          </ul>
        ) : <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.noLate} />}
      </Standing>
    </Card>
  );
}

function Mine() {
  const words = useWords(todayWords);
  const { me } = useSession();
  const { data, error, fetching, again } = useLiveQuery(mine, { me: me.userName }, ['CASE', 'INSPECTION']);
  const empty = data?.cases.nodes.length === 0 && data.inspections.nodes.length === 0;
  return (
    <Card title={words.mine} size="small" extra={data && count(data.cases.totalCount + data.inspections.totalCount)}>
      <Standing fetching={fetching} error={error} again={again}>
        {empty ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.noMine} /> : (
          <ul className="rows">
            {data?.inspections.nodes.map((one) => (
              <li key={one.id}>
                <span className="main">{words.planned} <Link to={inspectionPath(one.number)}>{one.enterprise.name}</Link></span>
                <span><Tag color={one.isLate ? 'red' : 'blue'}>{one.plannedOn}</Tag></span>
              </li>
            ))}
            {data?.cases.nodes.map((one) => (
              <li key={one.id}><span className="main">{words.inStage} <Link to={casePath(one.number)}>{one.title}</Link></span><Term of="CaseStage" value={one.stage} /></li>
            ))}
          </ul>
        )}
      </Standing>
    </Card>
  );
}

function Latest() {
  const words = useWords(todayWords);
  const { may } = useSession();
  const { data, error, fetching, again } = useLiveQuery(may('cases') ? latest : (openLatest as unknown as typeof latest), {}, 'any');
  return (
    <Card title={words.changes} size="small">
      <Standing fetching={fetching} error={error} again={again}>
        <ul className="rows" aria-live="polite">
          {data?.journal.nodes.map((entry) => (
            <li key={entry.id}><span className="main"><SubjectLink subject={entry.subject} /> {entry.summary}</span><span className="quiet"><ActorName of={entry} /> · {timeOf(entry.at)}</span></li>
          ))}
        </ul>
      </Standing>
    </Card>
  );
}

function LastSelfCheck() {
  const words = useWords(todayWords);
  const { data, error, fetching, again } = useLiveQuery(selfCheck, {}, []);
  const report = data?.selfCheck;
  const found = report?.rules.filter((rule) => rule.count > 0 || rule.failure) ?? [];
  return (
    <Card title={words.selfCheck} size="small" extra={report && timeOf(report.at)}>
      <Standing fetching={fetching} error={error} again={again}>
        {!report && <p className="quiet">{words.notYet}</p>}
        {report?.isClean && <Alert type="success" role="status" showIcon title={words.clean} />}
        {found.length > 0 && (
          <Collapse size="small" items={found.map((rule) => ({
            key: rule.name,
            label: rule.title,
            extra: rule.isOfWork ? <Tag>{words.lateWork(rule.count)}</Tag> : <Tag color="red">{words.found(rule.count)}</Tag>,
            children: rule.failure ?? <ul className="rows">{rule.findings.map((one) => <li key={`${one.subject}${one.what}`}><span className="main">{one.what}<div className="quiet">{words.remedy}：{one.remedy}</div></span></li>)}</ul>,
          }))} />
        )}
      </Standing>
    </Card>
  );
}
