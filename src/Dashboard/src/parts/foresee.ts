import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import terms from '../../generated/terms.json';
import { askingOf, canBeAsked, formOf, type CommandName, type Field, type Refusal } from './command';
import { fieldOf } from './formProblems';
import { addDays } from './time';

type Values = Record<string, unknown>;
type Asked = { bare: { errors: Refusal[] | null } | null; full: { errors: Refusal[] | null } | null };

// What any command may meet says nothing of how the subject stands, or is told where it belongs.
const ofAnother = new Set(['INVALID_INPUT', 'NOT_FOUND', 'VERSION_CONFLICT', 'COMMAND_ID_REUSED']);
const month = 30;

/** Something that a field could be filled in with, in one of two ways; undefined where nothing can be thought of. */
function filler({ type, list, longest }: Field, second: boolean, today: string): unknown {
  const values = Object.keys((terms as Record<string, object>)[type] ?? {});
  const one =
    values.length > 0
      ? values.at(second ? -1 : 0)
      : type === 'LocalDate'
        ? second
          ? addDays(today, month)
          : today
        : type === 'Boolean'
          ? !second
          : type === 'Int' || type === 'Decimal'
            ? second
              ? 2
              : 1
            : type === 'String' && longest > 0
              ? second
                ? '乙'
                : '甲'
              : undefined;
  return list && one !== undefined ? [one] : one;
}

/** The two ways in which a form could be filled in that nobody has filled in yet: with what it must have, and with all that it can. Null where it cannot be thought out. */
export function fillings(command: CommandName, known: Values, today: string): { bare: Values; full: Values } | null {
  const fields = formOf(command).fields.filter(({ name }) => !['commandId', 'expectedVersion', 'preview', 'on'].includes(name));
  const filled = (second: boolean) =>
    Object.fromEntries(
      fields
        .filter(({ name, required }) => (known[name] ?? undefined) !== undefined || required || second)
        .map((field) => [field.name, known[field.name] ?? filler(field, second, today)])
        .filter(([, value]) => value !== undefined),
    ) as Values;
  const [bare, full] = [filled(false), filled(true)];
  const isWhole = fields.every(({ name, required }) => !required || (name in bare && name in full));
  return isWhole ? { bare: { ...bare, preview: true }, full: { ...full, preview: true } } : null;
}

/** Why a step would be refused whatever is filled in: what both fillings are refused for, where it is about no field. */
export function foreseen({ bare, full }: Asked, fields: string[]): Refusal | null {
  const [one] = bare?.errors ?? [];
  const [other] = full?.errors ?? [];
  return one &&
    other &&
    one.code === other.code &&
    one.message === other.message &&
    !ofAnother.has(one.code) &&
    fieldOf(one, fields) === undefined
    ? one
    : null;
}

/**
 * Says, before a form is filled in, that the law would refuse the step as things stand. It is help: where it cannot be asked the form is as it would be
 * without, and the law is asked again when the command is given.
 */
export function useForeseen(
  command: CommandName,
  { fixed, known }: { fixed: Values; known: Values },
  today: string,
  isOfSubject: boolean,
): Refusal | null {
  const client = useClient();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  // As the form opens: what is filled in later is not asked about.
  const [opened] = useState(() => ({
    asked: isOfSubject && canBeAsked(command) ? fillings(command, { ...known, ...fixed }, today) : null,
    fields: formOf(command)
      .fields.map(({ name }) => name)
      .filter((name) => !(name in fixed)),
  }));
  useEffect(() => {
    if (!opened.asked) return undefined;
    let gone = false;
    void client
      .mutation<Asked>(askingOf(command), opened.asked)
      .toPromise()
      .then(({ data }) => {
        if (!gone && data) setRefusal(foreseen(data, opened.fields));
      });
    return () => {
      gone = true;
    };
  }, [client, command, opened]);
  return refusal;
}
