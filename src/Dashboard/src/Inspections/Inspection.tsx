import { Button, Collapse, Tag } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { graphql, type ResultOf } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { Attached, attachmentFields } from '../Attachments/Attached';
import { useStaffName } from '../Accounts/staff';
import { HandoverRows, handoverFields } from '../Handovers/HandoverRows';
import { workWords } from '../Handovers/words';
import { useSession } from '../app/session';
import { Card } from '../parts/Card';
import type { CommandName } from '../parts/command';
import { Commands } from '../parts/Commands';
import { DeadlineRows } from '../parts/DeadlineRows';
import { Facts } from '../parts/Facts';
import { History } from '../parts/History';
import { Instead } from '../parts/Instead';
import { useMarks } from '../parts/marks';
import { NumberOf } from '../parts/NumberOf';
import { Page } from '../parts/Page';
import { AddressLink, TelephoneLink } from '../parts/places';
import { timeOf } from '../parts/time';
import { unbrokenText } from '../parts/unbrokenText';
import { Standing } from '../parts/Standing';
import { useCampaignName } from '../Campaigns/campaignNames';
import { casePath } from '../Cases/path';
import { fixedOfParty, nameOfParty, pathOfParty } from '../Dens/party';
import { inspectionPath } from './path';
import { licencePath } from '../Licences/path';
import { rectificationPath } from '../Rectifications/path';
import { Term, useTerms } from '../parts/Term';
import { useSectionName } from '../Sections/sectionNames';
import { checklist } from './checklist';
import { inspectionWords } from './words';

const file = graphql(`
  query InspectionFile($number: String!) {
    inspection(number: $number) {
      id version number officialNumber numberSection leftToOthers othersInCharge { message }
      status basis plannedOn inspectedOn isLate section campaign result summary worstSeverity officerNames caseNumber lead leadTo licenceNumbers productClass { code name }
      enterprise { creditCode name address telephone } den { number name address } draw { seed poolHash position enterprises officers }
      checklistVersion enterpriseEndedOn beyondYearlyCap { year inspections cap } case { number stage }
      corrections { correctedOn reason inspectedOnBefore resultBefore summaryBefore followedNumbers correctedBy { displayName } }
      signature { outcome signedBy signedAt reason witness attachment { ...AttachmentFields } }
      findings { area item wording result severity note attachments { ...AttachmentFields } } attachments { ...AttachmentFields }
      rectifications(first: 10) { nodes { id number status dueOn } } deadlines { kind dueAt rule } handovers { ...HandoverFields }
    }
  }
`, [attachmentFields, handoverFields]);

type InspectionFile = NonNullable<ResultOf<typeof file>['inspection']>;

export default function Inspection() {
  const words = useWords(inspectionWords);
  const { may } = useSession();
  const navigate = useNavigate();
  const number = useParams().number ?? '';
  const { data, error, fetching, again } = useLiveQuery(file, { number }, ['INSPECTION', 'RECTIFICATION', 'CASE']);
  const one = data?.inspection;
  if (data && !one) return <Instead why={words.notFound} />;
  return (
    <Page title={one ? nameOfParty(one) : words.title}
      remark={one && <><NumberOf of={one} /> <Term of="InspectionStatus" value={one.status} /></>}
      extra={one && <>
        {(one.status === 'PLANNED' || one.enterpriseEndedOn) && may('recordInspection') && !one.leftToOthers.includes('recordInspection')
          && <Button type="primary" onClick={() => navigate(`${inspectionPath(number)}/record`)}>{words.record}</Button>}
        <Commands next={foundSomething(one) ? following : []}
          others={[...(one.status === 'RECORDED' ? following : []), ...(others[one.status] ?? [])]}
          closed={one.othersInCharge} target={targetOf(one)}
          goesTo={({ number: made }, command) => (!made || made === number ? undefined
            : command === 'orderRectification' ? rectificationPath(made) : casePath(made))}
          initial={{
            orderRectification: {
              productClass: one.productClass?.code, licence: one.licenceNumbers.length === 1 ? one.licenceNumbers[0] : undefined,
              // What was found, not that nothing was.
              ...(foundSomething(one) && { reason: one.summary }),
              requirements: one.findings.filter((each) => each.result === 'NONCONFORMING' && each.note).map((each) => each.note),
            },
            assignInspectionOfficers: { officers: one.officerNames },
            correctInspectionRecord: correctionOf(one),
            recordLead: {
              source: 'INSPECTION', sourceReference: number, facts: foundSomething(one) ? one.summary : undefined,
              receivedOn: one.inspectedOn,
              productClasses: one.productClass ? [one.productClass.code] : undefined, partyAddress: (one.enterprise ?? one.den)?.address,
              ...(one.enterprise ? { partyName: one.enterprise.name, partyKind: 'ENTERPRISE' } : { partyKind: 'DEN' }),
            },
          }} />
      </>}>
      <Standing fetching={fetching} error={error} again={again} rows={12}>{one && <Whole of={one} />}</Standing>
    </Page>
  );
}

