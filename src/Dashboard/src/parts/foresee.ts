import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import terms from '../../generated/terms.json';
import { askingOf, canBeAsked, formOf, type CommandName, type Field, type Refusal } from './command';
import type { Option } from './CommandForm';
import { fieldOf } from './formProblems';
import { addDays } from './time';

type Values = Record<string, unknown>;
type Answered = { errors: Refusal[] | null } | null;
type Asked = { bare: Answered; other: Answered; full: Answered };
type ChoicesOf = (field: string) => Option[] | undefined;

// What any command may meet says nothing of how the subject stands, or is told where it belongs.
const ofAnother = new Set(['NOT_FOUND', 'VERSION_CONFLICT', 'COMMAND_ID_REUSED']);
const month = 30;

// What was thought out for a field is no good: that says nothing of how the subject stands.
const ofFilling = 'INVALID_INPUT';

/** Something that a field could be filled in with, in one of two ways; undefined where nothing can be thought of. */
function filler({ name, type, list, longest }: Field, second: boolean, today: string, choices: ChoicesOf): unknown {
  const values = choices(name)?.map(({ value }) => value) ?? Object.keys((terms as Record<string, object>)[type] ?? {});
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

/**
 * The ways in which a form could be filled in that nobody has filled in yet: with what it must have, with the same otherwise, and with all
 * that it can. What there is to choose from is taken from that. Null where it cannot be thought out.
 */
export function fillings(
  command: CommandName,
  known: Values,
  today: string,
  choices: ChoicesOf = () => undefined,
): { bare: Values; other: Values; full: Values } | null {
  const fields = formOf(command).fields.filter(({ name }) => !['commandId', 'expectedVersion', 'preview', 'on'].includes(name));
  const filled = (second: boolean, all: boolean) =>
    Object.fromEntries([
      ...fields
        .filter(({ name, required }) => (known[name] ?? undefined) !== undefined || required || all)
        .map((field) => [field.name, known[field.name] ?? filler(field, second, today, choices)] as const)
        .filter(([, value]) => value !== undefined),
      ['preview', true],
    ]) as Values;
  const [bare, other, full] = [filled(false, false), filled(true, false), filled(true, true)];
  return fields.every(({ name, required }) => !required || (name in bare && name in other)) ? { bare, other, full } : null;
}

/**
 * Why a step would be refused whatever is filled in: what the fillings are refused for, where it is about no field. One that the
 * law does not take for what was thought out says nothing, and two have to be left.
 */
export function foreseen({ bare, other, full }: Asked, fields: string[]): Refusal | null {
  const refused = [bare, other, full].map((one) => one?.errors?.[0]);
  const [one, ...further] = refused.filter((each) => each?.code !== ofFilling);
  return one &&
    further.length > 0 &&
    further.every((each) => each?.code === one.code && each.message === one.message) &&
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
  { fixed, known, choices }: { fixed: Values; known: Values; choices: ChoicesOf },
  today: string,
  isOfSubject: boolean,
): Refusal | null {
  const client = useClient();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  // As the form opens: what is filled in later is not asked about.
  const [opened] = useState(() => ({
    asked: isOfSubject && canBeAsked(command) ? fillings(command, { ...known, ...fixed }, today, choices) : null,
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
