import { useState } from 'react';
import { Alert, App, Button, Form, Input, Modal } from 'antd';
import { useClient } from 'urql';
import { newId } from '../app/api';
import { graphql, type ResultOf, type VariablesOf } from '../app/graphql';
import { useWords } from '../app/language';
import { useSession } from '../app/session';
import { frameWords } from '../app/words';
import { StaffSelect } from '../Accounts/StaffSelect';
import { useStaffName } from '../Accounts/staff';
import { problemOf, problemsFound, problemsRefused, type Failed } from '../parts/formProblems';
import { keepUsed } from '../parts/lastUsed';
import { useMarks } from '../parts/marks';
import { ProblemSummary, type Problems } from '../parts/Problems';
import { subjectName, SubjectLink } from '../parts/Subject';
import { useTerms } from '../parts/Term';
import { usedUnder } from '../parts/UsedTexts';
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

// Stands for grounds that nobody has written yet.
const unwritten = '—';
const longest = lengths.MoveOfficerWorkInput;

/**
 * An officer's work passes to another. As soon as somebody is chosen it is shown what would move, what would not and why; then the same is
 * done for good. The command's id is drawn when the form opens, so that a double click or a retry moves nothing twice; whoever changes what
 * is asked asks anew.
 */
export function MoveWork({ from, items, total, onClose, onMoved }: { from: string; items: string[]; total: number; onClose: () => void; onMoved: () => void }) {
  const words = useWords(workWords);
  const client = useClient();
  const { message } = App.useApp();
  const { me } = useSession();
  const nameOf = useStaffName();
  const [form] = Form.useForm<Values>();
  // What the page showed when it opened; a live change under it does not change what is moved.
  const [numbers] = useState(items);
  const [busy, setBusy] = useState(false);
  // To whom it would pass, while the server is asked what would move.
  const [looking, setLooking] = useState<string | null>(null);
  const [seen, setSeen] = useState<{ to: string; moved: Moved } | null>(null);
  const [left, setLeft] = useState<Moved | null>(null);
  const [problems, setProblems] = useState<Problems | null>(null);
  const unsent = useUnsent(form, `${formName} ${from}`, {}, onClose, { onRestored: () => void preview() });
  const marks = useMarks();
  const labels = { to: words.to, reason: words.reason, basis: words.basis, documentNumber: words.document };
  const said = { ...useWords(frameWords), ...useWords(partWords) };

  const inputOf = ({ to, ...grounds }: Values): VariablesOf<typeof move>['input'] => ({
    from,
    to: [{ officer: to, ...(numbers.length > 0 && { items: numbers }) }],
    ...grounds,
    commandId: unsent.commandId,
  });

  // What would move does not depend on the grounds, so it is shown before anybody has written them.
  const preview = async () => {
    const { to } = form.getFieldsValue();
    setSeen(null);
    setLooking(to ?? null);
    if (!to) return;
    const input = { ...inputOf({ to, reason: unwritten, basis: unwritten }), preview: true, commandId: newId() };
    const { data, error } = await client.mutation(move, { input }).toPromise();
    // Whoever has chosen another meanwhile is shown that one's.
    if (form.getFieldValue('to') !== to) return;
    setLooking(null);
    const refused = data?.moveOfficerWork.errors;
    if (data && !refused) setSeen({ to, moved: data.moveOfficerWork });
    setProblems(error ? problemOf(error, said) : refused ? problemsRefused(refused, form, formName, labels, said) : null);
  };

  const give = async () => {
    if (busy) return;
    const values = await form.validateFields().catch((failed: Failed) => {
      setProblems(problemsFound(failed, formName, said));
      return null;
    });
    if (!values) return;
    if (seen?.to !== values.to) {
      await preview();
      return;
    }
    setBusy(true);
    setProblems(null);
    // What was refused in the preview is left out by the same law; all that is open is asked for, so that a retry means the same.
    const { data, error } = await client.mutation(move, { input: inputOf(values) }).toPromise();
    setBusy(false);
    if (error || !data) {
      if (error) setProblems(problemOf(error, said));
      return;
    }
    const done = data.moveOfficerWork;
    if (done.errors) {
      setProblems(problemsRefused(done.errors, form, formName, labels, said));
      return;
    }
    unsent.done();
    keepUsed(me.userName, formName, { ...values });
    onMoved();
    void message.success(words.moved(done.moved));
    if (done.refused > 0) setLeft(done);
    else onClose();
  };

  const changed = (typed: Partial<Values>) => {
    unsent.changed({ ...typed }, true);
    if ('to' in typed) void preview();
  };
  // Taken over as if it had been typed, so that it is kept with the rest.
  const used = (field: 'reason' | 'basis') =>
    usedUnder({
      userName: me.userName,
      command: formName,
      field,
      label: labels[field],
      onTake: (text) => {
        form.setFieldValue(field, text);
        changed({ [field]: text });
      },
    });
  const required = (name: keyof typeof labels) => [{ required: true, message: `${labels[name]}${marks.colon}${words.required}` }];
  return (
    <Modal open title={words.moveTitle(nameOf(from))} onCancel={unsent.close} width={640} mask={{ closable: false }}
      footer={left ? <Button onClick={onClose}>{words.close}</Button> : [
        <Button key="cancel" onClick={unsent.close}>{words.cancel}</Button>,
        <Button key="confirm" type="primary" disabled={seen?.moved.moved === 0} loading={busy || looking !== null} onClick={() => void give()}>
          {seen ? words.confirm(seen.moved.moved) : words.move}
        </Button>,
      ]}>
      {left ? <Refused of={left} title={words.left(left.refused)} /> : (
        <>
          {unsent.notice}
          <ProblemSummary of={problems} />
          <Form<Values> form={form} name={formName} layout="vertical" onValuesChange={changed}>
            <p>
              {words.scope}
              {marks.colon}
              {numbers.length > 0 ? words.scopeSome(numbers.length) : `${words.scopeAll}${marks.inBrackets(words.total(total))}`}
            </p>
            <Form.Item name="to" label={words.to} rules={required('to')}>
              <StaffSelect officers isOpenAtFirst />
            </Form.Item>
            {seen && <Preview of={seen.moved} />}
            <Form.Item
              name="reason"
              label={words.reason}
              rules={required('reason')}
              {...used('reason')}
            >
              <Input.TextArea rows={2} maxLength={longest.reason} showCount />
            </Form.Item>
            <Form.Item
              name="basis"
              label={words.basis}
              rules={required('basis')}
              {...used('basis')}
            >
              <Input maxLength={longest.basis} />
            </Form.Item>
            <Form.Item name="documentNumber" label={words.document}>
              <Input maxLength={longest.documentNumber} />
            </Form.Item>
          </Form>
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
