import { sha256 } from '../app/sha256';
import lengths from '../../generated/lengths.json';
import { bilingual } from '../parts/Term';
import { checklist } from './checklist';
import type { Draft } from './drafts';
import type { inspectionWords } from './words';

type Words = Pick<(typeof inspectionWords)['zh'], 'itemWrong' | 'itemsLookedAt'>;

export const items: readonly string[] = Object.values(checklist).flat();

/** The findings with every item that is not answered yet answered as conforming. */
export const restConforms = ({ findings }: Pick<Draft, 'findings'>): Draft['findings'] => ({
  ...findings,
  ...Object.fromEntries(
    items.filter((item) => !findings[item]?.result).map((item) => [item, { ...findings[item], result: 'CONFORMING' as const }]),
  ),
});

const isWhole = ({ findings }: Pick<Draft, 'findings'>) => items.every((item) => findings[item]?.result);
const wrongIn = ({ findings }: Pick<Draft, 'findings'>) => items.filter((item) => findings[item]?.result === 'NONCONFORMING');

/**
 * The result that the law knows for these findings, as long as the officers have chosen none: nothing, or an order where more than minor
 * things are wrong.
 */
export const resultOf = (draft: Draft): string | undefined =>
  draft.result ??
  (!isWhole(draft) ? undefined : wrongIn(draft).some((item) => draft.findings[item]?.severity !== 'MINOR') ? 'RECTIFICATION' : 'NONE');

/** What an item is called in the language of the record, whatever that of the page is. */
export const chineseTerm = (item: string) => bilingual('ChecklistItem', item).zh;

/** What the checklist says, in a sentence, as long as the officers have written none; the server takes no more than its field does. */
export function summaryOf(draft: Draft, words: Words, nameOf: (item: string) => string): string {
  if (draft.isSummaryOwn || draft.summary || !isWhole(draft)) return draft.summary;
  const wrong = wrongIn(draft);
  const right = items.filter((item) => draft.findings[item]?.result === 'CONFORMING').length;
  const said = wrong.map((item, place) => words.itemWrong(place + 1, nameOf(item), draft.findings[item]?.note?.trim() ?? ''));
  const whole = `${words.itemsLookedAt(items.length, right, wrong.length, items.length - right - wrong.length)}${said.join('')}`;
  return whole.slice(0, lengths.RecordInspectionInput.summary);
}

/** What the party signs: everything that the record says. Whoever changes it afterwards has it signed again. */
export const signedContent = (draft: Draft, summary: string) =>
  sha256(
    JSON.stringify([
      items.map((item) => draft.findings[item] ?? null),
      resultOf(draft) ?? null,
      summary,
      draft.officers,
      draft.inspectedOn ?? null,
      draft.leadTo || null,
      draft.caseNumber || null,
      draft.violation || null,
      draft.photos.map(({ id, item }) => [id, item]),
    ]),
  );
