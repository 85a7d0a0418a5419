import { Tag } from 'antd';
import { type Language, useLanguage } from '../app/language';
import type { Bilingual } from './concept';
import terms from '../../generated/terms.json';
import { inWords } from './inWords.mjs';
import { marksIn } from './marks';

type Terms = typeof terms;
export type EnumName = keyof Terms;

/** The terms of an enum in the language of the page, as the schema has them. */
export function useTerms(of: EnumName) {
  const { language } = useLanguage();
  const pairs = terms[of] as Record<string, string[]>;
  const wordsOf = (value: string) => bilingual(of, value)[language];
  return {
    term: (value: string | null | undefined) => (value ? wordsOf(value) : '—'),
    options: Object.keys(pairs).map((value) => ({ value, label: wordsOf(value) })),
  };
}

/** The term of an enum's value in both languages. */
export function bilingual(of: EnumName, value: string): Bilingual {
  const pair = (terms[of] as Record<string, string[]>)[value];
  const [zh = value, en = pair ? inWords(value) : value] = pair ?? [];
  return { zh, en };
}

/** What a term is of, without the kind of its subject, which whoever sees it beside the subject knows. */
export const termOwed = (kind: string | null | undefined, language: Language) => {
  const words = kind ? bilingual('DeadlineKind', kind)[language] : null;
  const { colon } = marksIn(language);
  return words?.includes(colon) ? words.slice(words.indexOf(colon) + colon.length) : words;
};

type Tone = 'good' | 'warn' | 'bad' | 'quiet' | 'plain';
const colours: Record<Tone, string | undefined> = { good: 'green', warn: 'orange', bad: 'red', quiet: undefined, plain: 'blue' };
const tones: Record<string, Tone> = {
  ACTIVE: 'good', NOT_YET_VALID: 'quiet', SUSPENDED: 'warn', EXPIRED: 'bad', REVOKED: 'bad', WITHDRAWN: 'quiet', DEREGISTERED: 'quiet',
    CLOSED: 'quiet', CANCELLED: 'quiet', VOID: 'quiet', NOT_FILED: 'quiet',
  OVERDUE: 'bad', FAILED: 'bad', ORDERED: 'warn', REPORTED: 'plain', PASSED: 'good', RECORDED: 'good', HIGH: 'bad', ELEVATED: 'warn', LOW: 'good', SERIOUS: 'bad', ORDINARY: 'plain', COMPLETED: 'good', RUNNING: 'plain', PARKED: 'warn',
  DECLINED: 'bad', REFUSED: 'bad', RETURNED: 'warn', TRANSFERRED: 'good', FILED: 'good', HANDED_OVER: 'good', DUTY: 'bad',
  NONCONFORMING: 'bad', STILL_IN_VIOLATION: 'bad', CONFORMING: 'good',
  LATE: 'bad', MISSING: 'bad', DUE: 'warn', WAITING: 'warn',
  NO_PENALTY: 'quiet', TERMINATED: 'quiet', PASSED_ON: 'quiet',
};

/** A value of an enum as a tag; the colour only repeats what the word says. */
export function Term({ of, value }: { of: EnumName; value: string | null | undefined }) {
  const { term } = useTerms(of);
  return value ? <Tag color={colours[tones[value] ?? 'plain']}>{term(value)}</Tag> : <>—</>;
}
