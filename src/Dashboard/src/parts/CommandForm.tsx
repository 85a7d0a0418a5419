import { useState } from 'react';
import { Alert, App, Button, Form, Modal } from 'antd';
import { useClient, useQuery } from 'urql';
import { faultOf, newId } from '../app/api';
import { graphql } from '../app/graphql';
import { useLanguage, useWords } from '../app/language';
import { useSession } from '../app/session';
import { frameWords } from '../app/words';
import { allBrought } from '../Attachments/AttachmentField';
import { formOf, give, type CommandName, type Field, type Outcome, type Result } from './command';
import { CommandField } from './CommandField';
import { consequences } from './consequences';
import { EntryLine, entryFields } from './History';
import { partWords } from './words';

/** What a page's commands are given to: its subject, the version that the page shows, and what names it. A command takes of the names those that it knows. */
export interface Target { subject?: 'enterprise' | 'licence' | 'inspection' | 'rectification' | 'case' | 'crimeTransfer' | 'user' | 'section' | 'agency'; id?: string; version?: number; fixed: Record<string, unknown> }

const since = graphql(`query ChangesOfOthers($subject: ID!) { journal(subject: $subject, first: 20) { nodes { ...EntryFields } } }`, [entryFields]);

// Evidence takes its files as attachments; the hash alone is for those who keep theirs elsewhere.
const hidden = new Set(['commandId', 'expectedVersion', 'attachment']);
const first = ['reason', 'basis', 'documentNumber'];

/** The fields to fill in: what is asked first, what explains and proves it last. */
const toFill = (fields: Field[], fixed: Record<string, unknown>) => fields
  .filter((field) => !hidden.has(field.name) && !(field.name in fixed) && (!field.type.endsWith('Input') || field.type === 'AttachmentInput'))
  .sort((a, b) => Number(b.required) - Number(a.required) || first.indexOf(a.name) - first.indexOf(b.name));

export interface CommandFormProps { command: CommandName; target: Target; initial?: Record<string, unknown>; onClose: () => void; onDone?: (result: Result | Result[] | undefined) => void }

/**
 * A command's form. Its id is drawn when it opens, so a double click, a retry or an answer that got lost does it once. What the server refuses stands
 * in its own words; when others were faster it shows what they did, and asks before it goes on.
 */
export function CommandForm({ command, target, initial, onClose, onDone }: CommandFormProps) {
  const words = useWords(partWords);
  const frame = useWords(frameWords);
  const { language } = useLanguage();
  const { me } = useSession();
  const client = useClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Record<string, unknown>>();
  const [commandId] = useState(newId);
  const [version, setVersion] = useState(target.version);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const spec = formOf(command);
  const fields = toFill(spec.fields, target.fixed);
  const conflict = outcome?.refusals.find((refusal) => refusal.code === 'VERSION_CONFLICT');
  const fixed = Object.fromEntries(Object.entries(target.fixed).filter(([name]) => spec.fields.some((field) => field.name === name)));
  // A command that begins another subject (a case about an enterprise) does not speak of this one's version.
  const takesVersion = version !== undefined && spec.result?.startsWith(`${target.subject} `);

  const submit = async (values: Record<string, unknown>) => {
    if (busy) return;
    setBusy(true);
    const given = await give(client, command, { ...values, ...fixed, commandId, ...(takesVersion && { expectedVersion: version }) });
    setBusy(false);
    if (given.error || given.refusals.length > 0) {
      setOutcome(given);
      return;
    }
    void message.success(`${spec[language]}：${words.done}`);
    onDone?.(given.result);
    onClose();
  };

  return (
    <Modal
      open
      title={spec[language]}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={[
        <Button key="cancel" onClick={onClose}>{words.cancel}</Button>,
        conflict?.actual !== undefined
          ? <Button key="go" danger type="primary" disabled={version === conflict.actual} onClick={() => { setVersion(conflict.actual); setOutcome(null); }}>{words.conflictGo}</Button>
          : <Button key="submit" type="primary" loading={busy} onClick={() => form.submit()}>{words.submit}</Button>,
      ]}
    >
      <Form form={form} layout="vertical" onFinish={submit} scrollToFirstError
        initialValues={{ section: me.section ?? undefined, officers: spec.fields.some((field) => field.name === 'officers' && field.required) ? [me.userName] : undefined, ...initial }}>
        {fields.map((field) => (
          <Form.Item key={field.name} name={field.name} label={field[language]} tooltip={language === 'en' && field.remark ? field.remark : undefined}
            rules={[{ required: field.required, message: `${field[language]}：${words.required}` }, ...(field.longest ? [{ max: field.longest, message: words.tooLong(field.longest) }] : []), ...(field.type === 'AttachmentInput' ? [allBrought(language)] : [])]}>
            <CommandField command={command} field={field} />
          </Form.Item>
        ))}
      </Form>
      <Alert type="info" title={consequences[command]?.[language] ?? words.consequence} />
      {outcome && !conflict && (
        <Alert className="gap-above" type="error" role="alert" showIcon title={words.refused}
          description={outcome.error ? <>{faultOf(outcome.error, frame)}{outcome.error.networkError && <div>{words.again}</div>}</> : outcome.refusals.map((refusal) => <div key={refusal.code}>{refusal.message}</div>)} />
      )}
      {conflict && target.id && <Others subject={target.id} after={conflict.expected ?? 0} />}
    </Modal>
  );
}

function Others({ subject, after }: { subject: string; after: number }) {
  const words = useWords(partWords);
  const [{ data }] = useQuery({ query: since, variables: { subject }, requestPolicy: 'network-only' });
  return (
    <Alert className="gap-above" type="warning" role="alert" showIcon title={words.conflict}
      description={<EntryLine entries={data?.journal.nodes.filter((entry) => entry.number > after) ?? []} />} />
  );
}
