import type { Concept } from './concept';

/** The concepts, one from each folder that has one. */
export const concepts: Concept[] = Object.values(import.meta.glob<{ default: Concept }>('../*/concept.tsx', { eager: true })).map((module) => module.default);

const codes = Object.assign({}, ...concepts.map((concept) => concept.codes ?? {})) as NonNullable<Concept['codes']>;

/** How the codes of one kind are called; a kind that no concept keeps is shown as it is. */
export const useCodeName = (kind: string): ((code: string | null | undefined) => string) => (codes[kind] ?? asIs)();

const asIs = () => (code: string | null | undefined) => code ?? '—';
