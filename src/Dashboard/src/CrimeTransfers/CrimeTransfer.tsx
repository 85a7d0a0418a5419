import { Alert, Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { graphql, type ResultOf } from '../app/graphql';
import { useLanguage, useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { useSession } from '../app/session';
import { useStaffName } from '../Accounts/staff';
import { useAgencyName } from '../Agencies/agencyNames';
import { HandoverRows, handoverFields } from '../Handovers/HandoverRows';
import { workWords } from '../Handovers/words';
import { Card } from '../parts/Card';
import { Clocks, clockFields } from '../parts/Clocks';
import type { CommandName } from '../parts/command';
import { Commands, otherCommands } from '../parts/Commands';
import { type Entry, entryFields } from '../parts/Entry';
import { Due } from '../parts/Due';
import { Facts } from '../parts/Facts';
import { EntryLine } from '../parts/History';
import { Instead } from '../parts/Instead';
import { useMarks } from '../parts/marks';
import { NumberOf } from '../parts/NumberOf';
import { Page } from '../parts/Page';
import { Standing } from '../parts/Standing';
import { casePath } from '../Cases/path';
import { Term, useTerms } from '../parts/Term';
import { lastDayOf, yuan } from '../parts/time';
import { useSectionName } from '../Sections/sectionNames';
import { inCourt, ours, theirs } from './steps';
import { transferWords } from './words';

const entry = graphql(`
  query CrimeTransferEntry($number: String!) {
    crimeTransfer(number: $number) {
      id version number officialNumber numberSection
      status caseNumber caseTitle agency offences openedOn sentOn receivedOn receiptNumber goodsValueCny overdue
      materials explanation earlyIntervention situation policeJoin section partyToldOn prosecution prosecutionDocumentNumber
      judgment { at outcome court documentNumber punishment }
      exchanges { ...EntryFields agency } policeClocks { ...ClockFields }
      forwardings { at fromAgency toAgency explanation }
    }
  }
`, [clockFields, entryFields]);
const file = graphql(`
  query CrimeTransferFile($number: String!) {
    crimeTransfer(number: $number) {
      leftToOthers othersInCharge { message }
      id lastRecord taskGroup report copiedToProsecutorsOn penaltiesCopiedOn goodsValueThenCny offencesThen
      papers { at recordedFor documentNumber scan { hash fileName url } }
      readdressings { at fromAgency toAgency explanation }
      handovers { ...HandoverFields } clocks { ...ClockFields } lapses { title rule dueAt section }
      history(first: 60) { nodes { ...EntryFields agency } }
    }
  }
`, [clockFields, entryFields, handoverFields]);

type Lapse = NonNullable<ResultOf<typeof file>['crimeTransfer']>['lapses'][number];

// What the clock notes for itself; a lapse is shown on the side that it is of.
const ofTheClock = new Set(['crime-transfer.clocks-reckoned', 'crime-transfer.deadline-near', 'crime-transfer.deadline-lapsed', 'crime-transfer.case-told']);

const ofPolice: CommandName[] = [
  'answerEarlyIntervention', 'recordPoliceReceipt', 'recordPoliceDecision', 'recordPoliceReturn', 'forwardCrimeTransfer',
  'recordProsecutionDecision', 'recordJudgment',
];
// What the police and the prosecutors do is theirs also where the legal section has recorded it from paper.
const theirKinds = new Set([
  'early-intervention-answered', 'received', 'forwarded', 'filed', 'declined', 'returned', 'prosecution-decided', 'judged',
].map((kind) => `crime-transfer.${kind}`));
const ofBureau = otherCommands('crimeTransfer', [
  'requestReconsideration', 'requestProsecutorSupervision', 'copyToProsecutors', 'handOverEvidence', 'readdressCrimeTransfer',
  'withdrawCrimeTransfer', 'changeTransferSection', ...ofPolice,
], ['openCrimeTransfer', 'requestEarlyIntervention', ...Object.values(ours).flat(), ...Object.values(theirs).flat()]);

export default function CrimeTransfer() {
  const words = useWords(transferWords);
  const { may, me } = useSession();
  const { language } = useLanguage();
  const offences = useTerms('Offence');
  const materials = useTerms('TransferMaterial');
  const work = useWords(workWords);
  const [section, agency, name] = [useSectionName(), useAgencyName(), useStaffName()];
  const number = useParams().number ?? '';
  const { data, error, fetching, again } = useLiveQuery(entry, { number }, ['CRIME_TRANSFER']);
  const whole = useLiveQuery(file, { number }, ['CRIME_TRANSFER'], !may('cases'));
  const marks = useMarks();
  const one = data?.crimeTransfer;
  if (data && !one) return <Instead why={words.notFound} />;
  const more = whole.data?.crimeTransfer;
  // The bureau sees all that happened, the police what passed between both.
  const entries = (more?.history.nodes ?? one?.exchanges.toReversed() ?? []).filter(({ kind }) => !ofTheClock.has(kind));
  const sides = one ? [...one.forwardings, ...(more?.readdressings ?? [])].flatMap(({ fromAgency, toAgency }) => [fromAgency, toAgency]) : [];
  const police = new Set(one ? [one.agency, ...sides] : []);
  const isInCourt = one?.status === 'HANDED_OVER' && one.prosecution === 'PROSECUTED';
  const ofUs = me.agency ? words.waitingBureau : words.waitingUs;
  const ofThem = isInCourt ? words.waitingCourt : words.waitingPolice;
  const waiting = one && (theirs[one.status] ? ofThem : ours[one.status] ? ofUs : words.over);
  // What is owed first by whoever is to act, and whether they are late with it: what the other side was late with is done.
  const isTheirTurn = !!one && !!theirs[one.status];
  const isOfPolice = ({ title }: { title: string }) => !!one?.policeClocks.some((each) => each.title === title);
  const running = isTheirTurn ? one.policeClocks : (more?.clocks.filter((clock) => !isOfPolice(clock)) ?? []);
  const [owed] = running.filter(({ dueAt }) => dueAt).toSorted((a, b) => a.dueAt!.localeCompare(b.dueAt!));
  const isLate = isTheirTurn ? running.some(({ isLapsed }) => isLapsed) : !!one?.overdue;
  const next = one ? [...(ours[one.status] ?? []), ...(isInCourt ? inCourt : (theirs[one.status] ?? []))] : [];
  const steps = one ? [...next, ...(one.earlyIntervention && one.policeJoin === null ? ['answerEarlyIntervention' as const] : [])] : [];
  // What was not recorded since cannot be corrected.
  const others = me.agency ? ofPolice : ofBureau.filter((command) => command !== 'correctCrimeTransfer' || more?.lastRecord);
  return (
    <Page title={one?.caseTitle ?? words.title}
      remark={one && <><NumberOf of={one} /> <Term of="TransferStatus" value={one.status} /></>}
      extra={one && <Commands next={steps} others={others}
        closed={more?.othersInCharge}
        target={{ subject: 'crimeTransfer', id: one.id, version: one.version, leftToOthers: more?.leftToOthers, fixed: { number } }}
        initial={{
          nameTransferTaskGroup: { members: more?.taskGroup ?? [] },
          ...(more?.lastRecord && { correctCrimeTransfer: { step: more.lastRecord } }),
        }} />}>
      <Standing fetching={fetching} error={error} again={again} rows={12}>
        {one && (
          <div className="cards-grid">
            <Alert className="whole" type={isLate ? 'error' : 'info'} showIcon title={<>{waiting}{isLate && ` · ${words.overdue}`}</>}
              {...(owed?.dueAt && { description: <Due at={owed.dueAt} term={owed.title} /> })} />
            <Card className="two-thirds">
              <Facts items={[
                { key: 'case', label: words.caseTitle, children: may('cases') ? <Link to={casePath(one.caseNumber)}>{one.caseNumber}</Link> : one.caseNumber },
                { key: 'agency', label: words.agency, children: <>{one.forwardings.map(({ at, fromAgency }) => <span key={at}>{agency(fromAgency)} → </span>)}{agency(one.agency)}</> },
                { key: 'section', label: words.section, children: section(one.section) },
                { key: 'offences', label: words.offences, children: one.offences.map(offences.term).join(marks.comma) || '—' },
                { key: 'goods', label: words.goodsValue, children: yuan(one.goodsValueCny, language) },
                { key: 'opened', label: words.openedOn, children: one.openedOn },
                { key: 'sent', label: words.sentOn, children: one.sentOn ?? '—' },
                { key: 'received', label: words.receivedOn, children: one.receivedOn ?? '—' },
                { key: 'receipt', label: words.receipt, children: one.receiptNumber ?? '—' },
                { key: 'materials', label: words.materials, span: 'filled' as const, children: one.materials.map(materials.term).join(marks.comma) || '—' },
                ...(one.earlyIntervention ? [{ key: 'joins', label: words.joins, children: one.policeJoin === null ? '—' : one.policeJoin ? words.yes : words.no }, { key: 'situation', label: words.situation, children: one.situation ?? '—' }] : []),
                ...(one.partyToldOn ? [{ key: 'told', label: words.partyTold, children: one.partyToldOn }] : []),
                ...(one.prosecution ? [{
                  key: 'prosecution', label: words.prosecution,
                  children: <><Term of="ProsecutionDecision" value={one.prosecution} /> {one.prosecutionDocumentNumber}</>,
                }] : []),
                ...(one.judgment ? [{ key: 'judgment', label: words.judgment, span: 'filled' as const, children: judged(one.judgment) }] : []),
                ...(more?.copiedToProsecutorsOn ? [{
                  key: 'copied', label: words.copied,
                  children: <>{more.copiedToProsecutorsOn}{more.penaltiesCopiedOn && ` · ${words.penaltiesCopied} ${more.penaltiesCopiedOn}`}</>,
                }] : []),
                ...(more && more.goodsValueThenCny !== null ? [{
                  key: 'then', label: words.knownThen,
                  children: <>{yuan(more.goodsValueThenCny, language)} {more.offencesThen.map(offences.term).join(marks.comma)}</>,
                }] : []),
                ...(more?.papers.length ? [{ key: 'papers', label: words.papers, span: 'filled' as const, children: <div>{more.papers.map(paper)}</div> }] : []),
                ...(one.explanation ? [{ key: 'why', label: words.explanation, span: 'filled' as const, children: one.explanation }] : []),
                ...(more ? [{ key: 'group', label: words.taskGroup, children: more.taskGroup.map(name).join(marks.comma) || '—' }, { key: 'report', label: words.report, span: 'filled' as const, children: more.report ?? '—' }] : []),
              ]} />
            </Card>
            <div className="third stack">
              <Card title={words.clocks}><Clocks clocks={more?.clocks ?? one.policeClocks} /></Card>
              {more && more.handovers.length > 0 && <Card title={work.handovers}><HandoverRows handovers={more.handovers} /></Card>}
            </div>
            {(more || !may('cases')) && (
              <div className="whole lanes">
                <Lane title={me.agency ? words.bureau : words.us} entries={entries.filter((one) => !isTheirs(one))}
                  lapses={more?.lapses.filter((lapse) => !police.has(lapse.section ?? '')) ?? []} />
                <Lane isPolice title={words.police} entries={entries.filter(isTheirs)}
                  lapses={more?.lapses.filter((lapse) => police.has(lapse.section ?? '')) ?? []} />
              </div>
            )}
          </div>
        )}
      </Standing>
    </Page>
  );
}

type Judgment = NonNullable<NonNullable<ResultOf<typeof entry>['crimeTransfer']>['judgment']>;
type Paper = NonNullable<ResultOf<typeof file>['crimeTransfer']>['papers'][number];

const judged = ({ outcome, court, documentNumber, punishment }: Judgment) =>
  <><Term of="JudgmentOutcome" value={outcome} /> {court} {documentNumber} {punishment}</>;

const paper = ({ at, recordedFor, documentNumber, scan }: Paper) => (
  <div key={`${documentNumber}${at}`}>
    {recordedFor} {documentNumber} {scan.map(({ hash, fileName, url }) => <a key={hash} href={url} download={fileName}>{fileName}</a>)}
  </div>
);

const isTheirs = ({ agency, kind }: { agency: string | null; kind: string }) => !!agency || theirKinds.has(kind);

/** What one side has done, and what it was late with. */
function Lane({ title, isPolice = false, entries, lapses }: { title: string; isPolice?: boolean; entries: Entry[]; lapses: Lapse[] }) {
  const words = useWords(transferWords);
  return (
    <section className={isPolice ? 'lane police' : 'lane'}>
      <h2>{title}</h2>
      {lapses.length > 0 && (
        <ul className="rows gap-below">
          {lapses.map((lapse) => <li key={`${lapse.title}${lapse.dueAt}`}><span className="main"><Tag color="red">{words.lapses}</Tag>{' '}{lapse.title}<div className="quiet">{lapse.rule}</div></span>{lastDayOf(lapse.dueAt)}</li>)}
        </ul>
      )}
      {entries.length > 0 ? <EntryLine entries={entries} /> : words.noneYet}
    </section>
  );
}
