import { Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { useSession } from '../app/session';
import { Card } from '../parts/Card';
import type { CommandName } from '../parts/command';
import { Commands, otherCommands } from '../parts/Commands';
import { DeadlineRows } from '../parts/DeadlineRows';
import { Facts } from '../parts/Facts';
import { History } from '../parts/History';
import { Instead } from '../parts/Instead';
import { Page } from '../parts/Page';
import { Standing } from '../parts/Standing';
import { addDays } from '../parts/time';
import { enterprisePath } from '../Enterprises/path';
import { Term, useTerms } from '../parts/Term';
import { licenceWords } from './words';

const entry = graphql(`
  query LicenceEntry($number: String!) {
    licence(number: $number) { id version number kind status validFrom validTo issuedBy productClasses { code name } enterprise { id creditCode name } }
  }
`);
const file = graphql(`
  query LicenceFile($number: String!) {
    licence(number: $number) {
      leftToOthers othersInCharge { message }
      id mustApplyBy productionAddress products suspendedUntil suspendedInCase withdrawalRequested withdrawalDeclined deregistrationProposed
      renewalAppliedOn standsUntilDecided isLongTerm isTermInDoubt isOldNumber holderClosedOn enteredRightAs enteredBeforeAs
      deadlines { kind dueAt rule }
    }
  }
`);

const next: Record<string, CommandName[]> = {
  ACTIVE: ['applyForLicenceRenewal', 'renewLicence'],
  SUSPENDED: ['reinstateLicence', 'requestLicenceWithdrawal'],
  EXPIRED: ['deregisterLicence', 'applyForLicenceRenewal'],
};
const others = otherCommands(
  'licence',
  [
    'suspendLicence', 'recordCertificateSuspension', 'reinstateLicence', 'applyForLicenceRenewal', 'renewLicence', 'refuseLicenceRenewal',
    'requestLicenceWithdrawal', 'withdrawLicence', 'declineLicenceWithdrawal', 'revokeLicence', 'deregisterLicence', 'orderRectification',
    'correctLicence', 'correctLicenceEnding', 'correctCertificateSuspension', 'cancelMistypedLicence',
  ],
  ['registerLicence'],
);

/** What is to be decided comes first. */
const asked = (more: { withdrawalRequested: boolean; deregistrationProposed: boolean } | null | undefined): CommandName[] => [
  ...(more?.withdrawalRequested ? (['withdrawLicence', 'declineLicenceWithdrawal'] as const) : []),
  ...(more?.deregistrationProposed ? (['deregisterLicence'] as const) : []),
];

export default function Licence() {
  const words = useWords(licenceWords);
  const { may } = useSession();
  const kinds = useTerms('LicenceKind');
  const number = useParams().number ?? '';
  const { data, error, fetching, again } = useLiveQuery(entry, { number }, ['LICENCE']);
  const whole = useLiveQuery(file, { number }, ['LICENCE'], !may('deadlines'));
  const one = data?.licence;
  if (data && !one) return <Instead why={words.notFound} />;
  const more = whole.data?.licence;
  return (
    <Page title={number} remark={one?.enterprise.name}
      extra={one && <Commands next={[...asked(more), ...(next[one.status] ?? [])]} others={others} closed={more?.othersInCharge}
        target={{ subject: 'licence', id: one.id, version: one.version, leftToOthers: more?.leftToOthers,
          fixed: { number: one.number, licence: one.number, enterpriseCreditCode: one.enterprise.creditCode } }}
        initial={more?.isLongTerm ? {} : { renewLicence: { validFrom: addDays(one.validTo, 1) } }} />}>
      <Standing fetching={fetching} error={error} again={again} rows={8}>
        {one && (
          <div className="cards-grid">
            <Card className="two-thirds">
              <Facts items={[
                { key: 'status', label: words.status,
                  children: <><Term of="LicenceStatus" value={one.status} />{more?.withdrawalRequested && <Tag color="orange">{words.withdrawal}</Tag>}{more?.deregistrationProposed && <Tag color="orange">{words.deregistration}</Tag>}{more?.standsUntilDecided && <Tag color="blue">{words.stands}</Tag>}</> },
                { key: 'kind', label: words.kind,
                  children: <>{kinds.term(one.kind)}{more?.isOldNumber && <Tag>{words.oldNumber}</Tag>}</> },
                { key: 'holder', label: words.holder, children: <Link to={enterprisePath(one.enterprise.creditCode)}>{one.enterprise.name}</Link> },
                { key: 'issuedBy', label: words.issuedBy, children: one.issuedBy ?? '—' },
                { key: 'validFrom', label: words.validFrom, children: one.validFrom },
                { key: 'validTo', label: words.validTo, 
                  children: (
                    <>
                      {more?.isLongTerm ? words.noEnd : one.validTo}
                      {more?.isTermInDoubt && <Tag color="orange">{words.doubtful}</Tag>}
                    </>
                  ) },
                ...(more ? [
                  { key: 'mustApplyBy', label: words.mustApplyBy, children: more.isLongTerm ? '—' : more.mustApplyBy },
                  ...(more.renewalAppliedOn ? [{ key: 'renewal', label: words.renewal, children: more.renewalAppliedOn }] : []),
                  ...(more.suspendedUntil ? [{ key: 'until', label: words.suspendedUntil, children: more.suspendedUntil }] : []),
                  ...(more.suspendedInCase ? [{ key: 'case', label: words.inCase, children: more.suspendedInCase }] : []),
                  ...(more.withdrawalDeclined ? [{ key: 'declined', label: words.declined, children: more.withdrawalDeclined }] : []),
                  ...(more.enteredRightAs ? [{ key: 'right', label: words.enteredRightAs, children: more.enteredRightAs }] : []),
                  ...(more.enteredBeforeAs ? [{ key: 'before', label: words.enteredBeforeAs, children: more.enteredBeforeAs }] : []),
                  ...(more.holderClosedOn ? [{ key: 'closed', label: words.holderClosed, children: more.holderClosedOn }] : []),
                  { key: 'address', label: words.address, children: more.productionAddress ?? '—' },
                  ...(more.products ? [{ key: 'products', label: words.products, children: more.products }] : []),
                ] : []),
                { key: 'classes', label: words.productClasses, children: one.productClasses.map(({ code, name }) => <Tag key={code}>{name}</Tag>) },
              ]} />
            </Card>
            {more && <Card className="third" title={words.clocks}><DeadlineRows deadlines={more.deadlines} /></Card>}
            <Card className="whole" title={words.history}><History subject={one.id} kinds={['LICENCE']} /></Card>
          </div>
        )}
      </Standing>
    </Page>
  );
}
