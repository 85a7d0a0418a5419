import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Alert, Button } from 'antd';
import { useLocation } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../app/graphql';
import { useLanguage, useWords } from '../app/language';
import { useSession } from '../app/session';
import { formOf, type CommandName } from './command';
import { consequences } from './consequences';
import { Due } from './Due';
import { EntryLine, entryFields } from './History';
import { openSubjectName, subjectName, SubjectLink } from './Subject';
import { useTerms } from './Term';
import { partWords } from './words';

/** A step that was just taken: what was said with it, of which subject it is, and what it made. */
export interface Step {
  command: CommandName;
  reason?: string | undefined;
  basis?: string | undefined;
  documentNumber?: string | undefined;
  /** The subject whose journal says it, and its last entry before. */
  subject?: { id: string; after: number } | undefined;
  /** The ids of what came into being. */
  made: string[];
  /** The address at which it is shown. */
  at: string;
}

const Steps = createContext<{ step: Step | null; tell: (step: Step) => void; close: () => void }>({
  step: null,
  tell: () => {},
  close: () => {},
});

/** Keeps the step that was taken last until somebody closes it or goes to another page. */
export function StepProvider({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const [step, setStep] = useState<Step | null>(null);
  const arrived = useRef(false);
  useEffect(() => {
    if (step?.at === pathname) arrived.current = true;
    else if (arrived.current) setStep(null);
  }, [step, pathname]);
  const tell = useCallback((taken: Step) => {
    arrived.current = false;
    setStep(taken);
  }, []);
  const value = useMemo(() => ({ step, tell, close: () => setStep(null) }), [step, tell]);
  return <Steps value={value}>{children}</Steps>;
}

/** Says that a step was taken. */
export const useTellStep = () => useContext(Steps).tell;

const written = graphql(`query WrittenByStep($subject: ID!) { journal(subject: $subject, first: 20) { nodes { ...EntryFields } } }`, [
  entryFields,
]);
const owed = graphql(
  `query OwedAfterStep($subject: ID!) { deadlines(first: 3, where: { subject: $subject }) { nodes { id kind dueAt rule } } }`,
);
const named = graphql(`query MadeByStep($ids: [ID!]!) { nodes(ids: $ids) { ...SubjectName } }`, [subjectName]);
const openNamed = graphql(`query OpenMadeByStep($ids: [ID!]!) { nodes(ids: $ids) { ...OpenSubjectName } }`, [openSubjectName]);

const mostNamed = 20;

/** After a step, on the page that it left one on: what was written down, with reason and document, what it made, and what comes next. */
export function LastStep() {
  const { step, close } = useContext(Steps);
  const { pathname } = useLocation();
  const words = useWords(partWords);
  const { language } = useLanguage();
  if (!step || step.at !== pathname) return null;
  const { command, reason, basis, documentNumber, subject, made } = step;
  const follows = consequences[command]?.[language];
  return (
    <Alert
      className="gap-below after-step"
      type="success"
      showIcon
      role="status"
      title={`${words.justDone}：${formOf(command)[language]}`}
      action={
        <Button size="small" onClick={close}>
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
              {words.follows}：{follows}
            </p>
          )}
          {subject && <Owed of={subject.id} />}
        </>
      }
    />
  );
}

function Said({ reason, basis, documentNumber }: Pick<Step, 'reason' | 'basis' | 'documentNumber'>) {
  const words = useWords(partWords);
  return (
    <p className="flush-text">
      {[
        [words.reason, reason],
        [words.basis, basis],
        [words.document, documentNumber],
      ]
        .filter(([, said]) => said)
        .map(([label, said]) => `${label}：${said}`)
        .join(' · ')}
    </p>
  );
}

function Written({ of: { id, after } }: { of: NonNullable<Step['subject']> }) {
  const [{ data }] = useQuery({ query: written, variables: { subject: id }, requestPolicy: 'network-only' });
  const entries = data?.journal.nodes.filter(({ number }) => number > after) ?? [];
  return entries.length > 0 ? <EntryLine entries={entries} /> : null;
}

function Made({ ids }: { ids: string[] }) {
  const words = useWords(partWords);
  const { may } = useSession();
  const [{ data }] = useQuery({
    query: may('cases') ? named : (openNamed as unknown as typeof named),
    variables: { ids: ids.slice(0, mostNamed) },
    requestPolicy: 'network-only',
  });
  const nodes = data?.nodes.filter((node) => node !== null) ?? [];
  if (nodes.length === 0) return null;
  return (
    <p className="flush-text">
      {words.made}：
      {nodes.map((node, place) => (
        <span key={node.id}>
          {place > 0 && '、'}
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
  const next = data?.deadlines.nodes ?? [];
  if (next.length === 0) return null;
  return (
    <div>
      {words.dueNext}：
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
