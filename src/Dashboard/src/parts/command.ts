import type { Client } from '@urql/core';
import type { CombinedError } from 'urql';
import { gql } from 'urql';
import commands from '../../generated/commands.json';

export type CommandName = keyof typeof commands;

export interface Field {
  name: string;
  type: string;
  list: boolean;
  required: boolean;
  zh: string;
  en: string;
  remark: string;
  longest: number;
}

export interface Form { zh: string; en: string; remark: string; input: string; result: string | null; named: string[]; fields: Field[] }

export const formOf = (command: CommandName): Form => commands[command] as Form;

/** A refusal, with the input's field that it is about where it names one. */
export interface Refusal { code: string; message: string; field?: string; expected?: number; actual?: number }
export type Result = {
  id: string;
  number?: string;
  creditCode?: string;
  userName?: string;
  code?: string;
  /** What was proposed in it, the last first. */
  approvals?: { outcome: string | null; mutation: string }[];
};
export interface Outcome { refusals: Refusal[]; result?: Result | Result[]; error?: CombinedError }

export const commandNames = Object.keys(commands) as CommandName[];

/** The document that gives a command, as the schema has it. */
export function documentOf(command: CommandName) {
  const { input, result, named } = formOf(command);
  const fields = named.map((error) => `... on ${error} { field }`).join(' ');
  const errors = `errors { ... on Error { code message } ... on VersionConflictError { expected actual } ${fields} }`;
  return gql`mutation Give($input: ${input}!) { ${command}(input: $input) { ${result ?? ''} ${errors} } }`;
}

/** Whether it can be asked what would come of a command, without giving it. */
export const canBeAsked = (command: CommandName) => formOf(command).fields.some(({ name }) => name === 'preview');

/**
 * The document that asks what would come of a command, filled in in several ways: what is refused alike in them is refused for how
 * its subject stands and not for what is filled in.
 */
export function askingOf(command: CommandName) {
  const { input, named } = formOf(command);
  const fields = named.map((error) => `... on ${error} { field }`).join(' ');
  const asked = (name: string) => `${name}: ${command}(input: $${name}) { errors { ... on Error { code message } ${fields} } }`;
  return gql`mutation Ask($bare: ${input}!, $other: ${input}!, $full: ${input}!) { ${['bare', 'other', 'full'].map(asked).join(' ')} }`;
}

type Answer = Record<string, Record<string, unknown> & { errors: Refusal[] | null }>;

/** Whether a command was not carried out but waits for the head's approval. */
export const isProposed = (command: CommandName, { approvals: [last] = [] }: Result) => last?.outcome === null && last.mutation === command;

/** Gives a command. */
export async function give(client: Client, command: CommandName, input: Record<string, unknown>): Promise<Outcome> {
  const { data, error } = await client.mutation<Answer>(documentOf(command), { input }).toPromise();
  const payload = data?.[command];
  const { errors, ...rest } = payload ?? { errors: null };
  return { refusals: errors ?? [], ...(error && { error }), ...(payload && { result: Object.values(rest)[0] as Result }) };
}
