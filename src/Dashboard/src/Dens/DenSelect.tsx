import { useQuery } from 'urql';
import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import type { Choice } from '../parts/concept';
import { FoundSelect } from '../parts/FoundSelect';
import { currentMarks } from '../parts/marks';
import { denByText } from './filters';
import { denWords } from './words';

// What a den did before it ended is a case: those that ended are found too.
const found = graphql(`
  query DensFound($where: DenFilterInput) {
    dens(first: 20, where: $where, order: [{ foundOn: DESC }]) { nodes { id number name address } }
  }
`);
const one = graphql(`query DenNamed($number: String!) { den(number: $number) { id number name address } }`);

const optionOf = ({ number, name, address }: { number: string; name: string; address: string }) => ({
  value: number,
  label: `${name}${currentMarks().inBrackets(address)}`,
});

const useMatches = (text: string, isAsked: boolean) => {
  const [{ data, fetching }] = useQuery({ query: found, variables: { where: { or: denByText(text) } }, pause: !isAsked });
  return { options: data?.dens.nodes.map(optionOf) ?? [], fetching };
};

const useNamed = (number: string | undefined) => {
  const [{ data }] = useQuery({ query: one, variables: { number: number ?? '' }, pause: !number });
  return data?.den && data.den.number === number ? optionOf(data.den) : undefined;
};

/** A den that is recorded, found by its name, its address or its number; its number is what is chosen. */
export function DenSelect(bound: Choice<string>) {
  const words = useWords(denWords);
  return <FoundSelect {...bound} hint={words.findHint} notFound={words.notFoundHint} useMatches={useMatches} useNamed={useNamed} />;
}
