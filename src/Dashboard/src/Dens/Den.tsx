import type { ReactNode } from 'react';
import { Empty, Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { graphql, type ResultOf } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { useSession } from '../app/session';
import { aboutProposal } from '../Approvals/Proposal';
import { ApprovalRows, approvalFields } from '../Approvals/ApprovalRows';
import { useGoodsValue } from '../Cases/goodsValue';
import { casePath } from '../Cases/path';
import { enterprisePath } from '../Enterprises/path';
import { inspectionPath } from '../Inspections/path';
import { Card } from '../parts/Card';
import type { CommandName } from '../parts/command';
import { Commands } from '../parts/Commands';
import { Due } from '../parts/Due';
import { Facts } from '../parts/Facts';
import { History } from '../parts/History';
import { Instead } from '../parts/Instead';
import { NumberOf } from '../parts/NumberOf';
import { Page } from '../parts/Page';
import { AddressLink, TelephoneLink } from '../parts/places';
import { Standing } from '../parts/Standing';
import { Term, useTerms } from '../parts/Term';
import { endOf } from '../parts/time';
import { rectificationPath } from '../Rectifications/path';
import { useSectionName } from '../Sections/sectionNames';
import { denWords } from './words';

const file = graphql(
  `
  query DenFile($number: String!) {
    den(number: $number) {
      id version leftToOthers number officialNumber numberSection name address status products source sourceReference
      foundOn actBy section bannedOn endedOn ending endReason enterprise { creditCode name } area { code name } productClasses { code name }
      foundByName foundBy { displayName } operator { representative telephone identityNumber }
      approvals { ...ApprovalFields }
      bans { bannedOn reason basis documentNumber case { number title } order { number } }
      inspections(first: 20, order: [{ plannedOn: DESC }]) { nodes { id number status result plannedOn inspectedOn } }
      rectifications(first: 20, order: [{ orderedOn: DESC }]) { nodes { id number status dueOn } }
      cases(first: 20, order: [{ receivedOn: DESC }]) { nodes { id number title stage decidedOn goodsValueCny goodsValued } }
    }
  }
`,
  [approvalFields],
);

type DenFile = NonNullable<ResultOf<typeof file>['den']>;

/** A den: what is recorded of it, what was inspected, ordered and opened about it, and what comes next. */
export default function Den() {
  const words = useWords(denWords);
  const { me } = useSession();
  const number = useParams().number ?? '';
  const { data, error, fetching, again } = useLiveQuery(file, { number }, ['DEN', 'INSPECTION', 'RECTIFICATION', 'CASE']);
  const one = data?.den;
  if (data && !one) return <Instead why={words.notFound} />;
  const waiting = one?.approvals.find(({ outcome }) => outcome === null);
  return (
    <Page title={one?.name ?? words.title} remark={one && <><NumberOf of={one} /> <Term of="DenStatus" value={one.status} /></>}
      extra={one && (
        <>
          {waiting && (waiting.mayDecide || waiting.askedBy === me.userName) && (
            <Commands next={waiting.mayDecide ? ['approveDenBan', 'returnDenBan'] : ['returnDenBan']}
              titles={waiting.askedBy === me.userName ? { returnDenBan: words.takeBack } : {}}
              target={{
                subject: 'den', id: one.id, version: one.version, leftToOthers: one.leftToOthers, fixed: { number, approval: waiting.item },
                about: aboutProposal(['approveDenBan', 'returnDenBan'], one.id, waiting.item),
              }} />
          )}
          {one.status !== 'ENDED' && (
            <Commands next={nextOf(one)} target={{ fixed: { enterpriseCreditCode: null, den: number } }}
              initial={{
                orderRectification: { productClass: one.productClasses[0]?.code },
                recordLead: {
                  partyKind: 'DEN', facts: one.products, receivedOn: one.foundOn, source: one.source, sourceReference: one.sourceReference,
                  productClasses: one.productClasses.map(({ code }) => code),
                },
              }}
              goesTo={({ number: made }, command) => (made && command ? pathOf(made, command) : undefined)} />
          )}
          <Commands next={[]}
            others={one.status === 'ENDED' ? ['reopenDen', ...always]
              : [...(waiting ? [] : banning), ...(one.bans.length > 0 ? withdrawing : []), 'endDen', ...always]}
            target={{
              subject: 'den', id: one.id, version: one.version, leftToOthers: one.leftToOthers, fixed: { number },
              choices: {
                case: one.cases.nodes.map(({ number: value, title }) => ({ value, label: `${title} ${value}` })),
                order: one.rectifications.nodes.map(({ number: value }) => ({ value, label: value })),
              },
            }}
            initial={{
              withdrawDenBan: { ban: one.bans.length },
              correctDen: {
                name: one.name, address: one.address, products: one.products, source: one.source, sourceReference: one.sourceReference,
                foundOn: one.foundOn, area: one.area?.code, productClasses: one.productClasses.map(({ code }) => code),
              },
            }} />
        </>
      )}>
      <Standing fetching={fetching} error={error} again={again} rows={12}>{one && <Whole of={one} />}</Standing>
    </Page>
  );
}

const always: CommandName[] = ['recordDenOperator', 'correctDen'];
const banning: CommandName[] = ['banDen'];
const withdrawing: CommandName[] = ['withdrawDenBan'];

/** What comes next: it is inspected, then ordered to stop, then there is a case about it. */
const nextOf = ({ inspections, rectifications, cases }: DenFile): CommandName[] => [
  ...(inspections.nodes.length > 0 && rectifications.nodes.length === 0 ? (['orderRectification'] as const) : []),
  ...(inspections.nodes.length > 0 && cases.nodes.length === 0 ? (['recordLead'] as const) : []),
  'beginInspection',
  'planInspection',
  ...(inspections.nodes.length === 0 || rectifications.nodes.length > 0 ? (['orderRectification'] as const) : []),
  ...(inspections.nodes.length === 0 || cases.nodes.length > 0 ? (['recordLead'] as const) : []),
];

const pathOf = (number: string, command: CommandName) =>
  command === 'beginInspection' ? `${inspectionPath(number)}/record`
  : command === 'planInspection' ? inspectionPath(number)
  : command === 'orderRectification' ? rectificationPath(number)
  : casePath(number);

function Whole({ of: one }: { of: DenFile }) {
  const words = useWords(denWords);
  const sources = useTerms('LeadSource');
  const section = useSectionName();
  return (
    <div className="cards-grid">
      <Card className="two-thirds">
        <Facts items={[
          { key: 'address', label: words.address, span: 'filled' as const, children: <AddressLink address={one.address} /> },
          { key: 'area', label: words.area, children: one.area?.name ?? '—' },
          { key: 'classes', label: words.productClasses,
            children: one.productClasses.length > 0 ? one.productClasses.map(({ code, name }) => <Tag key={code}>{name}</Tag>) : '—' },
          { key: 'products', label: words.products, span: 'filled' as const, children: one.products },
          { key: 'foundOn', label: words.foundOn, children: one.foundOn },
          ...(one.actBy ? [{ key: 'actBy', label: words.actBy, children: <Due at={endOf(one.actBy)} term={null} /> }] : []),
          { key: 'foundBy', label: words.foundBy, children: one.foundBy?.displayName ?? one.foundByName },
          { key: 'source', label: words.source, children: <>{sources.term(one.source)} {one.sourceReference}</> },
          { key: 'section', label: words.section, children: section(one.section) },
          ...(one.ending ? [
            { key: 'ending', label: words.ending, children: <><Term of="DenEnding" value={one.ending} /> {one.endedOn} {one.endReason}</> },
          ] : []),
          ...(one.enterprise ? [{
            key: 'enterprise', label: words.enterprise,
            children: <Link to={enterprisePath(one.enterprise.creditCode)}>{one.enterprise.name}</Link>,
          }] : []),
        ]} />
      </Card>
      <div className="third stack">
        <Card title={words.operator}><Operator of={one.operator} /></Card>
        {one.bans.length > 0 && <Card title={words.bans}><Bans of={one.bans} /></Card>}
        {one.approvals.length > 0 && <Card title={words.proposals}><ApprovalRows approvals={one.approvals} /></Card>}
      </div>
      <Done of={one} />
      <Card className="two-thirds" title={words.history}><History subject={one.id} kinds={['DEN']} /></Card>
    </div>
  );
}

function Operator({ of }: { of: DenFile['operator'] }) {
  const words = useWords(denWords);
  if (!of) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.noOperator} />;
  return (
    <Facts column={1} items={[
      { key: 'name', label: words.name, children: of.representative ?? '—' },
      { key: 'telephone', label: words.telephone,
        children: of.telephone ? of.telephone.includes('*') ? of.telephone : <TelephoneLink telephone={of.telephone} /> : '—' },
      { key: 'identity', label: words.identityNumber, children: of.identityNumber ?? '—' },
    ]} />
  );
}

