import { Steps } from 'antd';
import { Link, useParams } from 'react-router';
import { graphql, type ResultOf } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { HandoverRows, handoverFields } from '../Handovers/HandoverRows';
import { workWords } from '../Handovers/words';
import { Card } from '../parts/Card';
import { Commands, otherCommands } from '../parts/Commands';
import { DeadlineRows } from '../parts/DeadlineRows';
import { Facts } from '../parts/Facts';
import { History } from '../parts/History';
import { Instead } from '../parts/Instead';
import { useMarks } from '../parts/marks';
import { NumberOf } from '../parts/NumberOf';
import { Page } from '../parts/Page';
import { Standing } from '../parts/Standing';
import { casePath } from '../Cases/path';
import { nameOfParty, pathOfParty } from '../Dens/party';
import { inspectionPath } from '../Inspections/path';
import { licencePath } from '../Licences/path';
import { Term, useTerms } from '../parts/Term';
import { useSectionName } from '../Sections/sectionNames';
import { nextSteps } from './steps';
import { rectificationWords } from './words';

const file = graphql(`
  query RectificationFile($number: String!) {
    rectification(number: $number) {
      id version number officialNumber numberSection leftToOthers othersInCharge { message }
      status orderedOn dueOn isExtended basis reason documentNumber section requirements report reportedOn proposedMeasure takenMeasure
      enterprise { creditCode name } den { number name } licence { number } orderedBy { displayName } productClass { code name }
      proposal { measure cause proposedOn reason basis isBasisProvisional }
      measures { measure accepted decidedOn recipient reason case answer { answeredOn granted text } }
      reinspections { reinspectedOn result findings officers { displayName } } deadlines { kind dueAt rule }
      inspection { number case { number } } corrections { correctedOn reason dueOnBefore requirementsBefore correctedBy { displayName } }
      lapses { kind lastDay rule } handovers { ...HandoverFields }
    }
  }
`, [handoverFields]);

type RectificationFile = NonNullable<ResultOf<typeof file>['rectification']>;

const others = otherCommands('rectification', [
  'reportRectification', 'recordReinspection', 'extendRectification', 'proposeRectificationMeasure', 'decideRectificationMeasure',
  'recordMeasureAnswer', 'correctMeasureAnswer', 'correctRectificationOrder', 'assignRectificationOfficer', 'handOverRectification',
  'voidRectification',
], ['orderRectification']);