const targetOf = ({ id, version, number, leftToOthers, ...party }: InspectionFile) => ({
  subject: 'inspection', id, version, leftToOthers, fixed: { number, inspection: number, ...fixedOfParty(party) },
});

// What follows from what was found: first where something was, beside the rest where nothing was.
const following: CommandName[] = ['orderRectification', 'recordLead'];

const foundSomething = ({ result, findings }: InspectionFile) => ['RECTIFICATION', 'CASE', 'LEAD'].includes(result ?? '')
  || findings.some((each) => each.result === 'NONCONFORMING');

const others: Record<string, CommandName[]> = {
  PLANNED: ['assignInspectionOfficers', 'handOverInspection', 'cancelInspection'],
  RECORDED: ['correctInspectionRecord'],
};

// Items that were filled in under other words are not offered under these: whoever corrects them answers them anew.
const presentChecklist = 2;

const correctionOf = (one: InspectionFile) => ({
  officers: one.officerNames, inspectedOn: one.inspectedOn, result: one.result, summary: one.summary, leadTo: one.leadTo,
  ...(one.checklistVersion === presentChecklist && {
    findings: one.findings.map(({ item, result, severity, note }) =>
      ({ item, result, ...(severity && { severity }), ...(note && { note }) })),
  }),
});

function Whole({ of: one }: { of: InspectionFile }) {
  const words = useWords(inspectionWords);
  const bases = useTerms('InspectionBasis');
  const campaignName = useCampaignName();
  const results = useTerms('InspectionResult');
  const areas = useTerms('InspectionArea');
  const work = useWords(workWords);
  const [section, name] = [useSectionName(), useStaffName()];
  const marks = useMarks();
  const beyond = one.beyondYearlyCap;
  const address = (one.enterprise ?? one.den)?.address;
  return (
    <div className="cards-grid">
      <div className="two-thirds stack">
        <Card>
          <Facts items={[
            {
              key: 'enterprise', label: one.den ? words.den : words.enterprise,
              children: <Link to={pathOfParty(one)}>{nameOfParty(one)}</Link>,
            },
            ...(address ? [{ key: 'address', label: words.address, children: <AddressLink address={address} /> }] : []),
            ...(one.enterprise?.telephone
              ? [{ key: 'telephone', label: words.telephone, children: <TelephoneLink telephone={one.enterprise.telephone} /> }]
              : []),
            ...(one.enterpriseEndedOn
              ? [{
                key: 'ended', label: one.den ? words.denEnded : words.enterpriseEnded,
                children: <Tag color="orange">{one.enterpriseEndedOn}</Tag>,
              }]
              : []),
            { key: 'basis', label: words.basis, children: <>{bases.term(one.basis)}{one.campaign && <> · {campaignName(one.campaign)}</>}</> },
            {
              key: 'planned', label: words.planned,
              children: <>{one.plannedOn} {beyond && <Tag color="orange">{words.beyondCap(beyond.inspections, beyond.cap)}</Tag>}</>,
            },
            { key: 'inspected', label: words.inspected, children: one.inspectedOn ?? '—' },
            { key: 'officers', label: words.officers, children: one.officerNames.map(name).join(marks.comma) || '—' },
            { key: 'section', label: work.section, children: section(one.section) },
            { key: 'class', label: words.productClass, children: one.productClass?.name ?? '—' },
            { key: 'licences', label: words.licences, span: 'filled' as const, children: one.licenceNumbers.length > 0
                ? <div>{one.licenceNumbers.map((each, place) =>
                  <span key={each}>
                    <Link to={licencePath(each)}>{unbrokenText(each)}</Link>{place + 1 < one.licenceNumbers.length && marks.comma}
                  </span>)}
                </div>
                : '—' },
            ...(one.result ? [{ key: 'result', label: words.result, children: results.term(one.result) }, { key: 'summary', label: words.summary, span: 'filled' as const, children: one.summary }] : []),
            ...(one.case ? [{
              key: 'case', label: words.caseNumber,
              children: <><Link to={casePath(one.case.number)}>{one.case.number}</Link> <Term of="CaseStage" value={one.case.stage} /></>,
            }] : []),
            ...(one.lead ? [{ key: 'lead', label: words.lead, children: one.lead }] : []),
          ]} />
        </Card>
        {one.findings.length > 0 && (
          <Card title={words.findings}>
            {Object.keys(checklist).map((area) => (
              <section key={area} className="checks-of"><h2>{areas.term(area)}</h2>
                <ul className="rows">{one.findings.filter((each) => each.area === area).map((each) => (
                  <li key={each.item}><span className="main">{each.wording}{each.note && <div className="quiet">{each.note}</div>}<Attached files={each.attachments} /></span><span><Term of="FindingResult" value={each.result} />{each.severity && <Term of="FindingSeverity" value={each.severity} />}</span></li>
                ))}</ul>
              </section>
            ))}
          </Card>
        )}
        {one.corrections.length > 0 && (
          <Card title={words.corrections}>
            <ul className="rows">{one.corrections.map((each) => (
              <li key={`${each.correctedOn}${each.reason}${each.summaryBefore}`}><span className="main">{each.reason}
                <div className="quiet">{each.correctedOn} · {each.correctedBy?.displayName} · {words.before}{marks.colon}
                  {each.inspectedOnBefore}，{results.term(each.resultBefore)}，{each.summaryBefore}</div>
                {each.followedNumbers.length > 0
                  && <div className="quiet">{words.followed}{marks.colon}{each.followedNumbers.join(marks.comma)}</div>}</span>
              </li>
            ))}</ul>
          </Card>
        )}
      </div>
      <div className="third stack">
        <Card title={words.clocks}><DeadlineRows deadlines={one.deadlines} /></Card>
        {one.handovers.length > 0 && <Card title={work.handovers}><HandoverRows handovers={one.handovers} /></Card>}
        {one.draw && (
          <Card title={words.draw}>
            <p>{words.drawnFrom(one.draw.enterprises, one.draw.officers)}</p>
            <p>{words.position} {one.draw.position}</p>
            <Collapse ghost size="small" items={[{ key: 'proof', label: words.proof, children: (
              <Facts column={1} items={[
                { key: 'seed', label: words.seed, children: <code className="break">{one.draw.seed}</code> },
                { key: 'pool', label: words.pool, children: <code className="break">{one.draw.poolHash}</code> },
              ]} />
            ) }]} />
          </Card>
        )}
        {one.rectifications.nodes.length > 0 && <Card title={words.orders}><ul className="rows">{one.rectifications.nodes.map((each) => <li key={each.id}><span className="main"><Link to={rectificationPath(each.number)}>{each.number}</Link></span><Term of="RectificationStatus" value={each.status} /></li>)}</ul></Card>}
        {one.result && (
          <Card title={words.signature}>
            {one.signature
              ? <Signed of={one.signature} isCorrected={one.corrections.length > 0} />
              : <span className="quiet">{words.noSignature}</span>}
          </Card>
        )}
        {one.attachments.length > 0 && <Card title={words.attachments}><Attached files={one.attachments} /></Card>}
      </div>
      <Card className="two-thirds" title={words.history}><History subject={one.id} kinds={['INSPECTION']} /></Card>
    </div>
  );
}

/** Whether the party signed, with the picture; or why not, and who saw it. */
function Signed({ of, isCorrected }: { of: NonNullable<InspectionFile['signature']>; isCorrected: boolean }) {
  const words = useWords(inspectionWords);
  const marks = useMarks();
  return (
    <>
      <Term of="SignatureOutcome" value={of.outcome} />
      {isCorrected && <Tag>{words.signatureOfBefore}</Tag>}
      {of.signedBy && <span>{of.signedBy} <span className="quiet">{of.signedAt && timeOf(of.signedAt)}</span></span>}
      {of.reason && <p>{words.signatureReason}{marks.colon}{of.reason}</p>}
      {of.witness && <p>{words.witness}{marks.colon}{of.witness}</p>}
      {of.attachment && <Attached files={[of.attachment]} />}
    </>
  );
}
