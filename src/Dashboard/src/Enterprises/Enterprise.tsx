import { useState } from 'react';
import { DatePicker, Empty, Tabs, Tag } from 'antd';
import dayjs from 'dayjs';
import { Link, useNavigate, useParams } from 'react-router';
import { graphql, type ResultOf } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { useSession } from '../app/session';
import { Card } from '../parts/Card';
import { Commands, otherCommands } from '../parts/Commands';
import { entryFields, EntryText, withClocks } from '../parts/Entry';
import { Facts } from '../parts/Facts';
import { Instead } from '../parts/Instead';
import { useMarks } from '../parts/marks';
import { Page } from '../parts/Page';
import { Standing } from '../parts/Standing';
import { useGoodsValue } from '../Cases/goodsValue';
import { casePath } from '../Cases/path';
import { inspectionPath } from '../Inspections/path';
import { licencePath } from '../Licences/path';
import { AddressLink, TelephoneLink } from '../parts/places';
import { rectificationPath } from '../Rectifications/path';
import { Term, useTerms } from '../parts/Term';
import { dayOf } from '../parts/time';
import { TimeLine } from '../parts/TimeLine';
import { enterpriseWords } from './words';

// A partner agency sees the register's entry and the licences; what the bureau thinks and does is asked for only by whoever may.
const entry = graphql(`
  query EnterpriseEntry($creditCode: String!) {
    enterprise(creditCode: $creditCode) {
      id version creditCode codeCheck name district address telephone businessScope status isProtectedBrand
      area { id code name } productClasses { code name }
      licences(first: 50) { nodes { id number kind status validFrom validTo } }
    }
  }
`);

const file = graphql(`
  query EnterpriseFile($creditCode: String!) {
    enterprise(creditCode: $creditCode) {
      id riskLevel standing registeredOn closedOn enterpriseKind capital
      history(first: 40) { nodes { ...EntryFields } }
      licences(first: 10) { nodes { id number history(first: 12) { nodes { ...EntryFields } } } }
      inspections(first: 15, order: [{ plannedOn: DESC }]) { nodes { id number status result plannedOn inspectedOn history(first: 6) { nodes { ...EntryFields } } } }
      rectifications(first: 10, order: [{ orderedOn: DESC }]) { nodes { id number status orderedOn dueOn history(first: 10) { nodes { ...EntryFields } } } }
      cases(first: 10, order: [{ receivedOn: DESC }]) { nodes { id number title stage goodsValueCny goodsValued history(first: 15) { nodes { ...EntryFields } } } }
    }
  }
`, [entryFields]);

const past = graphql(`
  query EnterpriseAsOf($creditCode: String!, $on: LocalDate!) {
    enterprise(creditCode: $creditCode) {
      id asOf(on: $on) {
        on name address district status riskLevel standing area { id name } productClasses { code name }
        licences { number status validFrom validTo } rectifications { number status dueOn }
      }
    }
  }
`);

type File = NonNullable<ResultOf<typeof file>['enterprise']>;

const others = otherCommands('enterprise', ['registerLicence', 'recordLead', 'changeEnterprise', 'assignEnterpriseArea',
  'assessEnterpriseRisk', 'closeEnterprise', 'reopenEnterprise'], ['registerEnterprise']);

