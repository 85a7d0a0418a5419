import type { FormInstance } from 'antd';
import type { CombinedError } from 'urql';
import type { FieldsRefused } from '../../generated/refused';
import { faultOf } from '../app/api';
import type { Refusal } from './command';
import type { Problem, Problems } from './Problems';
import { currentMarks } from './marks';

interface Words { refused: string; part: (place: number) => string; incomplete: string; offline: string; again: string }
/** How Ant Design says what a form found wrong. */
export interface Failed { errorFields: { name: (string | number)[]; errors: string[] }[] }

/** The id that Ant Design gives the control of a field. */
const controlOf = (form: string, field: string) => `${form}_${field}`;

/** What the form itself found wrong, and has marked at its fields. */
export const problemsFound = ({ errorFields }: Failed, name: string, words: Pick<Words, 'incomplete'>): Problems => ({
  title: words.incomplete,
  problems: errorFields.filter(({ errors }) => errors.length > 0).map((one) => ({ message: one.errors[0]!, control: controlOf(name, one.name.join('_')) })),
});

/**
 * The field that a refusal of the law is about, where its type says so and no field of it does; the first that the form has. The schema
 * knows the refusals, and the fields of what they refuse.
 */
const about: { [Code in keyof FieldsRefused]?: FieldsRefused[Code][] } = {
  TOO_FEW_OFFICERS: ['officers', 'takenBy', 'members'], OFFICER_CANNOT_ACT: ['officers', 'officer', 'takenBy', 'members', 'to'],
  CHAIR_IS_INVESTIGATOR: ['chair'], CHAIR_IS_REVIEWER: ['chair'], DELIBERATION_WITHOUT_HEAD: ['chair'],
  TOO_FEW_PARTICIPANTS: ['participants'], PARTICIPANT_IS_INVESTIGATOR: ['participants'], HEARING_NOT_ANNOUNCED: ['heldOn'],
  TOO_MUCH_FOR_THE_SPOT: ['fineCny'], HEAVIER_AFTER_DEFENCE: ['newFacts'], HEARING_REQUEST_TOO_LATE: ['on'],
  ENTERPRISE_NOT_REGISTERED: ['enterpriseCreditCode'], PARTY_NOT_REGISTERED: ['creditCode', 'enterpriseCreditCode'],
  PARTY_ALREADY_NAMED: ['name'], GOODS_VALUE_IS_OF_LINES: ['goodsValueCny'], GOODS_LINE_TAKEN: ['lines'],
  SUSPENSION_ENDS_IN_PAST: ['until'], RECTIFICATION_DUE_TOO_EARLY: ['dueOn'], VALIDITY_REVERSED: ['validTo'], RENEWAL_NOT_LONGER: ['validTo'], HEARING_TOO_SOON: ['hearingOn'],
  PENALTY_AGGRAVATED: ['fineCny'], TRANSFER_MATERIALS_INCOMPLETE: ['materials'], CURRENT_PASSWORD_WRONG: ['currentPassword'],
  PAYMENT_BEYOND_OWED: ['amountCny'], SURCHARGE_NOT_SO_MUCH: ['amountCny'], REFUND_BEYOND_OWED: ['amountCny'],
    ELECTRONIC_SERVICE_NEEDS_CONSENT: ['consentDocument'],
  ALREADY_EXISTS: ['number', 'creditCode', 'code', 'userName'],
};

/** The list and the place in it, from 0, that the law names where a part of a list is wrong: `findings[2].note`. */
export const placeOf = (field: string | undefined): { list: string; place: number } | undefined => {
  const [, list, place] = field?.match(/^(\w+)\[(\d+)\]/) ?? [];
  return list ? { list, place: Number(place) } : undefined;
};

/** The field of a form that a refusal is about, for a part of a list the list's; undefined where it is about the whole. */
export const fieldOf = ({ code, field }: Pick<Refusal, 'code' | 'field'>, fields: string[]): string | undefined => {
  const named = (about as Record<string, string[] | undefined>)[code] ?? [];
  return [...(field ? [placeOf(field)?.list ?? field] : []), ...named].find((name) => fields.includes(name));
};

/** What is wrong, and with which part of a list. */
const messageOf = ({ message, field }: Pick<Refusal, 'message' | 'field'>, words: Pick<Words, 'part'>) => {
  const part = placeOf(field);
  return part ? `${words.part(part.place + 1)}${currentMarks().colon}${message}` : message;
};

/** What the server refused. A field of the form that it is about is marked as well; `labels` are the form's fields. */
export function problemsRefused(refusals: readonly Pick<Refusal, 'code' | 'message' | 'field'>[], form: FormInstance, name: string, labels: Record<string, string>, words: Pick<Words, 'refused' | 'part'>): Problems {
  const named = refusals.map((refusal) => ({ message: messageOf(refusal, words), field: fieldOf(refusal, Object.keys(labels)) }));
  const labelled = (message: string, label: string) => (message.startsWith(label) ? message : `${label}${currentMarks().colon}${message}`);
  const problems = named.map(({ message, field }): Problem => (field
    ? { message: labelled(message, labels[field]!), control: controlOf(name, field) } : { message }));
  form.setFields(named.flatMap(({ message, field }) => (field ? [{ name: field, errors: [message] }] : [])));
  return { title: words.refused, problems };
}

/** What kept the server from answering. */
export const problemOf = (error: CombinedError, words: Omit<Words, 'incomplete' | 'part'>): Problems => ({ title: words.refused, problems: [{ message: faultOf(error, words) }, ...(error.networkError ? [{ message: words.again }] : [])] });
