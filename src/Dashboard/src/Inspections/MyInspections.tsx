import { useCallback, useEffect, useState } from 'react';
import { Alert, Button, Empty, Tag } from 'antd';
import { ScanOutlined } from '@ant-design/icons';
import { Link, useNavigate } from 'react-router';
import { useOfficersAtHand } from '../Accounts/staff';
import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import { keepAnswer } from '../app/onDevice';
import { useKeptQuery } from '../app/query';
import { useSession } from '../app/session';
import { fixedOfParty, nameOfParty } from '../Dens/party';
import { ScanLicence, type FoundEnterprise } from '../Licences/ScanLicence';
import { Card } from '../parts/Card';
import { LazyCommandForm } from '../parts/Commands';
import { useMarks } from '../parts/marks';
import { Page } from '../parts/Page';
import { AddressLink, TelephoneLink } from '../parts/places';
import { Standing } from '../parts/Standing';
import { useTerms } from '../parts/Term';
import { dayOf, timeOf } from '../parts/time';
import { unbrokenText } from '../parts/unbrokenText';
import { useSectionsAtHand } from '../Sections/sectionNames';
import { draftsOfUser, onDrafts, type Draft } from './drafts';
import { fieldworkFields, fieldworkKey } from './fieldwork';
import { inspectionPath } from './path';
import { inspectionWords } from './words';

const mine = graphql(
  `
  query MyInspections($officer: String!) {
    inspections(first: 20, where: { status: { eq: PLANNED }, officerNames: { some: { eq: $officer } } }, order: [{ plannedOn: ASC }]) {
      nodes { ...FieldworkFields } totalCount
    }
  }
`,
  [fieldworkFields],
);

/** Whom an inspection on the spot is of: an enterprise that was found by its code, or a den that was recorded for it. */
type Party = { enterprise: FoundEnterprise; den: null } | { enterprise: null; den: { number: string } };

/** What an officer has to inspect, the day that comes first above. It opens without a network, with all that is needed to inspect. */
export default function MyInspections() {
  const words = useWords(inspectionWords);
  const bases = useTerms('InspectionBasis');
  const { me, may, now } = useSession();
  const navigate = useNavigate();
  const { data, error, fetching, again, readAt } = useKeptQuery('inspections/mine', mine, { officer: me.userName });
  const [drafts, setDrafts] = useState<Draft[]>([]);
  const [scanning, setScanning] = useState(false);
  const [party, setParty] = useState<Party | null>(null);
  const [recordingDen, setRecordingDen] = useState(false);
  const all = data?.inspections.nodes ?? [];
  // They are chosen among in the record, which may be written without a network.
  useOfficersAtHand();
  useSectionsAtHand();

  // Each is kept by itself too: that is what its record opens with.
  useEffect(() => {
    if (readAt !== undefined) return;
    for (const inspection of data?.inspections.nodes ?? []) {
      // A device that keeps nothing shows the page with a network alone.
      keepAnswer(me.userName, fieldworkKey(inspection.number), { inspection }).catch(() => undefined);
    }
  }, [data, readAt, me.userName]);
  useEffect(() => {
    const look = () => void draftsOfUser(me.userName).then(setDrafts, () => setDrafts([]));
    look();
    return onDrafts(look);
  }, [me.userName]);
  const marks = useMarks();
  const found = useCallback((one: FoundEnterprise) => {
    setScanning(false);
    setParty({ enterprise: one, den: null });
  }, []);

  const today = dayOf(now());
  const groups = [
    { title: words.today, rows: all.filter(({ plannedOn }) => plannedOn <= today) },
    { title: words.later, rows: all.filter(({ plannedOn }) => plannedOn > today) },
  ];
  return (
    <Page
      title={words.mine}
      remark={readAt !== undefined && words.readAt(timeOf(new Date(readAt).toISOString()))}
      extra={
        may('beginInspection') && (
          <>
            {may('recordDen') && <Button onClick={() => setRecordingDen(true)}>{words.recordDenAndBegin}</Button>}
            <Button type="primary" icon={<ScanOutlined />} onClick={() => setScanning(true)}>
              {words.scanAndBegin}
            </Button>
          </>
        )
      }
    >
      <Standing fetching={fetching} error={error} again={again} rows={8}>
        {all.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.noneMine} />}
        <div className="stack">
          {groups
            .filter(({ rows }) => rows.length > 0)
            .map(({ title, rows }) => (
              <Card key={title} title={`${title}${marks.inBrackets(rows.length)}`}>
                <ul className="rows">
                  {rows.map((one) => {
                    const draft = drafts.find(({ number }) => number === one.number);
                    return (
                      <li key={one.id}>
                        <span className="main">
                          <Link to={inspectionPath(one.number)}>{nameOfParty(one)}</Link>
                          <div className="quiet">
                            {bases.term(one.basis)} · {one.plannedOn} · {unbrokenText(one.officialNumber ?? one.number)}
                          </div>
                          {(one.enterprise ?? one.den)?.address && (
                            <div className="quiet">
                              <AddressLink address={(one.enterprise ?? one.den)?.address ?? ''} />
                            </div>
                          )}
                          {one.enterprise?.telephone && (
                            <div className="quiet">
                              <TelephoneLink telephone={one.enterprise.telephone} />
                            </div>
                          )}
                        </span>
                        <span>
                          {one.isLate && <Tag color="red">{words.late}</Tag>}
                          {draft && <Tag color={draft.queued ? 'orange' : 'blue'}>{draft.queued ? words.waits : words.isDraft}</Tag>}
                          {may('recordInspection') && (
                            <Button
                              type="primary"
                              onClick={() => navigate(`${inspectionPath(one.number)}/record`)}
                              aria-label={`${words.record} ${nameOfParty(one)}`}
                            >
                              {words.record}
                            </Button>
                          )}
                        </span>
                      </li>
                    );
                  })}
                </ul>
              </Card>
            ))}
        </div>
        {data && data.inspections.totalCount > all.length && (
          <Alert className="gap-above" type="info" role="status" title={words.moreMine(all.length, data.inspections.totalCount)} />
        )}
      </Standing>
      {scanning && <ScanLicence onFound={found} onClose={() => setScanning(false)} />}
      {recordingDen && (
        <LazyCommandForm
          command="recordDen"
          target={{ fixed: {} }}
          initial={{ source: 'INSPECTION' }}
          onClose={() => setRecordingDen(false)}
          onDone={(made) => made && !Array.isArray(made) && made.number && setParty({ enterprise: null, den: { number: made.number } })}
        />
      )}
      {party && (
        <LazyCommandForm
          command="beginInspection"
          target={
            party.enterprise
              ? {
                  fixed: { den: null },
                  known: { enterpriseCreditCode: party.enterprise.creditCode, productClass: party.enterprise.productClass },
                }
              : { fixed: fixedOfParty(party) }
          }
          onClose={() => setParty(null)}
          onDone={(made) => made && !Array.isArray(made) && made.number && navigate(`${inspectionPath(made.number)}/record`)}
        />
      )}
    </Page>
  );
}
