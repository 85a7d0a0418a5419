import { Card, Empty, Tag } from 'antd';
import { Link } from 'react-router';
import { graphql, type ResultOf, type VariablesOf } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { useSession } from '../app/session';
import { Due } from '../parts/Due';
import { figureOf, type LinkedList } from '../parts/links';
import { Standing } from '../parts/Standing';
import { casePath } from '../Cases/path';
import { licencePath } from '../Licences/path';
import { rectificationPath } from '../Rectifications/path';
import { transferPath } from '../CrimeTransfers/path';
import { useTerms } from '../parts/Term';
import { addDays, count, startOf } from '../parts/time';
import { caseList } from '../Cases/filters';
import { transferList } from '../CrimeTransfers/filters';
import { licenceList } from '../Licences/filters';
import { anyMeasure, rectificationList } from '../Rectifications/filters';
import { todayWords } from './words';

type Role = ReturnType<typeof useSession>['me']['roles'][number];

const group = <Values extends object, Where>(list: LinkedList<Values, Where>, roles: Role[], filters: Values, hasSections = true) => ({
  roles,
  figure: (section: string | null) => figureOf(list, section && hasSections ? { ...filters, section } : filters),
});

/**
 * What waits for whom: where a step is next that these roles may take; licences belong to no section. The law of a case says which step it waits for; the others wait by their status.
 * An officer's own work stands in a card of its own; who only looks on is waited for by nobody.
 */
const groups = {
  review: group(caseList, ['LEGAL'], { awaits: 'LEGAL_REVIEW' }),
  hearing: group(caseList, ['LEGAL'], { awaits: 'HEARING' }),
  filing: group(caseList, ['SECTION_HEAD', 'LEADER'], { awaits: 'FILING_DECISION' }),
  decision: group(caseList, ['SECTION_HEAD', 'LEADER'], { awaits: 'PENALTY_DECISION' }),
  closing: group(caseList, ['SECTION_HEAD', 'LEADER'], { awaits: 'CLOSING' }),
  transferDecision: group(transferList, ['SECTION_HEAD', 'LEADER'], { status: 'REPORTED' }),
  unfiled: group(transferList, ['LEGAL'], { status: 'UNFILED' }),
  handing: group(transferList, ['SECTION_HEAD'], { status: 'FILED' }),
  measures: group(rectificationList, ['SECTION_HEAD', 'LEADER', 'LEGAL'], { proposed: anyMeasure }),
  withdrawals: group(licenceList, ['SECTION_HEAD', 'LEADER', 'LEGAL'], { asked: 'WITHDRAWAL' }, false),
  deregistrations: group(licenceList, ['SECTION_HEAD', 'LEADER', 'LEGAL'], { asked: 'DEREGISTRATION' }, false),
};

const policeGroups = {
  toSign: group(transferList, ['LIAISON'], { status: 'SENT' }),
  toFile: group(transferList, ['LIAISON'], { status: 'TO_FILE' }),
};

type Key = keyof typeof groups;

const caseRows = graphql(`fragment WaitingCases on CaseConnection { totalCount nodes { id number title awaitedBy } }`);
const transferRows = graphql(`fragment WaitingTransfers on CrimeTransferConnection { totalCount nodes { id number caseTitle openedOn clocks { dueAt } } }`);
const orderRows = graphql(`fragment WaitingOrders on RectificationConnection { totalCount nodes { id number proposedMeasure enterprise { name } proposal { decideBy } lapses { kind lastDay } } }`);
const licenceRows = graphql(`fragment WaitingLicences on LicenceConnection { totalCount nodes { id number validTo enterprise { name } } }`);

