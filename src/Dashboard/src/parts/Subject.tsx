import { Link } from 'react-router';
import { graphql, type ResultOf } from '../app/graphql';

/** What a subject of any kind is called by. */
export const subjectName = graphql(`
  fragment SubjectName on Node {
    __typename id
    ... on Enterprise { creditCode name }
    ... on Licence { number enterprise { name } }
    ... on Inspection { number enterprise { name } }
    ... on Rectification { number enterprise { name } }
    ... on Case { number title }
    ... on CrimeTransfer { number caseTitle }
    ... on User { userName displayName }
    ... on Import { importId fileName }
    ... on WorkingYear { year }
    ... on Section { code sectionName: name }
    ... on Agency { code agencyName: name }
    ... on ProductClass { code className: name }
  }
`);

/** The same as far as a partner agency may read; a query that names more is refused as a whole. */
export const openSubjectName = graphql(`
  fragment OpenSubjectName on Node {
    __typename id
    ... on Enterprise { creditCode name }
    ... on Licence { number enterprise { name } }
    ... on CrimeTransfer { number caseTitle }
    ... on Section { code sectionName: name }
    ... on Agency { code agencyName: name }
    ... on ProductClass { code className: name }
  }
`);

export type SubjectName = ResultOf<typeof subjectName>;
type OpenSubjectName = ResultOf<typeof openSubjectName>;

export const pathOf = {
  enterprise: (creditCode: string) => `/enterprises/${encodeURIComponent(creditCode)}`,
  licence: (number: string) => `/licences/${encodeURIComponent(number)}`,
  inspection: (number: string) => `/inspections/${encodeURIComponent(number)}`,
  rectification: (number: string) => `/rectifications/${encodeURIComponent(number)}`,
  case: (number: string) => `/cases/${encodeURIComponent(number)}`,
  transfer: (number: string) => `/transfers/${encodeURIComponent(number)}`,
  openWork: (whose: { officer?: string; section?: string; view?: 'handovers' }) => `/open-work?${new URLSearchParams(whose).toString()}`,
};

/** Where a subject is shown, what it is called, and what explains the name. */
export function describe(named: SubjectName | OpenSubjectName): { to?: string; name: string; detail?: string } {
  const subject = named as SubjectName;
  switch (subject.__typename) {
    case 'Enterprise': return { to: pathOf.enterprise(subject.creditCode), name: subject.name, detail: subject.creditCode };
    case 'Licence': return { to: pathOf.licence(subject.number), name: subject.number, detail: subject.enterprise.name };
    case 'Inspection': return { to: pathOf.inspection(subject.number), name: subject.number, detail: subject.enterprise.name };
    case 'Rectification': return { to: pathOf.rectification(subject.number), name: subject.number, detail: subject.enterprise.name };
    case 'Case': return { to: pathOf.case(subject.number), name: subject.number, detail: subject.title };
    case 'CrimeTransfer': return { to: pathOf.transfer(subject.number), name: subject.number, detail: subject.caseTitle };
    case 'User': return { name: subject.displayName, detail: subject.userName };
    case 'Import': return { to: '/administration/imports', name: subject.fileName ?? subject.importId };
    case 'WorkingYear': return { to: '/administration/calendar', name: String(subject.year) };
    case 'Section': return { to: '/administration/sections', name: subject.sectionName, detail: subject.code };
    case 'Agency': return { to: '/administration/agencies', name: subject.agencyName, detail: subject.code };
    case 'ProductClass': return { to: '/administration/product-classes', name: subject.className, detail: subject.code };
    default: return { name: '—' };
  }
}

export function SubjectLink({ subject, withDetail = false }: { subject: SubjectName | OpenSubjectName; withDetail?: boolean }) {
  const { to, name, detail } = describe(subject);
  return (
    <span className="subject">
      {to ? <Link to={to}>{name}</Link> : name}
      {withDetail && detail && <span className="quiet"> {detail}</span>}
    </span>
  );
}
