import { PrinterOutlined } from '@ant-design/icons';
import { Button, Empty } from 'antd';
import { Link, useParams } from 'react-router';
import { graphql, type ResultOf } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { useSession } from '../app/session';
import { taskPath } from '../CampaignTasks/path';
import { TaskStatus } from '../CampaignTasks/TaskStatus';
import { Card } from '../parts/Card';
import { CardTable } from '../parts/CardTable';
import type { CommandName } from '../parts/command';
import { Commands, otherCommands } from '../parts/Commands';
import { Facts } from '../parts/Facts';
import { History } from '../parts/History';
import { Instead } from '../parts/Instead';
import { numbered } from '../parts/numbered';
import { currentMarks, useMarks } from '../parts/marks';
import { Page } from '../parts/Page';
import { ShareBar } from '../parts/ShareBar';
import { Standing } from '../parts/Standing';
import { Term, useTerms } from '../parts/Term';
import { count, dayOf } from '../parts/time';
import { useSectionName } from '../Sections/sectionNames';
import { campaignPath } from './path';
import { campaignWords } from './words';

const file = graphql(`
  query CampaignFile($code: String!) {
    campaign(code: $code) {
      id version code name areaOfLaw noticeNumber from until parent status isOpen startedOn summary summedUpOn conclusion closedOn
      phases { number name from until deliverables { number text section dueOn } }
      goals { number text productClass { code name } violation measure target }
      seats { number kind office section terms { from until holderName holder { displayName } } }
    }
    parts: campaigns(first: 20, where: { parent: { eq: $code } }, order: [{ from: ASC }]) { nodes { id code name status } }
    campaignProgress(campaign: $code) { section total done handedIn late open }
    campaignTasks(first: 200, where: { campaign: { eq: $code } }, order: [{ serial: ASC }]) {
      totalCount nodes { id number serial text leadSection dueOn status isLate target }
    }
  }
`);

type File = ResultOf<typeof file>;
type CampaignFile = NonNullable<File['campaign']>;
type Progress = File['campaignProgress'][number];
type Task = File['campaignTasks']['nodes'][number];

const next: Record<string, CommandName[]> = {
  PREPARED: ['assignCampaignTask', 'startCampaign'],
  RUNNING: ['assignCampaignTask', 'sumUpCampaign'],
  SUMMED_UP: ['closeCampaign'],
};

const planning: CommandName[] = [
  'addCampaignPhase', 'addCampaignDeliverable', 'addCampaignGoal', 'addCampaignSeat', 'fillCampaignSeat', 'endCampaignSeatTerm',
  'removeFromCampaignPlan',
];

const others = otherCommands('campaign', planning, ['prepareCampaign', 'startCampaign', 'sumUpCampaign', 'closeCampaign']);

/** A campaign: its phases, goals, leading group, and the table of tasks with how far each section has come. */
export default function Campaign() {
  const words = useWords(campaignWords);
  const marks = useMarks();
  const said = (day: string | null, text: string) => `${day}${marks.colon}${text}`;
  const kinds = useTerms('CampaignSeatKind');
  const code = useParams().code ?? '';
  const { data, error, fetching, again } = useLiveQuery(file, { code }, ['CAMPAIGN', 'CAMPAIGN_TASK']);
  const one = data?.campaign;
  if (data && !one) return <Instead why={words.notFound} />;
  return (
    <Page title={one?.name ?? words.title} remark={one && <>{one.code} <Term of="CampaignStatus" value={one.status} /></>}
      extra={one && (
        <>
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>{words.print}</Button>
          <Commands next={next[one.status] ?? []} others={one.isOpen ? others : []}
            target={{
              subject: 'campaign', id: one.id, version: one.version, fixed: { code, campaign: code }, choices: choicesOf(one, kinds.term),
            }} />
        </>
      )}>
      <Standing fetching={fetching} error={error} again={again} rows={12}>
        {one && (
          <div className="cards-grid">
            <div className="two-thirds stack">
              <Card>
                <Facts items={[
                  { key: 'notice', label: words.notice, children: one.noticeNumber },
                  { key: 'area', label: words.area, children: one.areaOfLaw },
                  { key: 'days', label: words.days, children: `${one.from} — ${one.until}` },
                  { key: 'started', label: words.started, children: one.startedOn ?? '—' },
                  ...(one.parent ? [{
                    key: 'parent', label: words.parent, children: <Link to={campaignPath(one.parent)}>{one.parent}</Link>,
                  }] : []),
                  ...(data.parts.nodes.length > 0 ? [{
                    key: 'parts', label: words.parts, span: 'filled' as const,
                    children: <span>{data.parts.nodes.map((part) => (
                      <span key={part.id}>
                        <Link to={campaignPath(part.code)}>{part.name}</Link> <Term of="CampaignStatus" value={part.status} />{' '}
                      </span>
                    ))}</span>,
                  }] : []),
                  ...(one.summary
                    ? [{ key: 'summary', label: words.summary, span: 'filled' as const, children: said(one.summedUpOn, one.summary) }]
                    : []),
                  ...(one.conclusion ? [{
                    key: 'conclusion', label: words.conclusion, span: 'filled' as const, children: said(one.closedOn, one.conclusion),
                  }] : []),
                ]} />
              </Card>
              <Card title={words.phases}><Phases of={one} /></Card>
            </div>
            <div className="third stack">
              <Card title={words.seats}><Seats of={one} /></Card>
              <Card title={words.goals}><Goals of={one} /></Card>
            </div>
            <Card className="whole" title={words.progress}><ProgressTable of={data.campaignProgress} /></Card>
            <Card className="whole" title={words.tasks}>
              <TaskTable of={data.campaignTasks.nodes} total={data.campaignTasks.totalCount} />
            </Card>
            <Card className="two-thirds" title={words.history}><History subject={one.id} kinds={['CAMPAIGN']} /></Card>
          </div>
        )}
      </Standing>
    </Page>
  );
}

