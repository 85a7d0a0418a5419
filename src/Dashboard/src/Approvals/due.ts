import { graphql, type ResultOf } from '../app/graphql';
import type { Language } from '../app/language';
import { termOwed } from '../parts/Term';
import { endOf } from '../parts/time';

/** What the matter of a proposal says of the day by which it is decided. */
export const dueOfProposal = graphql(`
  fragment DueOfProposal on Node {
    __typename ... on Case { nearestBy nearestTerm } ... on CrimeTransfer { nearestBy nearestTerm }
    ... on Rectification { proposal { decideBy } lapses { kind lastDay } }
  }
`);

const measureDecision = 'RECTIFICATION_MEASURE_DECISION';

/**
 * By when a proposal is decided, and of which term that is: before the first thing ends in its matter that the bureau looks after, such as
 * the measure that it would extend.
 */
export function dueOf(subject: ResultOf<typeof dueOfProposal>, language: Language) {
  if (subject.__typename === 'Case' || subject.__typename === 'CrimeTransfer') {
    return { due: subject.nearestBy, term: termOwed(subject.nearestTerm, language) };
  }
  if (subject.__typename !== 'Rectification') return {};
  // Once the term is over the clock is met and kept as a lapse: the decision is owed since then.
  const by = subject.proposal?.decideBy ?? subject.lapses.findLast(({ kind }) => kind === measureDecision)?.lastDay;
  return by ? { due: endOf(by), term: termOwed(measureDecision, language) } : {};
}
