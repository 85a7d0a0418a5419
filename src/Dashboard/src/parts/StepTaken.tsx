import { useEffect, useRef } from 'react';
import { Alert, Button } from 'antd';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../app/graphql';
import { useLanguage, useWords } from '../app/language';
import { useSession } from '../app/session';
import { askedWords } from './askedWords';
import { consequences } from './consequences';
import { Due } from './Due';
import { entryFields } from './Entry';
import { EntryLine } from './History';
import type { Step } from './lastStep';
import { useMarks } from './marks';
import { openSubjectName, subjectName, SubjectLink } from './Subject';
import { useTerms } from './Term';
import { partWords } from './words';
import { titleOf } from './titles';

const written = graphql(`query WrittenByStep($subject: ID!) { journal(subject: $subject, first: 20) { nodes { ...EntryFields } } }`, [
  entryFields,
]);
const owed = graphql(
  `query OwedAfterStep($subject: ID!) { deadlines(first: 3, where: { subject: $subject }) { nodes { id kind dueAt rule } } }`,
);
const named = graphql(`query MadeByStep($ids: [ID!]!) { nodes(ids: $ids) { ...SubjectName } }`, [subjectName]);
const openNamed = graphql(`query OpenMadeByStep($ids: [ID!]!) { nodes(ids: $ids) { ...OpenSubjectName } }`, [openSubjectName]);

const mostNamed = 20;

/** A step that was taken: what was written down, with reason and document, what it made, and what comes next. */
export default function StepTaken({ step, onClose }: { step: Step; onClose: () => void }) {
  const words = useWords(partWords);
  const { language } = useLanguage();
  const marks = useMarks();
  const { command, reason, basis, documentNumber, subject, made } = step;
  const said = consequences[command];
  const asked = useWords(askedWords);
  const follows = step.isAsked ? asked.askedFollows : (said?.after ?? said)?.[language];
  const next = step.isAsked ? undefined : said?.next;
  // Whoever took the step by the keys goes on here: the button that opened the form may be gone with it. The dialog gives the focus back
  // as it goes, and only then is it taken.
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => here.current?.focus());
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <div ref={here} tabIndex={-1}>
      <Alert
        className="gap-below after-step"
        type="success"
        showIcon
        role="status"
        title={`${step.isAsked ? asked.asked : words.justDone}${marks.colon}${titleOf(command, language)}`}
        action={
          <Button size="small" onClick={onClose}>
            {words.close}
          </Button>
        }
        description={
          <>
            {subject && <Written of={subject} />}
            {!subject && (reason || basis || documentNumber) && <Said reason={reason} basis={basis} documentNumber={documentNumber} />}
            {made.length > 0 && <Made ids={made} />}
            {follows && (
              <p className="flush-text">
                {words.follows}{marks.colon}{follows}
              </p>
            )}
            {subject && <Owed of={subject.id} />}
            {next && <Link to={next.to}>{next.title[language]}</Link>}
          </>
        }
      />
    </div>
  );
}

function Said({ reason, basis, documentNumber }: Pick<Step, 'reason' | 'basis' | 'documentNumber'>) {
  const words = useWords(partWords);
  const marks = useMarks();
  return (
    <p className="flush-text">
      {[
        [words.reason, reason],
        [words.basis, basis],
        [words.document, documentNumber],
      ]
        .filter(([, said]) => said)
        .map(([label, said]) => `${label}${marks.colon}${said}`)
        .join(' · ')}
    </p>
  );
}

function Written({ of: { id, after } }: { of: NonNullable<Step['subject']> }) {
  const [{ data }] = useQuery({ query: written, variables: { subject: id }, requestPolicy: 'network-only' });
  const [last] = data?.journal.nodes ?? [];
  // From a list nobody saw what stood before: what was written at once with the last is what the step wrote.
  const entries = data?.journal.nodes.filter(({ number, at }) => (after === undefined ? at === last?.at : number > after)) ?? [];
  return entries.length > 0 ? <EntryLine entries={entries} /> : null;
}

function Made({ ids }: { ids: string[] }) {
  const words = useWords(partWords);
  const { may } = useSession();
  const marks = useMarks();
  const [{ data }] = useQuery({
    query: may('cases') ? named : (openNamed as unknown as typeof named),
    variables: { ids: ids.slice(0, mostNamed) },
    requestPolicy: 'network-only',
  });
  const nodes = data?.nodes.filter((node) => node !== null) ?? [];
  if (nodes.length === 0) return null;
  return (
    <p className="flush-text">
      {words.made}{marks.colon}
      {nodes.map((node, place) => (
        <span key={node.id}>
          {place > 0 && marks.comma}
          <SubjectLink subject={node} withDetail />
        </span>
      ))}
      {ids.length > mostNamed && words.andMore(ids.length - mostNamed)}
    </p>
  );
}

function Owed({ of }: { of: string }) {
  const words = useWords(partWords);
  const { may } = useSession();
  const { term } = useTerms('DeadlineKind');
  const [{ data }] = useQuery({ query: owed, variables: { subject: of }, requestPolicy: 'network-only', pause: !may('deadlines') });
  const marks = useMarks();
  const next = data?.deadlines.nodes ?? [];
  if (next.length === 0) return null;
  return (
    <div>
      {words.dueNext}{marks.colon}
      <ul className="rows">
        {next.map((one) => (
          <li key={one.id}>
            <span className="main">
              {term(one.kind)} <span className="quiet">{one.rule}</span>
            </span>
            <Due at={one.dueAt} />
          </li>
        ))}
      </ul>
    </div>
  );
}
