import { Link } from 'react-router';
import { Kind, type DocumentNode, type FragmentDefinitionNode } from 'graphql';
import { graphql, type ResultOf } from '../app/graphql';
import type { Described, Naming } from './concept';
import { concepts, useCodeName } from './concepts';
import { unbrokenText } from './unbrokenText';

const namings = new Map(concepts.flatMap(({ names = [] }) => names).map((one) => [one.type, one]));

/** A fragment on what has an id, with the names that the concepts bring: the type checker sees the id, the server is asked for the names as well. */
function withNames<Document extends DocumentNode>(fragment: Document, brought: Naming[]): Document {
  const names = brought.flatMap((one) => one.fragment.definitions as FragmentDefinitionNode[]);
  return {
    ...fragment,
    definitions: [
      ...fragment.definitions.map((definition) => (definition.kind !== Kind.FRAGMENT_DEFINITION ? definition : {
        ...definition,
        selectionSet: { ...definition.selectionSet, selections: [...definition.selectionSet.selections, ...names.map(({ name }) => ({ kind: Kind.FRAGMENT_SPREAD, name }))] },
      })),
      ...names,
    ],
  };
}

/** What a subject of any kind is called by. */
export const subjectName = withNames(graphql(`fragment SubjectName on Node { __typename id }`), [...namings.values()]);

/** The same as far as a partner agency may read; a query that names more is refused as a whole. */
export const openSubjectName = withNames(graphql(`fragment OpenSubjectName on Node { __typename id }`), [...namings.values()].filter(({ isOpen }) => isOpen));

export type SubjectName = ResultOf<typeof subjectName>;
type OpenSubjectName = ResultOf<typeof openSubjectName>;

/** Where a subject is shown, what it is called, and what explains the name. */
export const describe = (subject: SubjectName | OpenSubjectName): Described => namings.get(subject.__typename)?.describe(subject as never) ?? { name: '—' };

/** What a subject is called, with what explains it, as a text. */
export function inFull(subject: Parameters<typeof describe>[0]) {
  const { name, detail } = describe(subject);
  return [name, detail].filter(Boolean).join(' ');
}

export function SubjectLink({ subject, withDetail = false }: { subject: SubjectName | OpenSubjectName; withDetail?: boolean }) {
  const { to, name, detail, section } = describe(subject);
  const sectionName = useCodeName('section');
  const named = <>{unbrokenText(name)}{section && ` ${sectionName(section)}`}</>;
  return (
    <span className="subject">
      {to ? <Link to={to}>{named}</Link> : named}
      {withDetail && detail && <span className="quiet"> {detail}</span>}
    </span>
  );
}
