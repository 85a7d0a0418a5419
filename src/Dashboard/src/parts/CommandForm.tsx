import { useRef, useState, type ReactNode } from 'react';
import { Alert, App, Button, Form, Modal, type FormRule } from 'antd';
import { useLocation } from 'react-router';
import { useClient, useQuery } from 'urql';
import { faultOf, newId } from '../app/api';
import { graphql } from '../app/graphql';
import { useLanguage, useWords, type Language } from '../app/language';
import { useSession, type Session } from '../app/session';
import { frameWords } from '../app/words';
import { askedWords } from './askedWords';
import { formOf, give, isProposed, type CommandName, type Field, type Outcome, type Refusal, type Result } from './command';
import { CommandField, controlOf } from './CommandField';
import { consequences } from './consequences';
import { useForeseen } from './foresee';
import { problemOf, problemsFound, problemsRefused } from './formProblems';
import { entryFields } from './Entry';
import { EntryLine } from './History';
import { keepUsed } from './lastUsed';
import { useTellStep, type Step } from './lastStep';
import { currentMarks, useMarks } from './marks';
import { ProblemSummary, type Problems } from './Problems';
import { dayOf } from './time';
import { usedUnder } from './UsedTexts';
import { useUnsent } from './useUnsent';
import { partWords } from './words';

/** Something that can be chosen, under the words that people know it by. */
export interface Option {
  value: string | number;
  label: string;
}

/** What a page's commands are given to: its subject, the version that the page shows, and what names it. A command takes of the names those that it knows. */
export interface Target {
  subject?: string;
  id?: string;
  /** What it is called where several are named. */
  label?: string;
  version?: number;
  /** Steps that the caller's office admits and the law leaves to others: they are not offered. */
  leftToOthers?: readonly string[] | undefined;
  fixed: Record<string, unknown>;
  /** What the page knows that forms may begin with, by the fields' names: the officers of the subject, its section. It is offered, and can be changed. */
  known?: Record<string, unknown>;
  /** What there is to choose from in fields that name a part of the subject, by the fields' names, or by `command.field` where a command takes others. */
  choices?: Record<string, Option[]>;
  /** What stands above the fields of some commands: what is decided on. */
  about?: Partial<Record<CommandName, ReactNode>>;
}

const since = graphql(`query ChangesOfOthers($subject: ID!) { journal(subject: $subject, first: 20) { nodes { ...EntryFields } } }`, [
  entryFields,
]);

// Evidence takes its files as attachments; the hash alone is for those who keep theirs elsewhere.
const hidden = new Set(['commandId', 'expectedVersion', 'attachment', 'preview']);

/** The fields to fill in, in the order in which the command has them. */
const toFill = (command: CommandName, fields: Field[], fixed: Record<string, unknown>, me: Session['me']) =>
  fields.filter((field) => {
    const control = controlOf(command, field);
    const isTheirs = field.required || (control?.isFor?.(me) ?? true);
    return isTheirs && !hidden.has(field.name) && !(field.name in fixed) && (!field.type.endsWith('Input') || !!control);
  });

/** What a form begins with: what the page knows of the subject, and of whoever fills it in. */
function begun(
  command: CommandName,
  fields: Field[],
  target: Target,
  { userName, section }: { userName: string; section: string | null },
): Record<string, unknown> {
  const own: Record<string, unknown> = { section: section ?? undefined, officers: [userName], takenBy: [userName] };
  const begins = ({ name, required, list }: Field) => {
    const [only, ...further] = choicesOf(command, name, target) ?? [];
    const known = target.known?.[name];
    // Nobody is assigned yet: that is no answer.
    return (
      (Array.isArray(known) && known.length === 0 ? undefined : known) ??
      (required && only && further.length === 0
        ? list
          ? [only.value]
          : only.value
        : required || name === 'section'
          ? own[name]
          : undefined)
    );
  };
  return Object.fromEntries(fields.map((field) => [field.name, begins(field)]).filter(([, value]) => value !== undefined));
}

/** What there is to choose from in a field: of this command alone, or of any. */
const choicesOf = (command: CommandName, field: string, { choices }: Target) => choices?.[`${command}.${field}`] ?? choices?.[field];

/** What a field must be, as far as the schema says it. A text is as long as the server counts it; of several, each is. */
function rulesOf({ type, required, longest, list }: Field, label: string, words: (typeof partWords)['zh']): FormRule[] {
  const marks = currentMarks();
  const tooLong = (value: unknown) => {
    const place = [value ?? []].flat().findIndex((text) => typeof text === 'string' && text.length > longest);
    return place < 0 ? null : list ? words.lineTooLong(place + 1, longest) : words.tooLong(longest);
  };
  const missing = { message: `${label}${marks.colon}${words.required}` };
  return [
    ...(required ? [{ required, ...missing }, ...(type === 'String' && !list ? [{ whitespace: true, ...missing }] : [])] : []),
    ...(longest > 0
      ? [
          {
            validator: (_: unknown, value: unknown) =>
              tooLong(value) ? Promise.reject(new Error(`${label}${marks.colon}${tooLong(value)}`)) : Promise.resolve(),
          },
        ]
      : []),
  ];
}

