import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { Alert, Button, Modal, type FormInstance } from 'antd';
import { useBlocker } from 'react-router';
import { newId } from '../app/api';
import { useWords } from '../app/language';
import { leavesFreely } from '../app/leaving';
import { useSession } from '../app/session';
import { draftsOf } from './drafts';
import { timeOf } from './time';
import { partWords } from './words';

type Values = Record<string, unknown>;

/** What somebody has typed into a form and not submitted. The command's id belongs to it: submitted again after an answer that got lost, it counts once. */
interface FormDraft { userName: string; form: string; savedAt: string; commandId: string; values: Values }

const drafts = draftsOf<FormDraft>('forms');

// No password is ever written down.
const isSecret = (name: string) => /password/i.test(name);
const openValues = (values: Values) => Object.fromEntries(Object.entries(values).filter(([name]) => !isSecret(name)));
const none: readonly string[] = [];
const isNothing = (value: unknown) => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
const isSame = (one: unknown, other: unknown) =>
  (isNothing(one) && isNothing(other)) || (!(one instanceof Blob) && JSON.stringify(one) === JSON.stringify(other));

export interface Unsent {
  /** The id under which the command is given. */
  commandId: string;
  /** For the form's onValuesChange: keeps what was typed; `anew` draws another id, because what is asked now is another thing. */
  changed: (values: Values, anew?: boolean) => void;
  /** Closes the form; what was typed is asked about first. */
  close: () => void;
  /** The command is done: nothing is unsent any more, and there is no draft. */
  done: () => void;
  /** What stands above the fields: that a draft from before stands in them, that a draft could not be kept, and the question. */
  notice: ReactNode;
}

/**
 * Takes care of what was typed into a form in a dialog until it is submitted: it is kept on the device at each change, under the user's name; closing the
 * form, going to another page and leaving the window ask first; and when the form is opened again what was kept stands in it, which is said, and can be
 * deleted. Were it only offered, whoever typed before answering the offer would write over it.
 */
export function useUnsent(
  form: FormInstance,
  of: string,
  initial: Values,
  onClose: () => void,
  /** `ticks`: the boxes to tick, by their names. One that is not ticked says nothing; where one answers yes or no, no is an answer. */
  { onRestored, ticks = none }: { onRestored?: () => void; ticks?: readonly string[] } = {},
): Unsent {
  const words = useWords(partWords);
  const { me: { userName } } = useSession();
  const [commandId, setCommandId] = useState(newId);
  const [before] = useState(initial);
  const typed = useRef<Values>({});
  const over = useRef(false);
  // What stands in the form because the draft had it, and nobody has typed anew.
  const takenUp = useRef(new Set<string>());
  const [draft, setDraft] = useState<FormDraft | null>(null);
  const restored = useRef(onRestored);
  restored.current = onRestored;
  const [isKept, setIsKept] = useState(true);
  const [asking, setAsking] = useState(false);
  // A draft that was taken up and not touched lies on the device as it was; nobody need be asked about it.
  const isDirty = useCallback(() => !over.current && !leavesFreely() && Object.keys(typed.current).some((name) => !takenUp.current.has(name)), []);
  const blocker = useBlocker(useCallback(({ currentLocation: here, nextLocation: there }) => isDirty() && (here.pathname !== there.pathname || here.search !== there.search), [isDirty]));

  useEffect(() => {
    let gone = false;
    drafts.find(userName, of).then((found) => {
      if (gone || !found || over.current) return;
      // Whoever was faster than the device goes on as typed.
      const values = Object.fromEntries(Object.entries(found.values).filter(([name]) => !(name in typed.current)));
      takenUp.current = new Set(Object.keys(values));
      typed.current = { ...values, ...typed.current };
      form.setFieldsValue(values);
      setCommandId(found.commandId);
      setDraft(found);
      restored.current?.();
    }, () => !gone && setIsKept(false));
    return () => {
      gone = true;
    };
  }, [form, userName, of]);

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (isDirty()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isDirty]);

  const keep = (id: string) => {
    const values = openValues(typed.current);
    const work = Object.keys(values).length > 0 ? drafts.keep({ userName, form: of, savedAt: new Date().toISOString(), commandId: id, values }) : drafts.remove(userName, of);
    work.then(() => setIsKept(true), () => setIsKept(false));
  };

  const changed = (values: Values, anew = false) => {
    const id = anew ? newId() : commandId;
    if (anew) setCommandId(id);
    for (const [name, value] of Object.entries(values)) {
      const said = value === false && ticks.includes(name) ? undefined : value;
      if (isSame(said, before[name])) delete typed.current[name];
      else typed.current[name] = value;
      takenUp.current.delete(name);
    }
    keep(id);
  };

  // What was typed since stays. The command of the draft may have been done, with its answer lost; this is another.
  const discard = () => {
    const id = newId();
    const names = [...takenUp.current];
    for (const name of names) delete typed.current[name];
    form.setFieldsValue(Object.fromEntries(names.map((name) => [name, before[name]])));
    takenUp.current.clear();
    setCommandId(id);
    setDraft(null);
    keep(id);
    onRestored?.();
  };

  const leave = (discarding: boolean) => {
    over.current = true;
    if (discarding) {
      typed.current = {};
      keep(commandId);
    }
    setAsking(false);
    if (blocker.state === 'blocked') blocker.proceed();
    else onClose();
  };
  const stay = () => {
    setAsking(false);
    if (blocker.state === 'blocked') blocker.reset();
  };

  const isOpen = asking || blocker.state === 'blocked';
  // A password alone leaves nothing to keep.
  const canKeep = isKept && isOpen && Object.keys(openValues(typed.current)).length > 0;
  const notice = (
    <>
      {draft && (
        <Alert className="gap-below" type="info" showIcon role="status" title={words.draftFound(timeOf(draft.savedAt))}
          action={<Button size="small" onClick={discard}>{words.draftDiscard}</Button>} />
      )}
      {!isKept && <Alert className="gap-below" type="warning" showIcon role="status" title={words.draftLost} />}
      <Modal open={isOpen} title={words.unsent} onCancel={stay} closable={false} mask={{ closable: false }} destroyOnHidden
        footer={[
          <Button key="stay" type="primary" autoFocus onClick={stay}>{words.unsentStay}</Button>,
          ...(canKeep ? [<Button key="keep" onClick={() => leave(false)}>{words.unsentKeep}</Button>] : []),
          <Button key="discard" danger onClick={() => leave(true)}>{words.unsentDiscard}</Button>,
        ]}>
        {canKeep ? words.unsentHint : words.unsentGone}
      </Modal>
    </>
  );

  return {
    commandId,
    changed,
    close: () => (isDirty() ? setAsking(true) : onClose()),
    done: () => {
      over.current = true;
      drafts.remove(userName, of).catch(() => setIsKept(false));
    },
    notice,
  };
}