// Each list is asked for by whoever it waits for alone.
const waiting = graphql(`
  query Waiting(
    $review: CaseFilterInput, $reviewAsked: Boolean!, $hearing: CaseFilterInput, $hearingAsked: Boolean!, $filing: CaseFilterInput, $filingAsked: Boolean!, $decision: CaseFilterInput, $decisionAsked: Boolean!,
    $closing: CaseFilterInput, $closingAsked: Boolean!, $transferDecision: CrimeTransferFilterInput, $transferDecisionAsked: Boolean!, $unfiled: CrimeTransferFilterInput, $unfiledAsked: Boolean!,
    $handing: CrimeTransferFilterInput, $handingAsked: Boolean!, $measures: RectificationFilterInput, $measuresAsked: Boolean!, $withdrawals: LicenceFilterInput, $withdrawalsAsked: Boolean!,
    $deregistrations: LicenceFilterInput, $deregistrationsAsked: Boolean!
  ) {
    review: cases(first: 5, where: $review, order: [{ awaitedBy: ASC }]) @include(if: $reviewAsked) { ...WaitingCases }
    hearing: cases(first: 5, where: $hearing, order: [{ awaitedBy: ASC }]) @include(if: $hearingAsked) { ...WaitingCases }
    filing: cases(first: 5, where: $filing, order: [{ awaitedBy: ASC }]) @include(if: $filingAsked) { ...WaitingCases }
    decision: cases(first: 5, where: $decision, order: [{ awaitedBy: ASC }]) @include(if: $decisionAsked) { ...WaitingCases }
    closing: cases(first: 5, where: $closing, order: [{ awaitedBy: ASC }]) @include(if: $closingAsked) { ...WaitingCases }
    transferDecision: crimeTransfers(first: 20, where: $transferDecision, order: [{ openedOn: ASC }]) @include(if: $transferDecisionAsked) { ...WaitingTransfers }
    unfiled: crimeTransfers(first: 20, where: $unfiled, order: [{ openedOn: ASC }]) @include(if: $unfiledAsked) { ...WaitingTransfers }
    handing: crimeTransfers(first: 20, where: $handing, order: [{ openedOn: ASC }]) @include(if: $handingAsked) { ...WaitingTransfers }
    measures: rectifications(first: 20, where: $measures, order: [{ dueOn: ASC }]) @include(if: $measuresAsked) { ...WaitingOrders }
    withdrawals: licences(first: 5, where: $withdrawals, order: [{ validTo: ASC }]) @include(if: $withdrawalsAsked) { ...WaitingLicences }
    deregistrations: licences(first: 5, where: $deregistrations, order: [{ validTo: ASC }]) @include(if: $deregistrationsAsked) { ...WaitingLicences }
  }
`, [caseRows, transferRows, orderRows, licenceRows]);

const policeRows = graphql(`fragment PoliceTransfers on CrimeTransferConnection { totalCount nodes { id number caseTitle openedOn sentOn } }`);
const waitingPolice = graphql(`
  query WaitingForPolice($toSign: CrimeTransferFilterInput!, $toFile: CrimeTransferFilterInput!) {
    toSign: crimeTransfers(first: 5, where: $toSign, order: [{ openedOn: ASC }]) { ...PoliceTransfers }
    toFile: crimeTransfers(first: 5, where: $toFile, order: [{ openedOn: ASC }]) { ...PoliceTransfers }
  }
`, [policeRows]);

interface Row { id: string; to: string; name: string; detail?: string; due?: string | null }
interface Shown { key: string; title: string; to: string; total: number; rows: Row[] }

const mostRows = 5;
const endOf = (lastDay: string | undefined) => (lastDay ? startOf(addDays(lastDay, 1)) : null);
// After every instant there is.
const noTerm = '9';
const byDue = (rows: Row[]) => rows.toSorted((a, b) => (a.due ?? noTerm).localeCompare(b.due ?? noTerm)).slice(0, mostRows);

/** What waits for whoever is signed in, each with its count and the list it opens, the nearest deadline first. */
export function Waiting({ section }: { section: string | null }) {
  const { me } = useSession();
  if (me.agency) return <WaitingForPolice />;
  const mine = (Object.keys(groups) as Key[]).filter((key) => groups[key].roles.some((role) => me.roles.includes(role)));
  return mine.length > 0 ? <WaitingFor keys={mine} section={section} /> : null;
}

