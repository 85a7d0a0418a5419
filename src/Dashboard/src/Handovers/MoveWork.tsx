import { useState } from 'react';
import { Alert, App, Button, Form, Input, Modal } from 'antd';
import { useClient } from 'urql';
import { newId } from '../app/api';
import { graphql, type ResultOf, type VariablesOf } from '../app/graphql';
import { useWords } from '../app/language';
import { frameWords } from '../app/words';
import { StaffSelect } from '../Accounts/StaffSelect';
import { useStaffName } from '../Accounts/staff';
import { problemOf, problemsFound, problemsRefused, type Failed } from '../parts/formProblems';
import { ProblemSummary, type Problems } from '../parts/Problems';
import { subjectName, SubjectLink } from '../parts/Subject';
import { useTerms } from '../parts/Term';
import { useUnsent } from '../parts/useUnsent';
import { partWords } from '../parts/words';
import { workWords } from './words';
import lengths from '../../generated/lengths.json';

const move = graphql(`
  mutation MoveWork($input: MoveOfficerWorkInput!) {
    moveOfficerWork(input: $input) { moved refused items { kind number outcome refusal { message } subject { ...SubjectName } } errors { ... on Error { code message } ... on InvalidInputError { field } } }
  }
`, [subjectName]);

type Moved = ResultOf<typeof move>['moveOfficerWork'];
interface Values { to: string; reason: string; basis: string; documentNumber?: string }

const formName = 'moveOfficerWork';
const longest = lengths.MoveOfficerWorkInput;

/** An officer's work passes to another: first what would move, what would not and why, then the same for good. Its id is drawn when it opens, so that a double click or a retry moves nothing twice; whoever changes what is asked asks anew. */
export function MoveWork({ from, items, total, onClose, onMoved }: { from: string; items: string[]; total: number; onClose: () => void; onMoved: () => void }) {
  const words = useWords(workWords);
  const client = useClient();
  const { message } = App.useApp();
  const nameOf = useStaffName();
  const [form] = Form.useForm<Values>();
  // What the page showed when it opened; a live change under it does not change what is moved.
  const [numbers] = useState(items);
  const [busy, setBusy] = useState(false);
  const [seen, setSeen] = useState<Moved | null>(null);
  const [left, setLeft] = useState<Moved | null>(null);
  const [problems, setProblems] = useState<Problems | null>(null);
  const unsent = useUnsent(form, `${formName} ${from}`, {}, onClose, () => setSeen(null));
  const said = { ...useWords(frameWords), ...useWords(partWords) };

  const ask = async (preview: boolean) => {
    if (busy) return;
    const values = await form.validateFields().catch((failed: Failed) => {
      setProblems(problemsFound(failed, formName, said));
      return null;
    });
    if (!values) return;
    const { to, ...grounds } = values;
    setBusy(true);
    setProblems(null);
    // What was refused in the preview is left out by the same law; all that is open is asked for, so that a retry means the same.
    const input: VariablesOf<typeof move>['input'] = { from, to: [{ officer: to, ...(numbers.length > 0 && { items: numbers }) }], ...grounds, preview, commandId: preview ? newId() : unsent.commandId };
    const { data, error } = await client.mutation(move, { input }).toPromise();
    setBusy(false);
    if (error || !data) {
      if (error) setProblems(problemOf(error, said));
      return;
    }
    const done = data.moveOfficerWork;
    if (preview || done.errors) {
      setSeen(done);
      if (done.errors) setProblems(problemsRefused(done.errors, form, formName, { to: words.to, reason: words.reason, basis: words.basis, documentNumber: words.document }, said));
      return;
    }
    unsent.done();
    onMoved();
    void message.success(words.moved(done.moved));
    if (done.refused > 0) setLeft(done);
    else onClose();
  };

  const ready = seen && !seen.errors;
  return (
    <Modal open title={words.moveTitle(nameOf(from))} onCancel={unsent.close} width={640} mask={{ closable: false }}
      footer={left ? <Button onClick={onClose}>{words.close}</Button> : [
        <Button key="cancel" onClick={unsent.close}>{words.cancel}</Button>,
        <Button key="preview" type={ready ? 'default' : 'primary'} loading={busy && !ready} onClick={() => void ask(true)}>{words.preview}</Button>,
        ...(ready ? [<Button key="confirm" type="primary" disabled={seen.moved === 0} loading={busy} onClick={() => void ask(false)}>{words.confirm(seen.moved)}</Button>] : []),
      ]}>
      {left ? <Refused of={left} title={words.left(left.refused)} /> : (
        <>
          {unsent.notice}
          <ProblemSummary of={problems} />
          <Form<Values> form={form} name={formName} layout="vertical" onValuesChange={(changed) => { setSeen(null); unsent.changed(changed as Record<string, unknown>, true); }}>
            <p>{words.scope}：{numbers.length > 0 ? words.scopeSome(numbers.length) : `${words.scopeAll}（${words.total(total)}）`}</p>
            <Form.Item name="to" label={words.to} rules={[{ required: true, message: `${words.to}：${words.required}` }]}><StaffSelect officers /></Form.Item>
            <Form.Item name="reason" label={words.reason} rules={[{ required: true, message: `${words.reason}：${words.required}` }]}><Input.TextArea rows={2} maxLength={longest.reason} showCount /></Form.Item>
            <Form.Item name="basis" label={words.basis} rules={[{ required: true, message: `${words.basis}：${words.required}` }]}><Input maxLength={longest.basis} /></Form.Item>
            <Form.Item name="documentNumber" label={words.document}><Input maxLength={longest.documentNumber} /></Form.Item>
          </Form>
          {ready && <Preview of={seen} />}
          <Alert className="gap-above" type="info" role="status" title={words.consequence} />
        </>
      )}
    </Modal>
  );
}

function Preview({ of: seen }: { of: Moved }) {
  const words = useWords(workWords);
  const kind = useTerms('WorkKind');
  const goes = seen.items.filter(({ refusal }) => !refusal);
  return (
    <div role="status" className="stack">
      {goes.length === 0 ? <Alert type="warning" showIcon title={words.nothing} /> : (
        <section>
          <h2>{words.movable(seen.moved)}</h2>
          <ul className="rows short">{goes.map((one) => <li key={one.number}><span className="main">{kind.term(one.kind)} {one.subject ? <SubjectLink subject={one.subject} withDetail /> : one.number}</span></li>)}</ul>
        </section>
      )}
      {seen.refused > 0 && <Refused of={seen} title={words.notMovable(seen.refused)} />}
    </div>
  );
}

function Refused({ of: seen, title }: { of: Moved; title: string }) {
  const kind = useTerms('WorkKind');
  return (
    <section>
      <h2>{title}</h2>
      <ul className="rows short">{seen.items.filter(({ refusal }) => refusal).map((one) => <li key={one.number}><span className="main">{kind.term(one.kind)} {one.subject ? <SubjectLink subject={one.subject} withDetail /> : one.number}<div className="fault">{one.refusal!.message}</div></span></li>)}</ul>
    </section>
  );
}
