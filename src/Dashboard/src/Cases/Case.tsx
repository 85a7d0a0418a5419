import { Alert, Collapse, Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { graphql, type ResultOf } from '../app/graphql';
import { useLanguage, useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { useSession } from '../app/session';
import { ApprovalRows, approvalFields } from '../Approvals/ApprovalRows';
import { toDecide } from '../Approvals/deciding';
import { aboutProposal } from '../Approvals/Proposal';
import { approvalWords } from '../Approvals/words';
import { Attached, attachmentFields } from '../Attachments/Attached';
import { useStaffName } from '../Accounts/staff';
import { HandoverRows, handoverFields } from '../Handovers/HandoverRows';
import { workWords } from '../Handovers/words';
import { Card } from '../parts/Card';
import type { CommandName } from '../parts/command';
import { Clocks, clockFields } from '../parts/Clocks';
import { Commands, otherCommands } from '../parts/Commands';
import type { Option } from '../parts/CommandForm';
import { Facts } from '../parts/Facts';
import { History } from '../parts/History';
import { Instead } from '../parts/Instead';
import { currentMarks, useMarks } from '../parts/marks';
import { numbered } from '../parts/numbered';
import { NumberOf } from '../parts/NumberOf';
import { Page } from '../parts/Page';
import { Standing } from '../parts/Standing';
import { denPath } from '../Dens/path';
import { enterprisePath } from '../Enterprises/path';
import { inspectionPath } from '../Inspections/path';
import { transferPath } from '../CrimeTransfers/path';
import { Term, useTerms } from '../parts/Term';
import { dayOf, lastDayOf, timeOf, yuan } from '../parts/time';
import { useSectionName } from '../Sections/sectionNames';
import { NextStep } from './NextStep';
import { awaitedCommand, awaitedCommandOf, nextSteps } from './nextSteps';
import { outcomesOf } from './outcomes';
import { stepsAt } from './stages';
import { caseWords } from './words';

const file = graphql(`
  query CaseFile($number: String!) {
    case(number: $number) {
      sourceReference
      leftToOthers othersInCharge { message }
      id version number officialNumber numberSection title stage violation subKind source facts isMajor majorBecause overdue mustTransfer section officerNames responsible
      receivedOn awaits awaitedTerm awaitedBy mustPublish actEndedOn filedOn decidedOn servedOn publishedOn
      endedOn outcome paidCny penaltyCny reviewedBy instalmentsUntil enforcementRequestedOn
      enterprise { creditCode name } productClasses { code name } 
      parties { number kind name creditCode address representative telephone identityNumber den { number } } violationKinds
      goods { number name brand specification batch quantity unit unitPriceCny valueCny basis rightsHolder }
      lateBy { step dueAt officer section daysLate inWorkingDays }
      goodsValued figures { goodsValueCny salesAmountCny illegalGainsCny unsoldValueCny businessAmountCny lossCny labelPieces marks patents
        circumstances lawfulCostsCny countedGainsCny gainsBasis lawOf }
      legalBases { basis citation isProvisional } laterBases { basis }
      approvals { ...ApprovalFields } handovers { ...HandoverFields } clocks { ...ClockFields }
      pauses { number reason documentNumber startedAt endedAt } lapses { title rule dueAt officer }
      openTasks rights { servedOn answer statementUntil hearingOn heldOn chair fileHandedOverOn isPublic publishedOn report }
      recusals { person on reason minutesNumber }
      recusalDeliberations { heldOn chair participants minutesNumber conclusion }
      competence { declinedBy declinedOn referredTo referredOn settledOn settledBy }
      earlierNotices { servedOn answer heldOn penalty { fineCny } } deliberation { heldOn chair participants minutesNumber conclusion }
      noPenalty { decidedOn decidedBy ground education documentNumber } terminatedBecause passedOnTo judgedOn
      spotPenalty { cashReceivedCny reportedOn cashHandedInOn }
      correctionOrders { number what orderedOn until documentNumber isDone checkedOn finding }
      suspectedCrime { name article source offence figure atLeastCny atLeastPieces }
      transferDuty { openedOn transferNumber answeredOn } crimeTransfer { number status }
      evidence { number kind title takenOn takenBy recordedBy recordedAt attachment attachments { ...AttachmentFields } custody { holder place since } } seizures {
        number kind goods lines decidedOn endedOn outcome early documentNumber returnOwedOn returnedOn returnWay returnAmountCny
      }
      tests { number sample laboratory orderedOn resultOn withdrawnOn passed } followUps { practice warned recordedOn }
      proposal { proposedBy proposedOn noPenalty penalty { fineCny confiscatedGainsCny confiscatedGoodsCny others } }
      decision { decidedBy decidedOn documentNumber isCollective discretion
        penalty { fineCny confiscatedGainsCny confiscatedGoodsCny others }
        law { articles isMilder gainsBasis areGainsMilder } }
      execution {
        serviceWay noticeUntil paymentUntil surchargeCny owedCny toRefundCny refundedCny netPaidCny
        suitUntil urgedOn enforceableFrom enforceableUntil
        enforcementResult executionEndedOn executionEndedBecause
        publicationTier publicationUntil publicationEndableFrom publicationEndedOn publicationWithdrawnOn annulledOn
        payments { number amountCny paidOn documentNumber wasCorrected } refunds { number amountCny refundedOn }
      }
      formerServedOn
      challenges { number kind receivedOn body documentNumber until isLate isAgainstFormer outcome endedOn
        outcomeDocumentNumber }
    }
  }
`, [approvalFields, attachmentFields, clockFields, handoverFields]);

type CaseFile = NonNullable<ResultOf<typeof file>['case']>;

// The awaited step comes first (`nextSteps`); what the others of a procedure are stands here in its order.
const others = otherCommands('case', [
  'fileCase', 'decideNotToFile', 'penaliseOnTheSpot', 'proposePenalty', 'proposeNoPenalty', 'passLegalReview', 'returnForInvestigation',
  'notifyRights', 'recordPartyAnswer', 'nameHearingChair', 'handFileToHearingChair', 'announceHearing', 'publishHearing', 'recordHearing',
  'recordHearingReport', 'recordDeliberation', 'decidePenalty', 'decideNoPenalty', 'serveDecision', 'publishDecision', 'executePenalty',
  'addCaseParty', 'recordPartyParticulars', 'addGoodsLines', 'addEvidence', 'moveEvidence', 'recordCaseFigures', 'seizeGoods',
  'endSeizure', 'orderTest', 'recordTestResult', 'withdrawTest', 'pauseCase', 'endCasePause', 'extendCaseClock', 'assignCaseOfficers',
  'askRecusal', 'decideRecusalTogether', 'handOverCase', 'markMajorCase', 'unmarkMajorCase', 'joinCase',
  'orderCorrection', 'recordCorrection', 'terminateCase', 'passOnCase', 'referCompetence', 'recordCompetence',
  'reportSpotPenalty', 'handInCash',
  'allowInstalments', 'urgePayment', 'requestCourtEnforcement', 'recordEnforcementResult', 'endExecution',
  'waiveSurcharge', 'correctPayment',
  'recordChallenge', 'recordChallengeOutcome', 'recordRefund', 'recordGoodsReturn',
  'withdrawPublication', 'endPublicationEarly', 'recordCaseFollowUp', 'openCrimeTransfer', 'requestEarlyIntervention', 'withdrawCase', 'closeCase',
  'recordTransferInquiry', 'recordPassOnDeclined',
], ['recordLead', 'approveCaseStep', 'returnCaseStep']);

// Steps that begin another subject, which the law of cases says nothing of.
const beside: CommandName[] = ['openCrimeTransfer', 'requestEarlyIntervention'];

export default function Case() {
  const words = useWords(caseWords);
  const approval = useWords(approvalWords);
  const { me, may, now } = useSession();
  const { language } = useLanguage();
  const [approvalSteps, outcomes] = [useTerms('ApprovalStep'), useTerms('CaseOutcome')];
  const number = useParams().number ?? '';
  const { data, error, fetching, again } = useLiveQuery(file, { number }, ['CASE', 'CRIME_TRANSFER']);
  const one = data?.case;
  if (data && !one) return <Instead why={words.notFound} />;
  const { waiting, mayDecide, daysBefore } = toDecide(one?.approvals ?? []);
  const isMine = waiting?.askedBy === me.userName;
  const deciding: CommandName[] = !waiting ? []
    : isMine ? ['returnCaseStep']
    : daysBefore.length > 0 ? ['approveCaseStep']
    : mayDecide ? ['approveCaseStep', 'returnCaseStep']
    : [];
  const opening = one?.mustTransfer && !one.crimeTransfer ? ['openCrimeTransfer' as const] : [];
  const returning = one?.openTasks.includes('GOODS_RETURN_OWED') ? ['recordGoodsReturn' as const] : [];
  const isOfStage = (each: CommandName) => !one || beside.includes(each) || !!stepsAt[one.stage]?.includes(each);
  // A list knows less of the case than its page: what it leads to is what the page says.
  const [listed, awaited] = one ? [awaitedCommand(one), awaitedCommandOf(one)] : [];
  const steps = one ? [...new Set([...deciding, ...opening, ...returning, ...nextSteps(one)])] : [];
  // What others have to do next is no step of whoever looks: then none of theirs stands out.
  const isOthers = !!awaited && steps[0] === awaited && (!may(awaited) || one!.leftToOthers.includes(awaited));
  return (
    <Page title={one?.title ?? words.title} remark={one && <><NumberOf of={one} /> <Term of="CaseStage" value={one.stage} />{one.isMajor && <Tag color="purple" title={one.majorBecause ?? undefined}>{words.major}</Tag>}{one.overdue && <Tag color="red">{words.overdue}</Tag>}</>}
      extra={one && <Commands next={steps} others={others.filter(isOfStage)}
        folded={others.filter((each) => !isOfStage(each))} closed={one.othersInCharge}
        titles={isMine ? { returnCaseStep: approval.takeBack } : {}} isPlain={isMine || isOthers}
        instead={listed && awaited ? { [listed]: awaited } : {}}
        target={{
          subject: 'case', id: one.id, version: one.version, leftToOthers: one.leftToOthers,
          // Which decision is challenged is asked where two can be.
          fixed: {
            number, caseNumber: number, ...(!one.formerServedOn && { againstFormer: false }),
            // One that waits alone need not be chosen.
            ...(waiting && one.approvals.filter(({ outcome }) => !outcome).length === 1 && { approval: waiting.item }),
          },
          ...(waiting && { about: aboutProposal(['approveCaseStep', 'returnCaseStep'], one.id, waiting.item) }),
          known: { officers: one.officerNames, takenBy: one.officerNames }, choices: {
            ...choicesOf(one, approvalSteps.term, (amount) => yuan(amount, language)),
            // Whoever is authorised no more enters what was decided while they were.
            'closeCase.outcome': outcomesOf(one).map((value) => ({ value, label: outcomes.term(value) })),
            'approveCaseStep.on': daysBefore.map((day) => ({ value: day, label: day })),
          },
        }}
        initial={{
          recordCaseFigures: one.figures, correctCaseFigures: one.figures,
          correctCaseLead: {
            ...one, productClasses: one.productClasses.map(({ code }) => code), otherViolations: one.violationKinds.slice(1),
          }, assignCaseOfficers: { officers: one.officerNames }, fileCase: { officers: one.officerNames }, openCrimeTransfer: { agency: 'PUBLIC_SECURITY' }, requestEarlyIntervention: { agency: 'PUBLIC_SECURITY' },
          proposePenalty: { basis: articlesOf(one) }, decidePenalty: { ...one.proposal?.penalty, basis: articlesOf(one) },
          approveCaseStep: { approval: waiting?.item, ...(daysBefore.length > 0 && { on: daysBefore[0] }) },
          returnCaseStep: { approval: waiting?.item },
          decideRecusalTogether: { approval: waiting?.item }, publishDecision: { publishedOn: dayOf(now()) },
          // It is held on the day that was told.
          ...(one.rights?.hearingOn && { recordHearing: { heldOn: one.rights.hearingOn } }),
        }} />}>
      <Standing fetching={fetching} error={error} again={again} rows={12}>{one && <Whole of={one} />}</Standing>
    </Page>
  );
}

/** The measures on goods: what is held, what became of it, and what is to be given back because its decision fell. */
function Seizures({ of }: { of: CaseFile }) {
  const words = useWords(caseWords);
  const { language } = useLanguage();
  const marks = useMarks();
  if (of.seizures.length === 0) return null;
  return (
    <Card title={words.seizures}>
      <ul className="rows">
        {of.seizures.map((each) => (
          <li key={each.number}>
            <span className="main">
              {each.goods}
              <div className="quiet">
                {each.lines.length > 0 && `${words.lines} ${each.lines.join(marks.comma)} · `}
                {each.decidedOn}{each.endedOn && ` — ${each.endedOn}`}
                {each.early && <> · <Term of="EarlyDisposal" value={each.early} /></>}
              </div>
              {each.returnOwedOn && !each.returnedOn && <Tag color="red">{words.returnOwed(each.returnOwedOn)}</Tag>}
              {each.returnWay && (
                <div className="quiet">
                  {each.returnedOn} <Term of="GoodsReturnWay" value={each.returnWay} />
                  {!!each.returnAmountCny && ` ${yuan(each.returnAmountCny, language)}`}
                </div>
              )}
            </span>
            <Term of={each.outcome ? 'SeizureOutcome' : 'SeizureKind'} value={each.outcome ?? each.kind} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The parts of a case that its steps name by their numbers: those that the step can be about. */
function choicesOf(one: CaseFile, stepName: (step: string) => string, money: (amount: number) => string): Record<string, Option[]> {
  const measures = one.seizures.map(({ number, goods, endedOn, returnOwedOn, returnedOn }) => ({
    endedOn, isReturnOwed: !!returnOwedOn && !returnedOn, option: numbered(number, goods),
  }));
  const goods = one.goods.map(({ number, name }) => numbered(number, name));
  return {
    evidence: one.evidence.map(({ number, title }) => numbered(number, title)),
    seizure: measures.map(({ option }) => option),
    'recordGoodsReturn.seizure': measures.filter(({ isReturnOwed }) => isReturnOwed).map(({ option }) => option),
    'endSeizure.seizure': measures.filter(({ endedOn }) => !endedOn).map(({ option }) => option),
    'correctSeizureEnd.seizure': measures.filter(({ endedOn }) => endedOn).map(({ option }) => option),
    'correctTestResult.test': one.tests.filter(({ resultOn }) => resultOn).map(({ number, sample }) => numbered(number, sample)),
    'correctChallenge.challenge': one.challenges.map(({ number, receivedOn, body }) => numbered(number, `${receivedOn} ${body}`)),
    test: one.tests.filter(({ resultOn, withdrawnOn }) => !resultOn && !withdrawnOn)
      .map(({ number, sample }) => numbered(number, sample)),
    pause: one.pauses.filter(({ endedAt }) => !endedAt).map(({ number, documentNumber }) => numbered(number, documentNumber)),
    party: one.parties.map(({ number, name }) => numbered(number, name)),
    line: goods,
    lines: goods,
    order: one.correctionOrders.filter(({ isDone }) => !isDone).map(({ number, what }) => numbered(number, what)),
    challenge: one.challenges.filter(({ outcome }) => !outcome)
      .map(({ number, receivedOn, body }) => numbered(number, `${receivedOn} ${body}`)),
    refund: (one.execution?.refunds ?? [])
      .map(({ number, amountCny, refundedOn }) => numbered(number, `${refundedOn} ${money(amountCny)}`)),
    payment: (one.execution?.payments ?? []).map(({ number, amountCny, paidOn }) => numbered(number, `${paidOn} ${money(amountCny)}`)),
    approval: one.approvals.filter(({ outcome }) => !outcome)
      .map(({ item, step, summary }) => numbered(item, `${stepName(step)} ${summary}`)),
  };
}

/** The articles by which the act is penalised, by the law of its day: offered where a basis is asked for. */
const articlesOf = ({ legalBases }: CaseFile) => legalBases.map(({ citation }) => citation).join('；');

function Whole({ of: one }: { of: CaseFile }) {
  const words = useWords(caseWords);
  const { language } = useLanguage();
  const violations = useTerms('ViolationKind');
  const sources = useTerms('LeadSource');
  const figures = useTerms('CrimeFigure');
  const work = useWords(workWords);
  const approval = useWords(approvalWords);
  const [section, name] = [useSectionName(), useStaffName()];
  const marks = useMarks();
  const money = (amount: number) => yuan(amount, language);
  return (
    <div className="cards-grid">
      <div className="two-thirds stack">
        <NextStep of={one} />
        <Blocks of={one} />
        <Card>
          <Facts items={[
            { key: 'violation', label: words.violation, span: 'filled' as const, children: <>{one.violationKinds.map(violations.term).join(marks.comma)}{one.subKind && <> · <Term of="ViolationSubKind" value={one.subKind} /></>}</> },
            { key: 'parties', label: words.parties, span: 'filled' as const, children: <ul className="plain">{one.parties.map((party) => <li key={party.number}>{party.creditCode ? <Link to={enterprisePath(party.creditCode)}>{party.name}</Link> : party.den ? <Link to={denPath(party.den.number)}>{party.name}</Link> : party.name} <span className="quiet">{party.address}</span><Particulars of={party} /></li>)}</ul> },
            { key: 'source', label: words.source, children: <>{sources.term(one.source)} <SourceReference of={one} /></> },
            { key: 'section', label: words.section, children: section(one.section) },
            {
              key: 'officers', label: words.officers,
              // Whoever took a lead in does not investigate it.
              children: one.officerNames.map(name).join(marks.comma) || words.notAssigned(name(one.responsible)),
            },
            { key: 'received', label: words.received, children: one.receivedOn },
            { key: 'filed', label: words.filed, children: one.filedOn ?? '—' },
            ...(one.endedOn ? [{ key: 'ended', label: words.endedOn, children: <>{one.endedOn} <Term of="CaseOutcome" value={one.outcome} /></> }] : []),
            { key: 'facts', label: words.facts, span: 'filled' as const, children: one.facts },
            ...(one.legalBases.length > 0 ? [{ key: 'bases', label: words.legalBases, span: 'filled' as const, children: (
              // One block: the parts of a description's content stand beside each other.
              <div>
                {one.legalBases
                  .map(({ basis, isProvisional }) => `${basis}${isProvisional ? words.provisional : ''}`)
                  .join(marks.semicolon)}
                <div className="quiet">{one.actEndedOn ? words.lawOf(one.figures.lawOf) : words.lawOfNoDay(one.figures.lawOf)}</div>
                {one.laterBases.length > 0 && (
                  <div className="quiet">{words.laterLaw} {one.laterBases.map(({ basis }) => basis).join(marks.semicolon)}</div>
                )}
              </div>
            ) }] : []),
          ]} />
        </Card>
        <Card title={words.figures}>
          <Facts column={{ xs: 1, sm: 2, md: 3 }} items={[
            { key: 'goods', label: words.goodsValue, children: (
              <b>{one.goodsValued ? money(one.figures.goodsValueCny) : words.notValued}</b>
            ) },
            { key: 'sales', label: figures.term('SALES_AMOUNT'), children: money(one.figures.salesAmountCny) },
            { key: 'gains', label: figures.term('ILLEGAL_GAINS'), children: money(one.figures.illegalGainsCny) },
            ...(one.figures.lawfulCostsCny === null ? [] : [
              { key: 'costs', label: words.lawfulCosts, children: money(one.figures.lawfulCostsCny) },
              { key: 'counted', label: words.countedGains, children: (
                <>{money(one.figures.countedGainsCny)}<div className="quiet">{one.figures.gainsBasis}</div></>
              ) },
            ]),
            { key: 'unsold', label: figures.term('UNSOLD_VALUE'), children: money(one.figures.unsoldValueCny) },
            { key: 'business', label: figures.term('BUSINESS_AMOUNT'), children: money(one.figures.businessAmountCny) },
            { key: 'loss', label: figures.term('LOSS'), children: money(one.figures.lossCny) },
          ]} />
        </Card>
        {one.goods.length > 0 && <Goods of={one} />}
        {(one.proposal ?? one.decision) && <Penalties of={one} />}
        <Procedure of={one} />
        {one.execution && <Execution of={one} />}
        <Challenges of={one} />
        <Card title={`${words.evidence}${marks.inBrackets(one.evidence.length)}`}>
          <ul className="rows">{one.evidence.map((each) => <li key={each.number}><div className="main">{each.number}. {each.title} <Term of="EvidenceKind" value={each.kind} />
            <div className="quiet">{words.takenOn} {each.takenOn} · {words.takenBy} {each.takenBy.map(name).join(marks.comma)} · {words.recorded} {each.recordedBy && `${name(each.recordedBy)} `}{timeOf(each.recordedAt)}</div>
            <div className="quiet">
              {words.custody} {each.custody.map(({ holder, place }) => `${name(holder)}${marks.inBrackets(place)}`).join(' → ')}
            </div>
            {each.attachments.length > 0 ? <Attached files={each.attachments} /> : each.attachment && <div className="quiet">{words.keptElsewhere}</div>}
          </div></li>)}</ul>
        </Card>
        <Seizures of={one} />
        {one.tests.length > 0 && <Card title={words.tests}><ul className="rows">{one.tests.map((each) => <li key={each.number}><span className="main">{each.sample}<div className="quiet">{each.laboratory} · {each.orderedOn}</div></span><Tag color={each.passed === false ? 'red' : each.passed ? 'green' : 'blue'}>{each.withdrawnOn ? words.givenUp : each.passed === null ? words.waiting : each.passed ? words.passed : words.failed}</Tag></li>)}</ul></Card>}
      </div>
      <div className="third stack">
        {one.lateBy.length > 0 && <Late of={one} />}
        <Card title={words.clocks}><Clocks clocks={one.clocks} /></Card>
        {one.approvals.length > 0 && <Card title={approval.approvals}><ApprovalRows approvals={one.approvals} /></Card>}
        {one.handovers.length > 0 && <Card title={work.handovers}><HandoverRows handovers={one.handovers} /></Card>}
        {one.pauses.length > 0 && <Card title={words.pauses}><ul className="rows">{one.pauses.map((pause) => <li key={pause.number}><span className="main"><Term of="PauseReason" value={pause.reason} /><div className="quiet">{words.pausedFrom} {timeOf(pause.startedAt)} {pause.endedAt ? `${words.pausedTo} ${timeOf(pause.endedAt)}` : words.pausedStill} · {pause.documentNumber}</div></span></li>)}</ul></Card>}
        {one.suspectedCrime.length > 0 && <Card title={words.suspected}>
          <ul className="rows">{one.suspectedCrime.map((each) => (
          <li key={`${each.name}${each.figure}`}><span className="main">{each.name}
            <div>
              {figures.term(each.figure)}{' '}
              {words.atLeast(each.atLeastCny === null ? words.pieces(each.atLeastPieces ?? 0) : money(each.atLeastCny))}
            </div>
            <div className="quiet">
              <Term of="Offence" value={each.offence} />{each.article !== null && words.article(each.article)} {each.source}
            </div></span></li>
        ))}</ul></Card>}
        {one.crimeTransfer && <Card title={words.transfer}><Link to={transferPath(one.crimeTransfer.number)}>{one.crimeTransfer.number}</Link> <Term of="TransferStatus" value={one.crimeTransfer.status} /></Card>}
        {one.lapses.length > 0 && <Card title={words.lapses}><ul className="rows">{one.lapses.map((lapse) => <li key={`${lapse.title}${lapse.dueAt}`}><span className="main">{lapse.title}<div className="quiet">{lapse.rule} · {name(lapse.officer)}</div></span>{lastDayOf(lapse.dueAt)}</li>)}</ul></Card>}
      </div>
      <Card className="two-thirds" title={words.history}><History subject={one.id} kinds={['CASE']} /></Card>
    </div>
  );
}

function Particulars({ of: party }: { of: CaseFile['parties'][number] }) {
  const words = useWords(caseWords);
  const known = (['representative', 'telephone', 'identityNumber'] as const).filter((each) => party[each]);
  return known.length === 0 ? null : <div className="quiet">{known.map((each) => `${words[each]} ${party[each]}`).join(' · ')}</div>;
}

function Goods({ of: { goods, figures } }: { of: CaseFile }) {
  const words = useWords(caseWords);
  const { language } = useLanguage();
  const marks = useMarks();
  return (
    <Card title={`${words.goodsLines}${marks.inBrackets(`${words.goodsSum} ${yuan(figures.goodsValueCny, language)}`)}`}>
      <ul className="rows">
        {goods.map((line) => (
          <li key={line.number}>
            <span className="main">
              {line.number}. {[line.name, line.brand, line.specification, line.batch].filter(Boolean).join(' · ')}
              <div className="quiet">
                {line.quantity} {line.unit} × {yuan(line.unitPriceCny, language)} ·{' '}
                <Term of="ValuationBasis" value={line.basis} /> {line.rightsHolder}
              </div>
            </span>
            {yuan(line.valueCny, language)}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Late({ of: { lateBy } }: { of: CaseFile }) {
  const words = useWords(caseWords);
  const [section, name] = [useSectionName(), useStaffName()];
  return (
    <Card title={words.late}>
      <ul className="rows">
        {lateBy.map((late) => (
          <li key={`${late.step}${late.dueAt}`}>
            <span className="main">
              {late.step}<div className="quiet">{late.officer && name(late.officer)} · {section(late.section)}</div>
            </span>
            <Tag color="red">{words.lateDays(late.daysLate ?? 0, late.inWorkingDays)}</Tag>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What stands before the next step, in words; the server refuses the same, with the same reasons. */
function Blocks({ of: one }: { of: CaseFile }) {
  const words = useWords(caseWords);
  const tasks = useTerms('CaseTask');
  const marks = useMarks();
  const review = one.stage === 'LEGAL_REVIEW' || one.stage === 'HEARING';
  const reasons = [
    ...(one.mustTransfer ? [words.mustTransferWhy] : []),
    ...(one.stage === 'LEGAL_REVIEW' && !one.reviewedBy ? [words.notReviewed] : []),
    ...(review && one.reviewedBy && !one.rights ? [words.notNotified] : []),
    ...(review && one.rights && !one.rights.answer ? [words.statementUntil(timeOf(one.rights.statementUntil))] : []),
    ...(one.openTasks.length > 0 ? [`${words.openTasks}${marks.colon}${one.openTasks.map(tasks.term).join(marks.comma)}`] : []),
  ];
  if (reasons.length === 0) return null;
  return <Alert type="warning" showIcon title={words.blocks} description={<ul className="plain">{reasons.map((reason) => <li key={reason}>{reason}</li>)}</ul>} />;
}

/** When the party was told, and what it answered. */
const told = ({ servedOn, answer }: { servedOn: string; answer: string | null }) => (
  <>{servedOn} {answer && <Term of="PartyAnswer" value={answer} />}</>
);

/** Who declined the case, who was asked to designate whose it is, and when that was settled. */
const Disputed = ({ of: dispute }: { of: NonNullable<CaseFile['competence']> }) => (
  <>
    {dispute.declinedOn} {dispute.declinedBy} {dispute.referredTo && `→ ${dispute.referredTo} ${dispute.referredOn}`}
    {dispute.settledBy && <> · <Term of="CompetenceBy" value={dispute.settledBy} /> {dispute.settledOn}</>}
  </>
);

/** Who deliberated when, and what they concluded. */
const concluded = (
  { heldOn, participants, minutesNumber, conclusion }: NonNullable<CaseFile['deliberation']>,
  name: (user: string) => string,
) => `${heldOn} · ${participants.map(name).join(currentMarks().comma)} · ${minutesNumber}${currentMarks().colon}${conclusion}`;

/** What came of the proposal beside the penalty: notice and hearing, what was deliberated, another end, orders to correct. */
function Procedure({ of: { rights, deliberation, noPenalty, spotPenalty, ...one } }: { of: CaseFile }) {
  const words = useWords(caseWords);
  const name = useStaffName();
  const items = [
    ...(rights ? [
      { key: 'notice', label: words.notice, children: told(rights) },
    ] : []),
    ...(rights?.answer === 'HEARING_REQUESTED' ? [
      { key: 'chair', label: words.chair, children: rights.chair ? name(rights.chair) : '—' },
      { key: 'hearing', label: words.hearing, children: rights.heldOn ?? rights.hearingOn ?? '—' },
      { key: 'report', label: words.report, children: rights.report ?? '—' },
    ] : []),
    ...one.earlierNotices.map((notice, place) => (
      { key: `earlier-${place}`, label: words.earlierNotice, children: told(notice) }
    )),
    ...one.recusals.map(({ person, on, reason, minutesNumber }) => ({
      key: `recusal-${person}`, label: words.recusal, span: 'filled' as const,
      children: [on, name(person), reason, minutesNumber].filter((part) => part !== null).join(' · '),
    })),
    ...one.recusalDeliberations.map((held, place) => ({
      key: `recusal-deliberation-${place}`, label: words.recusalDeliberation, span: 'filled' as const, children: concluded(held, name),
    })),
    ...(deliberation ? [
      { key: 'deliberation', label: words.deliberation, span: 'filled' as const, children: concluded(deliberation, name) },
    ] : []),
    ...(noPenalty ? [{
      key: 'none', label: words.noPenalty, span: 'filled' as const,
      children: (
        <><Term of="NoPenaltyGround" value={noPenalty.ground} /> {noPenalty.decidedOn} · {name(noPenalty.decidedBy)} {noPenalty.education}</>
      ),
    }] : []),
    ...(one.terminatedBecause ? [
      { key: 'terminated', label: words.terminated, children: <Term of="TerminationGround" value={one.terminatedBecause} /> },
    ] : []),
    ...(one.judgedOn ? [{ key: 'judged', label: words.judged, children: one.judgedOn }] : []),
    ...(one.passedOnTo ? [{ key: 'passedOn', label: words.passedOn, children: one.passedOnTo }] : []),
    ...(one.competence ? [
      { key: 'competence', label: words.competence, span: 'filled' as const, children: <Disputed of={one.competence} /> },
    ] : []),
    ...(spotPenalty ? [
      { key: 'reported', label: words.spotReported, children: spotPenalty.reportedOn ?? '—' },
      ...(spotPenalty.cashReceivedCny > 0 ? [{ key: 'cash', label: words.cashHandedIn, children: spotPenalty.cashHandedInOn ?? '—' }] : []),
    ] : []),
    ...one.correctionOrders.map((order) => ({
      key: `correction-${order.number}`, label: words.correction(order.number), span: 'filled' as const,
      children: (
        <>
          {order.what} · {words.until} {order.until} {order.isDone === true && <Tag color="green">{words.putRight}</Tag>}
          {order.isDone === false && <Tag color="red">{words.notPutRight}</Tag>} {order.finding}
        </>
      ),
    })),
  ];
  if (items.length === 0) return null;
  return <Card title={words.procedure}><Facts items={items} /></Card>;
}

/** What has become of a decision: what is owed of it, who does what against it, until when it is shown. */
function Execution({ of: { execution } }: { of: CaseFile }) {
  const words = useWords(caseWords);
  const { language } = useLanguage();
  if (!execution) return null;
  const days = [
    { key: 'notice', label: words.noticeUntil, day: execution.noticeUntil },
    { key: 'payment', label: words.paymentUntil, day: execution.paymentUntil },
    { key: 'suit', label: words.suitUntil, day: execution.suitUntil },
    { key: 'urged', label: words.urgedOn, day: execution.urgedOn },
    { key: 'from', label: words.enforceableFrom, day: execution.enforceableFrom },
    { key: 'until', label: words.enforceableUntil, day: execution.enforceableUntil },
    { key: 'ended', label: words.executionEndedOn, day: execution.executionEndedOn },
    { key: 'annulled', label: words.annulledOn, day: execution.annulledOn },
    { key: 'shown', label: words.publicationUntil, day: execution.publicationUntil },
    { key: 'endable', label: words.publicationEndableFrom, day: execution.publicationEndableFrom },
    { key: 'shownEnd', label: words.publicationEndedOn, day: execution.publicationEndedOn },
    { key: 'withdrawn', label: words.publicationWithdrawnOn, day: execution.publicationWithdrawnOn },
  ].filter(({ day }) => day !== null);
  const sums = [
    { key: 'surcharge', label: words.surcharge, sum: execution.surchargeCny },
    { key: 'owed', label: words.owed, sum: execution.owedCny },
    { key: 'toRefund', label: words.toRefund, sum: execution.toRefundCny },
    { key: 'refunded', label: words.refunded, sum: execution.refundedCny },
    { key: 'netPaid', label: words.netPaid, sum: execution.refundedCny > 0 ? execution.netPaidCny : null },
  ].filter(({ key, sum }) => sum !== null && (sum > 0 || key === 'netPaid'));
  return (
    <Card title={words.execution}>
      <Facts items={[
        ...(execution.serviceWay
          ? [{ key: 'way', label: words.serviceWay, children: <Term of="ServiceWay" value={execution.serviceWay} /> }] : []),
        ...sums.map(({ key, label, sum }) => ({ key, label, children: <b>{yuan(sum ?? 0, language)}</b> })),
        ...(execution.enforcementResult
          ? [{ key: 'court', label: words.court, children: <Term of="CourtResult" value={execution.enforcementResult} /> }] : []),
        ...(execution.executionEndedBecause ? [{
          key: 'endedBecause', label: words.executionEndedBecause,
          children: <Term of="ExecutionEndGround" value={execution.executionEndedBecause} />,
        }] : []),
        ...(execution.publicationTier
          ? [{ key: 'tier', label: words.publicationTier, children: <Term of="PublicityTier" value={execution.publicationTier} /> }] : []),
        ...days.map(({ key, label, day }) => ({ key, label, children: day })),
      ]} />
      {execution.payments.length > 0 && <ul className="rows">{execution.payments.map((each) => <li key={each.number}><span className="main">
        {words.payment(each.number)} {each.paidOn}
        <div className="quiet">{each.documentNumber} {each.wasCorrected && <Tag>{words.corrected}</Tag>}</div>
      </span>{yuan(each.amountCny, language)}</li>)}</ul>}
    </Card>
  );
}

/** What the party does against a decision, also one that gave way to the police. */
function Challenges({ of: { challenges, formerServedOn } }: { of: CaseFile }) {
  const words = useWords(caseWords);
  if (challenges.length === 0) return null;
  return (
    <Card title={words.challenges}>
      <ul className="rows">{challenges.map((each) => <li key={each.number}><span className="main">
        <Term of="ChallengeKind" value={each.kind} /> {each.body}{' '}
        {each.isAgainstFormer && formerServedOn && <Tag>{words.againstFormer(formerServedOn)}</Tag>}{' '}
        {each.isLate && <Tag color="red">{words.challengedLate(each.until)}</Tag>}
        <div className="quiet">{each.receivedOn} · {each.documentNumber}
          {each.endedOn && ` — ${each.endedOn} · ${each.outcomeDocumentNumber ?? ''}`}</div>
      </span>{each.outcome ? <Term of="ChallengeOutcome" value={each.outcome} /> : <Tag color="blue">{words.waiting}</Tag>}</li>)}</ul>
    </Card>
  );
}

function Penalties({ of: { proposal, decision, ...one } }: { of: CaseFile }) {
  const words = useWords(caseWords);
  const { language } = useLanguage();
  const kinds = useTerms('PenaltyKind');
  const name = useStaffName();
  const marks = useMarks();
  const penalty = (decision ?? proposal)!.penalty;
  return (
    <Card title={decision ? words.decision : words.proposal}>
      {!decision && proposal?.noPenalty && <Term of="NoPenaltyGround" value={proposal.noPenalty} />}
      <Facts items={[
        { key: 'fine', label: words.fine, children: yuan(penalty.fineCny, language) },
        { key: 'gains', label: words.gains, children: yuan(penalty.confiscatedGainsCny, language) },
        { key: 'goods', label: words.goods, children: yuan(penalty.confiscatedGoodsCny, language) },
        ...(penalty.others.length > 0
          ? [{ key: 'others', label: words.otherPenalties, children: penalty.others.map(kinds.term).join(marks.comma) }] : []),
        ...(decision ? [
          { key: 'decidedOn', label: words.decidedOn, children: (
            <>{decision.decidedOn} · {name(decision.decidedBy)} {decision.documentNumber}</>
          ) },
          { key: 'servedOn', label: words.servedOn, children: one.servedOn ?? '—' },
          { key: 'publishedOn', label: words.publishedOn, children: one.publishedOn ?? '—' },
          { key: 'paid', label: words.paid, children: yuan(one.paidCny, language) },
          ...(decision.law ? [{ key: 'law', label: words.legalBases, span: 'filled' as const, children: (
            <div>
              {decision.law.articles} {decision.law.isMilder && <Tag color="blue">{words.milder}</Tag>}
              {decision.law.gainsBasis && <div className="quiet">
                {words.countedGains} {decision.law.gainsBasis} {decision.law.areGainsMilder && <Tag color="blue">{words.milder}</Tag>}
              </div>}
            </div>
          ) }] : []),
          { key: 'discretion', label: words.discretion, span: 'filled' as const, children: decision.discretion },
        ] : []),
      ]} />
      {proposal && decision && <Collapse ghost size="small" items={[{ key: 'proposal', label: words.proposal, children: `${proposal.proposedOn} · ${name(proposal.proposedBy)} · ${words.fine} ${yuan(proposal.penalty.fineCny, language)}` }]} />}
    </Card>
  );
}

/** The number of what it came from; an inspection can be opened. */
function SourceReference({ of: { source, sourceReference } }: { of: { source: string; sourceReference: string | null } }) {
  if (!sourceReference) return null;
  return source === 'INSPECTION' ? <Link to={inspectionPath(sourceReference)}>{sourceReference}</Link> : <span>{sourceReference}</span>;
}