/** What of the plan the forms name by its number. */
function choicesOf(one: CampaignFile, kindName: (kind: string) => string) {
  const phases = one.phases.map(({ number, name }) => numbered(number, name));
  const seats = one.seats.map(({ number, kind, office }) => numbered(number, `${kindName(kind)}${currentMarks().inBrackets(office)}`));
  const owed = one.phases.flatMap(({ deliverables }) => deliverables.map(({ number, text }) => numbered(number, text)));
  const goals = one.goals.map(({ number, text }) => numbered(number, text));
  return { phase: phases, seat: seats, item: [...phases, ...owed, ...goals, ...seats] };
}

const Nothing = ({ says }: { says: string }) => <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={says} />;

function Phases({ of }: { of: CampaignFile }) {
  const words = useWords(campaignWords);
  const section = useSectionName();
  if (of.phases.length === 0) return <Nothing says={words.noPhases} />;
  return (
    <ul className="rows">
      {of.phases.map((phase) => (
        <li key={phase.number}>
          <span className="main">
            <b>{phase.name}</b> <span className="quiet">{phase.from} — {phase.until}</span>
            {phase.deliverables.map((owed) => (
              <div key={owed.number}>
                {owed.text}{' '}
                <span className="quiet">
                  {owed.section ? section(owed.section) : words.eachSection} · {words.due} {owed.dueOn}
                </span>
              </div>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Goals({ of }: { of: CampaignFile }) {
  const words = useWords(campaignWords);
  const violations = useTerms('ViolationKind');
  const measures = useTerms('Measure');
  if (of.goals.length === 0) return <Nothing says={words.noGoals} />;
  return (
    <ul className="rows">
      {of.goals.map((goal) => (
        <li key={goal.number}>
          <span className="main">
            {goal.text}
            <div className="quiet">
              {[goal.productClass?.name, goal.violation && violations.term(goal.violation),
                goal.measure && `${measures.term(goal.measure)} ${words.target} ${count(goal.target ?? 0)}`].filter(Boolean).join(' · ')}
            </div>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Seats({ of }: { of: CampaignFile }) {
  const words = useWords(campaignWords);
  const section = useSectionName();
  const { now } = useSession();
  const today = dayOf(now());
  if (of.seats.length === 0) return <Nothing says={words.noSeats} />;
  return (
    <ul className="rows">
      {of.seats.map((seat) => {
        const term = seat.terms.find(({ from, until }) => from <= today && (!until || until >= today));
        return (
          <li key={seat.number}>
            <span className="main">
              <Term of="CampaignSeatKind" value={seat.kind} /> {seat.section && section(seat.section)}{seat.office}
              <div className="quiet">
                {term
                  ? `${term.holder?.displayName ?? term.holderName} ${words.since(term.from)}${term.until ? words.until(term.until) : ''}`
                  : words.vacant}
              </div>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function ProgressTable({ of }: { of: Progress[] }) {
  const words = useWords(campaignWords);
  const section = useSectionName();
  const sum = (part: 'total' | 'done' | 'handedIn' | 'late' | 'open') => of.reduce((before, one) => before + one[part], 0);
  if (of.length === 0) return <Nothing says={words.noTasks} />;
  const all = { section: '', total: sum('total'), done: sum('done'), handedIn: sum('handedIn'), late: sum('late'), open: sum('open') };
  const nameOf = (one: { section: string }) => (one.section ? section(one.section) : words.all);
  const share = (one: { total: number; done: number }) => (one.total === 0 ? 0 : Math.floor((one.done * 100) / one.total));
  return (
    <CardTable rows={of.length > 1 ? [...of, all] : of} rowKey={(one) => one.section || 'all'} columns={[
      { key: 'section', title: words.section, render: nameOf },
      { key: 'total', title: words.total, align: 'right', render: (one) => count(one.total) },
      { key: 'done', title: words.done, align: 'right', render: (one) => count(one.done) },
      { key: 'handedIn', title: words.handedIn, align: 'right', render: (one) => count(one.handedIn) },
      { key: 'open', title: words.open, align: 'right', render: (one) => count(one.open) },
      { key: 'late', title: words.late, align: 'right', render: (one) => (one.late > 0 ? <b className="bad">{count(one.late)}</b> : '0') },
      { key: 'share', title: '%', render: (one) => <ShareBar label={words.share(nameOf(one))} percent={share(one)} /> },
    ]} />
  );
}

function TaskTable({ of, total }: { of: Task[]; total: number }) {
  const words = useWords(campaignWords);
  const section = useSectionName();
  if (of.length === 0) return <Nothing says={words.noTasks} />;
  return (
    <>
      {total > of.length && <div className="quiet">{words.more(total)}</div>}
      <CardTable rows={of} rowKey={(one) => one.id} minWidth={640} columns={[
        {
          key: 'text',
          title: words.tasks,
          render: (one) => (
            <>
              {one.serial}. <Link to={taskPath(one.number)}>{one.text}</Link>
              {one.target && <div className="quiet">{one.target}</div>}
            </>
          ),
        },
        { key: 'section', title: words.section, width: 130, render: (one) => section(one.leadSection) },
        { key: 'due', title: words.due, width: 110, render: (one) => one.dueOn },
        {
          key: 'status',
          title: words.status,
          width: 130,
          render: (one) => <TaskStatus of={one} late={words.late} />,
        },
      ]} />
    </>
  );
}