function WaitingFor({ keys, section }: { keys: Key[]; section: string | null }) {
  const words = useWords(todayWords);
  const measures = useTerms('RectificationMeasure');
  const figures = Object.fromEntries(keys.map((key) => [key, groups[key].figure(section)]));
  const asked = Object.fromEntries((Object.keys(groups) as Key[]).flatMap((key): [string, unknown][] => [[key, figures[key]?.where ?? null], [`${key}Asked`, key in figures]])) as unknown as VariablesOf<typeof waiting>;
  const { data, error, fetching, again } = useLiveQuery(waiting, asked, ['CASE', 'RECTIFICATION', 'LICENCE', 'CRIME_TRANSFER']);
  const rowsOf = (found: NonNullable<ResultOf<typeof waiting>[Key]>): Row[] => found.nodes.map((one) => (
    'title' in one ? { id: one.id, to: casePath(one.number), name: one.title, detail: one.number, due: one.awaitedBy }
    : 'caseTitle' in one ? { id: one.id, to: transferPath(one.number), name: one.caseTitle, detail: one.number, due: one.clocks.map(({ dueAt }) => dueAt).find((at) => at) ?? null }
    : 'proposal' in one ? { id: one.id, to: rectificationPath(one.number), name: one.enterprise.name, detail: measures.term(one.proposedMeasure), due: endOf(one.proposal?.decideBy ?? one.lapses.findLast(({ kind }) => kind === 'RECTIFICATION_MEASURE_DECISION')?.lastDay) }
    : { id: one.id, to: licencePath(one.number), name: one.number, detail: one.enterprise.name }
  ));
  const shown = data && keys.flatMap((key): Shown[] => (data[key] ? [{ key, title: words.waiting[key], to: figures[key]!.to, total: data[key].totalCount, rows: byDue(rowsOf(data[key])) }] : []));
  return <Groups shown={shown} standing={{ fetching, error, again }} />;
}

function WaitingForPolice() {
  const words = useWords(todayWords);
  const figures = { toSign: policeGroups.toSign.figure(null), toFile: policeGroups.toFile.figure(null) };
  const { data, error, fetching, again } = useLiveQuery(waitingPolice, { toSign: figures.toSign.where, toFile: figures.toFile.where }, ['CRIME_TRANSFER']);
  const shown = data && (['toSign', 'toFile'] as const).map((key): Shown => ({
    key, title: words.waiting[key], to: figures[key].to, total: data[key].totalCount,
    rows: data[key].nodes.map((one) => ({ id: one.id, to: transferPath(one.number), name: one.caseTitle, detail: `${one.number} ${one.sentOn ?? one.openedOn}` })),
  }));
  return <Groups shown={shown} standing={{ fetching, error, again }} />;
}

function Groups({ shown, standing }: { shown: Shown[] | undefined; standing: Omit<Parameters<typeof Standing>[0], 'children'> }) {
  const words = useWords(todayWords);
  const some = (shown?.filter(({ total }) => total > 0) ?? []).toSorted((a, b) => (a.rows[0]?.due ?? noTerm).localeCompare(b.rows[0]?.due ?? noTerm));
  return (
    <Card title={words.waitingTitle} size="small" className="gap-below waiting" extra={shown && count(shown.reduce((sum, { total }) => sum + total, 0))}>
      <Standing {...standing}>
        {some.length === 0 ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.noWaiting} /> : (
          <div className="cards-grid">
            {some.map(({ key, title, to, total, rows }) => (
              <section key={key} aria-label={title}>
                <h2><Link to={to} className="figure-line">{title} <Tag color="blue">{count(total)}</Tag></Link></h2>
                <ul className="rows">{rows.map((row) => (
                  <li key={row.id}><span className="main"><Link to={row.to}>{row.name}</Link> <span className="quiet">{row.detail}</span></span>{row.due && <Due at={row.due} />}</li>
                ))}</ul>
              </section>
            ))}
          </div>
        )}
      </Standing>
    </Card>
  );
}