function Bans({ of }: { of: DenFile['bans'] }) {
  const words = useWords(denWords);
  return (
    <ul className="rows">
      {of.map((ban) => (
        <li key={`${ban.bannedOn}${ban.case?.number}${ban.order?.number}`}>
          <span className="main">
            {ban.bannedOn} {ban.reason}
            <div className="quiet">{ban.basis} {ban.documentNumber}</div>
            {ban.case && <div>{words.caseBasis} <Link to={casePath(ban.case.number)}>{ban.case.title}</Link></div>}
            {ban.order && <div>{words.orderBasis} <Link to={rectificationPath(ban.order.number)}>{ban.order.number}</Link></div>}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What was inspected, ordered and opened about it. */
function Done({ of: { inspections, rectifications, cases } }: { of: DenFile }) {
  const words = useWords(denWords);
  const goodsValue = useGoodsValue();
  const rows = (none: string, all: ReactNode[]) =>
    all.length === 0 ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={none} /> : <ul className="rows">{all}</ul>;
  return (
    <>
      <Card className="third" title={words.inspections}>
        {rows(words.noInspections, inspections.nodes.map((one) => (
          <li key={one.id}>
            <span className="main">
              <Link to={inspectionPath(one.number)}>{one.number}</Link> <span className="quiet">{one.inspectedOn ?? one.plannedOn}</span>
            </span>
            <Term of={one.result ? 'InspectionResult' : 'InspectionStatus'} value={one.result ?? one.status} />
          </li>
        )))}
      </Card>
      <Card className="third" title={words.orders}>
        {rows(words.noOrders, rectifications.nodes.map((one) => (
          <li key={one.id}>
            <span className="main">
              <Link to={rectificationPath(one.number)}>{one.number}</Link> <span className="quiet">{words.dueOn} {one.dueOn}</span>
            </span>
            <Term of="RectificationStatus" value={one.status} />
          </li>
        )))}
      </Card>
      <Card className="third" title={words.cases}>
        {rows(words.noCases, cases.nodes.map((one) => (
          <li key={one.id}>
            <span className="main">
              <Link to={casePath(one.number)}>{one.title}</Link> <span className="quiet">{goodsValue(one)}</span>
            </span>
            <Term of="CaseStage" value={one.stage} />
          </li>
        )))}
      </Card>
    </>
  );
}