/** What keeps the form from being submitted although the field is filled in: a file that is still on its way. */
function readyRules(command: CommandName, field: Field, language: Language): FormRule[] {
  const notReady = controlOf(command, field)?.notReady;
  return notReady
    ? [
        {
          validator: (_: unknown, value: unknown) => {
            const problem = notReady(value as never);
            return problem ? Promise.reject(new Error(problem[language])) : Promise.resolve();
          },
        },
      ]
    : [];
}

export interface CommandFormProps {
  command: CommandName;
  target: Target /** Further subjects that each get the same command, under a law of its own. */;
  further?: Target[];
  initial?: Record<string, unknown>;
  onClose: () => void;
  onDone?: (result: Result | Result[] | undefined) => void /** Where one goes to what it made. */;
  goesTo?: (made: Result) => string | undefined;
}

/**
 * A command's form. Its id is drawn when it opens, so a double click, a retry or an answer that got lost does it once. What the server refuses stands
 * in its own words; when others were faster it shows what they did, and asks before it goes on. What was typed is not lost unasked.
 */
export function CommandForm({ command, target, further = [], initial, onClose, onDone, goesTo }: CommandFormProps) {
  const words = useWords(partWords);
  const asked = useWords(askedWords);
  const frame = useWords(frameWords);
  const { language } = useLanguage();
  const { me, now } = useSession();
  const tell = useTellStep();
  const { pathname } = useLocation();
  const client = useClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Record<string, unknown>>();
  const [version, setVersion] = useState(target.version);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<Problems | null>(null);
  const [conflict, setConflict] = useState<Refusal | null>(null);
  // What was chosen may change under the form; how many it was opened for does not.
  const [isBulk] = useState(further.length > 0);
  const [all] = useState([target, ...further]);
  const left = useRef(all);
  const ids = useRef(new Map<string, string>());
  const spec = formOf(command);
  const fields = toFill(command, spec.fields, target.fixed, me);
  // A command that begins another subject (a transfer of a case) speaks neither of this one's version nor, by its own number, of this one.
  const isOfTarget = !target.subject || spec.result?.startsWith(`${target.subject} `);
  const fixed = Object.fromEntries(
    Object.entries(target.fixed).filter(([name]) => (isOfTarget || name !== 'number') && spec.fields.some((field) => field.name === name)),
  );
  const before = { ...(!isBulk && begun(command, fields, target, me)), ...initial };
  const refused = useForeseen(
    command,
    { fixed, known: { ...target.known, ...before }, choices: (field) => choicesOf(command, field, target) },
    dayOf(now()),
    !!target.id && !!isOfTarget && !isBulk,
  );
  const marks = useMarks();
  const unsent = useUnsent(
    form,
    `${command} ${JSON.stringify(isBulk ? all.map((one) => one.fixed) : fixed)}`,
    before,
    onClose,
    { ticks: fields.filter(({ type, required }) => type === 'Boolean' && !required).map(({ name }) => name) },
  );
  const takesVersion = version !== undefined && isOfTarget;
  const said = { ...frame, ...words };

  const submit = async (values: Record<string, unknown>) => {
    if (busy) return;
    setBusy(true);
    setProblems(null);
    if (isBulk) {
      await submitEach(values);
      return;
    }
    const { refusals, result, error } = await give(client, command, {
      ...values,
      ...fixed,
      commandId: unsent.commandId,
      ...(takesVersion && { expectedVersion: version }),
    });
    setBusy(false);
    if (error || refusals.length > 0) {
      const faster = refusals.find((refusal) => refusal.code === 'VERSION_CONFLICT');
      setConflict(faster ?? null);
      setProblems(
        faster
          ? { title: words.conflict, problems: [], ...(target.id && { more: <Others subject={target.id} after={faster.expected ?? 0} /> }) }
          : error
            ? problemOf(error, said)
            : problemsRefused(refusals, form, command, Object.fromEntries(fields.map((field) => [field.name, field[language]])), said),
      );
      return;
    }
    unsent.done();
    keepUsed(me.userName, command, values, before);
    const isAsked = !!result && !Array.isArray(result) && isProposed(command, result);
    void message.success(`${spec[language]}${marks.colon}${isAsked ? asked.asked : words.done}`);
    tell({ ...stepOf(result, values), isAsked });
    onDone?.(result);
    onClose();
  };

  // Each by its own id, which stays its own when it is tried again, and under its own law; what is done is not asked for again.
  const submitEach = async (values: Record<string, unknown>) => {
    const refused: { of: Target; message: string }[] = [];
    for (const of of left.current) {
      const key = JSON.stringify(of.fixed);
      const commandId = ids.current.get(key) ?? newId();
      ids.current.set(key, commandId);
      const named = Object.fromEntries(Object.entries(of.fixed).filter(([name]) => spec.fields.some((field) => field.name === name)));
      const { refusals, error } = await give(client, command, { ...values, ...named, commandId });
      if (error) refused.push({ of, message: faultOf(error, frame) });
      else if (refusals[0]) refused.push({ of, message: refusals[0].message });
    }
    const done = left.current.length - refused.length;
    left.current = refused.map(({ of }) => of);
    setBusy(false);
    if (refused.length > 0) {
      setProblems({
        title: words.someRefused(done, refused.length),
        problems: refused.map(({ of, message: why }) => ({ message: `${of.label}${marks.colon}${why}` })),
      });
      return;
    }
    unsent.done();
    keepUsed(me.userName, command, values, before);
    void message.success(`${spec[language]}${marks.colon}${words.doneMany(done)}`);
    onDone?.(undefined);
    onClose();
  };

  // Taken over as if it had been typed, so that it is kept with the rest.
  const take = (name: string, text: string) => {
    form.setFieldValue(name, text);
    unsent.changed({ [name]: text });
  };

  const stepOf = (
    result: Outcome['result'],
    { reason, basis, documentNumber }: { reason?: string; basis?: string; documentNumber?: string },
  ): Step => {
    const results = [result ?? []].flat();
    const made = results.map(({ id }) => id).filter((id) => id !== target.id);
    const own =
      target.id && isOfTarget ? { id: target.id, after: version } : made.length === 1 ? { id: made[0]!, after: 0 } : undefined;
    return { command, reason, basis, documentNumber, subject: own, made, at: (results.length === 1 && goesTo?.(results[0]!)) || pathname };
  };

  return (
    <Modal
      open
      title={isBulk ? `${spec[language]}${marks.inBrackets(words.picked(all.length))}` : spec[language]}
      onCancel={unsent.close}
      afterOpenChange={(isOpen) => isOpen && focusFirst(command)}
      mask={{ closable: false }}
      footer={[
        <Button key="cancel" onClick={unsent.close}>
          {words.cancel}
        </Button>,
        conflict?.actual !== undefined ? (
          <Button
            key="go"
            danger
            type="primary"
            disabled={version === conflict.actual}
            onClick={() => {
              setVersion(conflict.actual);
              setConflict(null);
              setProblems(null);
            }}
          >
            {words.conflictGo}
          </Button>
        ) : (
          <Button key="submit" type="primary" loading={busy} onClick={() => form.submit()}>
            {words.submit}
          </Button>
        ),
      ]}
    >
      {unsent.notice}
      {refused && !problems && (
        <Alert
          className="gap-below"
          type="warning"
          showIcon
          role="status"
          title={`${words.foreseen}${marks.colon}${refused.message}`}
          description={words.foreseenHint}
        />
      )}
      <ProblemSummary of={problems} type={conflict ? 'warning' : 'error'} />
      {!isBulk && target.about?.[command]}
      <Form
        form={form}
        name={command}
        layout="vertical"
        onFinish={submit}
        onFinishFailed={(failed) => setProblems(problemsFound(failed, command, said))}
        onValuesChange={(typed) => unsent.changed(typed)}
        initialValues={before}
      >
        {fields.map((field) => (
          <Form.Item
            key={field.name}
            name={field.name}
            label={field[language]}
            tooltip={language === 'en' && field.remark ? field.remark : undefined}
            rules={[...rulesOf(field, field[language], words), ...readyRules(command, field, language)]}
            {...usedUnder({
              userName: me.userName,
              command,
              field: field.name,
              label: field[language],
              onTake: (text) => take(field.name, text),
            })}
          >
            <CommandField command={command} field={field} options={choicesOf(command, field.name, target)} />
          </Form.Item>
        ))}
      </Form>
      <Alert type="info" role="status" title={consequences[command]?.[language] ?? words.consequence} />
    </Modal>
  );
}

/** Whoever opens a form begins with its first field. Where fingers do the typing it is left to them: a keyboard would cover the form. */
function focusFirst(command: CommandName) {
  if (window.matchMedia('(pointer: coarse)').matches) return;
  const fields = document.getElementById(command);
  fields?.querySelector<HTMLElement>('input:not([disabled]), textarea:not([disabled]), button:not([disabled])')?.focus();
}

/** What others did since. */
function Others({ subject, after }: { subject: string; after: number }) {
  const [{ data }] = useQuery({ query: since, variables: { subject }, requestPolicy: 'network-only' });
  return <EntryLine entries={data?.journal.nodes.filter((entry) => entry.number > after) ?? []} />;
}