export default function Rectification() {
  const words = useWords(rectificationWords);
  const work = useWords(workWords);
  const section = useSectionName();
  const number = useParams().number ?? '';
  const { data, error, fetching, again } = useLiveQuery(file, { number }, ['RECTIFICATION']);
  const marks = useMarks();
  const one = data?.rectification;
  const followed = one?.inspection?.case;
  if (data && !one) return <Instead why={words.notFound} />;
  const steps = one ? nextSteps(one) : [];
  return (
    <Page title={one ? nameOfParty(one) : words.title}
      remark={one && <><NumberOf of={one} /> <Term of="RectificationStatus" value={one.status} /></>}
      extra={one && <Commands next={steps} others={others} closed={one.othersInCharge}
        target={{ subject: 'rectification', id: one.id, version: one.version, leftToOthers: one.leftToOthers, fixed: { number } }}
        initial={{
          correctRectificationOrder: { requirements: one.requirements, dueOn: one.dueOn, orderedOn: one.orderedOn },
          ...(one.proposal && { decideRectificationMeasure: { measure: one.proposal.measure } }),
        }} />}>
      <Standing fetching={fetching} error={error} again={again} rows={12}>
        {one && (
          <div className="cards-grid">
            <Card className="whole" title={words.ladder}><Ladder of={one} /></Card>
            <div className="two-thirds stack">
              <Card>
                <Facts items={[
                  {
                    key: 'enterprise', label: one.den ? words.den : words.enterprise,
                    children: <Link to={pathOfParty(one)}>{nameOfParty(one)}</Link>,
                  },
                  { key: 'licence', label: words.licence, children: one.licence ? <Link to={licencePath(one.licence.number)}>{one.licence.number}</Link> : '—' },
                  { key: 'inspection', label: words.inspection, children: one.inspection ? <Link to={inspectionPath(one.inspection.number)}>{one.inspection.number}</Link> : '—' },
                  ...(followed ? [{
                    key: 'case', label: words.caseOf, children: <Link to={casePath(followed.number)}>{followed.number}</Link>,
                  }] : []),
                  { key: 'by', label: words.orderedBy, children: one.orderedBy?.displayName ?? '—' },
                  { key: 'section', label: work.section, children: section(one.section) },
                  { key: 'ordered', label: words.orderedOn, children: one.orderedOn },
                  { key: 'due', label: words.dueOn, children: one.dueOn },
                  { key: 'basis', label: words.basis, span: 'filled' as const, children: one.basis },
                  { key: 'reason', label: words.reason, span: 'filled' as const, children: one.reason },
                  { key: 'requirements', label: words.requirements, span: 'filled' as const, children: <ol className="plain">{one.requirements.map((each) => <li key={each}>{each}</li>)}</ol> },
                  ...(one.report ? [{ key: 'report', label: words.report, span: 'filled' as const, children: `${one.reportedOn}${marks.colon}${one.report}` }] : []),
                ]} />
              </Card>
              {one.reinspections.length > 0 && (
                <Card title={words.reinspections}>
                  <ul className="rows">{one.reinspections.map((each) => <li key={`${each.reinspectedOn}${each.findings}`}><span className="main">{each.findings}<div className="quiet">{each.reinspectedOn} · {each.officers.map((officer) => officer?.displayName).join(marks.comma)}</div></span><Term of="ReinspectionResult" value={each.result} /></li>)}</ul>
                </Card>
              )}
              {one.corrections.length > 0 && (
                <Card title={words.corrections}>
                  <ul className="rows">{one.corrections.map((each) => (
                    <li key={`${each.correctedOn}${each.reason}${each.dueOnBefore}`}><span className="main">{each.reason}
                      <div className="quiet">{each.correctedOn} · {each.correctedBy?.displayName} · {words.before}{marks.colon}
                        {each.dueOnBefore}，{each.requirementsBefore.join(marks.semicolon)}</div></span></li>
                  ))}</ul>
                </Card>
              )}
            </div>
            <div className="third stack">
              <Card title={words.clocks}><DeadlineRows deadlines={one.deadlines} /></Card>
              {one.handovers.length > 0 && <Card title={work.handovers}><HandoverRows handovers={one.handovers} /></Card>}
              {one.lapses.length > 0 && <Card title={words.lapses}><ul className="rows">{one.lapses.map((lapse) => <li key={`${lapse.kind}${lapse.lastDay}`}><span className="main"><Term of="DeadlineKind" value={lapse.kind} /><div className="quiet">{lapse.rule}</div></span>{lapse.lastDay}</li>)}</ul></Card>}
            </div>
            <Card className="two-thirds" title={words.history}><History subject={one.id} kinds={['RECTIFICATION']} /></Card>
          </div>
        )}
      </Standing>
    </Page>
  );
}

// A case is a person's to propose; a certificate is its body's, and has no rungs of a licence; of a den there is but the ban.
const rungsOf = (measures: string[], isOfDen: boolean) => (isOfDen ? ['BANNING'] as const : measures.includes('CERTIFICATION_BODY')
  ? ['CERTIFICATION_BODY', 'BANNING'] as const
  : measures.includes('CONDITIONS_CASE') ? ['CONDITIONS_CASE', 'SUSPENSION', 'WITHDRAWAL', 'BANNING'] as const : ['SUSPENSION',
    'WITHDRAWAL', 'BANNING'] as const);

/** From the order to banning: what was proposed, decided and answered on each rung. */
function Ladder({ of: { measures, proposal, orderedOn, den } }: { of: RectificationFile }) {
  const words = useWords(rectificationWords);
  const { term } = useTerms('RectificationMeasure');
  const rungs = rungsOf([...measures.map(({ measure }) => measure), ...(proposal ? [proposal.measure] : [])], !!den);
  const standing = (rung: (typeof rungs)[number]) => {
    const decided = measures.findLast(({ measure }) => measure === rung);
    if (decided) return { status: decided.accepted ? 'finish' as const : 'error' as const,
      content: `${decided.accepted ? words.accepted : words.refused} ${decided.decidedOn}${decided.case ? ` · ${decided.case}` : ''}${decided.answer ? ` · ${words.answered} ${decided.answer.text}` : ''}` };
    return proposal?.measure === rung ? { status: 'process' as const,
      content: `${words.proposedNow} ${proposal.proposedOn}${proposal.basis ? ` · ${proposal.basis}${proposal.isBasisProvisional ? words.provisional : ''}` : ''}` } : { status: 'wait' as const, content: words.wait };
  };
  return <Steps responsive size="small" items={[{ title: words.order, status: 'finish', content: orderedOn }, ...rungs.map((rung) => ({ title: term(rung), ...standing(rung) }))]} />;
}