export default function Enterprise() {
  const words = useWords(enterpriseWords);
  const { may } = useSession();
  const navigate = useNavigate();
  const creditCode = useParams().creditCode ?? '';
  const { data, error, fetching, again } = useLiveQuery(entry, { creditCode }, ['ENTERPRISE', 'LICENCE']);
  const whole = useLiveQuery(file, { creditCode }, ['ENTERPRISE', 'LICENCE', 'INSPECTION', 'RECTIFICATION', 'CASE'], !may('cases'));
  const one = data?.enterprise;
  if (data && !one) return <Instead why={words.notFound} />;
  const more = whole.data?.enterprise;
  return (
    <Page title={one?.name ?? words.title} remark={creditCode}
      extra={one && <Commands next={one.status === 'ACTIVE' ? ['planInspection', 'beginInspection', 'orderRectification'] : []}
        others={others}
        target={{
          subject: 'enterprise', id: one.id, version: one.version, fixed: { creditCode, enterpriseCreditCode: creditCode, den: null },
        }}
        onDone={(made, command) => {
          if (command !== 'beginInspection' || !made || Array.isArray(made) || !made.number) return;
          navigate(`${inspectionPath(made.number)}/record`);
        }}
        initial={{
          recordLead: { partyName: one.name, partyKind: 'ENTERPRISE' },
          ...(one.area && { assignEnterpriseArea: { area: one.area.code } }),
          changeEnterprise: { name: one.name, address: one.address, district: one.district, businessScope: one.businessScope,
            productClasses: one.productClasses.map(({ code }) => code), telephone: one.telephone },
        }} />}>
      <Standing fetching={fetching} error={error} again={again} rows={10}>
        {one && (
          <div className="cards-grid">
            <Card className="two-thirds">
              <Facts items={[
                { key: 'status', label: words.status, children: <Term of="EnterpriseStatus" value={one.status} /> },
                ...(one.codeCheck
                  ? [{ key: 'codeCheck', label: words.codeCheck, children: <Term of="CodeCheck" value={one.codeCheck} /> }]
                  : []),
                ...(more ? [{ key: 'risk', label: words.risk, children: <><Term of="RiskLevel" value={more.riskLevel} /><Term of="CreditStanding" value={more.standing} /></> }] : []),
                { key: 'classes', label: words.productClasses, children: one.productClasses.map(({ code, name }) => <Tag key={code}>{name}</Tag>) },
                { key: 'district', label: words.district, children: one.district ?? '—' },
                { key: 'address', label: words.address, children: one.address ? <AddressLink address={one.address} /> : '—' },
                { key: 'telephone', label: words.telephone,
                  children: one.telephone ? <TelephoneLink telephone={one.telephone} /> : '—' },
                { key: 'area', label: words.area, children: one.area?.name ?? '—' },
                ...(more ? [
                  { key: 'registeredOn', label: words.registeredOn, children: more.registeredOn ?? '—' },
                  { key: 'kind', label: words.kind, children: more.enterpriseKind ?? '—' },
                  { key: 'capital', label: words.capital, children: more.capital ?? '—' },
                  ...(more.closedOn ? [{ key: 'closedOn', label: words.closedOn, children: more.closedOn }] : []),
                ] : []),
                { key: 'scope', label: words.scope, span: 'filled' as const, children: one.businessScope ?? '—' },
              ]} />
            </Card>
            <Card className="third" title={words.licences}>
              {one.licences.nodes.length === 0 ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.noLicences} /> : (
                <ul className="rows">{one.licences.nodes.map((licence) => (
                  <li key={licence.id}><span className="main"><Link to={licencePath(licence.number)}>{licence.number}</Link><div className="quiet">{licence.validFrom} — {licence.validTo}</div></span><Term of="LicenceStatus" value={licence.status} /></li>
                ))}</ul>
              )}
            </Card>
            {may('cases') && (
              <Card className="whole">
                <Tabs items={[
                  { key: 'timeline', label: words.timeline, children: <Standing fetching={whole.fetching} error={whole.error} again={whole.again}>{more && <Everything file={more} />}</Standing> },
                  { key: 'records', label: `${words.inspections} · ${words.orders} · ${words.cases}`, children: more && <Records file={more} /> },
                  { key: 'asOf', label: words.asOf, children: <AsOf creditCode={creditCode} /> },
                ]} />
              </Card>
            )}
          </div>
        )}
      </Standing>
    </Page>
  );
}

/** Everything on an enterprise in one line, latest first. */
function Everything({ file: { history, licences, inspections, rectifications, cases } }: { file: File }) {
  const { term: kind } = useTerms('NodeKind');
  const items = [
    ...withClocks(history.nodes).map((one) => ({ entry: one, about: null })),
    ...licences.nodes.flatMap((of) => withClocks(of.history.nodes).map((one) => ({ entry: one, about: <Link to={licencePath(of.number)}>{kind('LICENCE')} {of.number}</Link> }))),
    ...inspections.nodes.flatMap((of) => withClocks(of.history.nodes).map((one) => ({ entry: one, about: <Link to={inspectionPath(of.number)}>{kind('INSPECTION')} {of.number}</Link> }))),
    ...rectifications.nodes.flatMap((of) => withClocks(of.history.nodes).map((one) => ({ entry: one, about: <Link to={rectificationPath(of.number)}>{kind('RECTIFICATION')} {of.number}</Link> }))),
    ...cases.nodes.flatMap((of) => withClocks(of.history.nodes).map((one) => ({ entry: one, about: <Link to={casePath(of.number)}>{kind('CASE')} {of.title}</Link> }))),
  ].sort((a, b) => b.entry.at.localeCompare(a.entry.at) || b.entry.number - a.entry.number);
  return <TimeLine items={items.map(({ entry: one, about }) => ({ key: one.id, at: one.at, content: <>{about}<EntryText entry={one} /></> }))} />;
}

