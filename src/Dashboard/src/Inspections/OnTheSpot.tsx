import type { ResultOf } from '../app/graphql';
import { useWords } from '../app/language';
import { Card } from '../parts/Card';
import { useMarks } from '../parts/marks';
import { AddressLink, TelephoneLink } from '../parts/places';
import { Term } from '../parts/Term';
import { timeOf } from '../parts/time';
import type { fieldworkFields } from './fieldwork';
import { inspectionWords } from './words';

/**
 * What whoever inspects wants to know of the enterprise or den before: where it is, its licences, what was found before and is still to be
 * put right.
 */
export function OnTheSpot({ of: { enterprise, den }, readAt }: { of: ResultOf<typeof fieldworkFields>; readAt?: number | undefined }) {
  const words = useWords(inspectionWords);
  const marks = useMarks();
  const party = enterprise ?? den;
  if (!party) return null;
  const earlier = party.inspections.nodes;
  const orders = party.rectifications.nodes;
  const licences = enterprise?.licences.nodes ?? [];
  return (
    <Card className="gap-below" title={party.name}>
      {readAt !== undefined && <p className="quiet">{words.readAt(timeOf(new Date(readAt).toISOString()))}</p>}
      {party.address && (
        <p>
          <AddressLink address={party.address} />
        </p>
      )}
      {den && <p>{den.products}</p>}
      {enterprise?.telephone && (
        <p>
          <TelephoneLink telephone={enterprise.telephone} />
        </p>
      )}
      <details>
        <summary>
          {enterprise && `${words.licences}${marks.inBrackets(licences.length)} · `}
          {words.earlier}
          {marks.inBrackets(earlier.length)} · {words.openOrders}
          {marks.inBrackets(orders.length)}
        </summary>
        <ul className="rows">
          {enterprise && licences.length === 0 && <li>{words.noLicences}</li>}
          {licences.map((one) => (
            <li key={one.id}>
              <span className="main">
                {one.number}
                <div className="quiet">— {one.validTo}</div>
              </span>
              <Term of="LicenceStatus" value={one.status} />
            </li>
          ))}
          {orders.map((one) => (
            <li key={one.id}>
              <span className="main">
                {words.openOrders} {one.number}
                <div className="quiet">{one.dueOn}</div>
              </span>
              <Term of="RectificationStatus" value={one.status} />
            </li>
          ))}
          {earlier.length === 0 && <li>{words.noEarlier}</li>}
          {earlier.map((one) => (
            <li key={one.id}>
              <span className="main">
                {one.inspectedOn} {one.number}
                <div className="quiet">{one.summary}</div>
                {one.findings
                  .filter(({ result }) => result === 'NONCONFORMING')
                  .map((finding) => (
                    <div key={finding.item}>
                      {finding.wording}
                      {finding.note && `${marks.colon}${finding.note}`} <Term of="FindingSeverity" value={finding.severity} />
                    </div>
                  ))}
              </span>
              <Term of="InspectionResult" value={one.result} />
            </li>
          ))}
        </ul>
      </details>
    </Card>
  );
}