function Records({ file: { inspections, rectifications, cases } }: { file: File }) {
  const words = useWords(enterpriseWords);
  const goodsValue = useGoodsValue();
  return (
    <div className="cards-grid">
      <section className="third"><h2>{words.inspections}</h2>
        <ul className="rows">{inspections.nodes.map((one) => <li key={one.id}><span className="main"><Link to={inspectionPath(one.number)}>{one.number}</Link> <span className="quiet">{one.inspectedOn ?? one.plannedOn}</span></span><Term of={one.result ? 'InspectionResult' : 'InspectionStatus'} value={one.result ?? one.status} /></li>)}</ul>
      </section>
      <section className="third"><h2>{words.orders}</h2>
        <ul className="rows">{rectifications.nodes.map((one) => <li key={one.id}><span className="main"><Link to={rectificationPath(one.number)}>{one.number}</Link> <span className="quiet">{words.dueOn} {one.dueOn}</span></span><Term of="RectificationStatus" value={one.status} /></li>)}</ul>
      </section>
      <section className="third"><h2>{words.cases}</h2>
        <ul className="rows">{cases.nodes.map((one) => <li key={one.id}><span className="main"><Link to={casePath(one.number)}>{one.title}</Link> <span className="quiet">{goodsValue(one)}</span></span><Term of="CaseStage" value={one.stage} /></li>)}</ul>
      </section>
    </div>
  );
}

function AsOf({ creditCode }: { creditCode: string }) {
  const words = useWords(enterpriseWords);
  const { now } = useSession();
  const [on, setOn] = useState(() => dayjs(dayOf(now())).subtract(30, 'day').format('YYYY-MM-DD'));
  const { data, error, fetching, again } = useLiveQuery(past, { creditCode, on }, []);
  const marks = useMarks();
  const state = data?.enterprise?.asOf;
  return (
    <>
      <p className="quiet">{words.asOfHint}</p>
      <DatePicker className="gap-below" aria-label={words.on} value={dayjs(on)} allowClear={false} disabledDate={(day) => day.isAfter(dayjs(dayOf(now())), 'day')} onChange={(day) => day && setOn(day.format('YYYY-MM-DD'))} />
      <Standing fetching={fetching} error={error} again={again}>
        {state ? (
          <>
            <Facts items={[
              { key: 'name', label: words.name, children: state.name },
              { key: 'status', label: words.status, children: <><Term of="EnterpriseStatus" value={state.status} /><Term of="RiskLevel" value={state.riskLevel} /><Term of="CreditStanding" value={state.standing} /></> },
              { key: 'district', label: words.district, children: state.district ?? '—' },
              { key: 'address', label: words.address, children: state.address ?? '—' },
              { key: 'area', label: words.area, children: state.area?.name ?? '—' },
              { key: 'classes', label: words.productClasses, children: state.productClasses.map(({ name }) => name).join(marks.comma) || words.none },
            ]} />
            <ul className="rows">
              {state.licences.map((one) => <li key={one.number}><span className="main"><Link to={licencePath(one.number)}>{one.number}</Link> <span className="quiet">{one.validFrom} — {one.validTo}</span></span><Term of="LicenceStatus" value={one.status} /></li>)}
              {state.rectifications.map((one) => <li key={one.number}><span className="main"><Link to={rectificationPath(one.number)}>{one.number}</Link> <span className="quiet">{words.dueOn} {one.dueOn}</span></span><Term of="RectificationStatus" value={one.status} /></li>)}
            </ul>
          </>
        ) : <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.asOfNone} />}
      </Standing>
    </>
  );
}
