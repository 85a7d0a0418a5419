import { useQuery } from 'urql';
import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import type { Choice } from '../parts/concept';
import { FoundSelect } from '../parts/FoundSelect';
import { currentMarks } from '../parts/marks';
import { enterpriseWords } from './words';

const found = graphql(
  `query EnterprisesFound($text: String!) { search(text: $text, first: 20) { node { __typename id ... on Enterprise { creditCode name } } } }`,
);
const one = graphql(`query EnterpriseNamed($creditCode: String!) { enterprise(creditCode: $creditCode) { id creditCode name } }`);

const optionOf = ({ creditCode, name }: { creditCode: string; name: string }) => ({
  value: creditCode,
  label: `${name}${currentMarks().inBrackets(creditCode)}`,
});

const useMatches = (text: string, isAsked: boolean) => {
  const [{ data, fetching }] = useQuery({ query: found, variables: { text }, pause: !isAsked });
  return { options: (data?.search ?? []).flatMap(({ node }) => (node.__typename === 'Enterprise' ? [optionOf(node)] : [])), fetching };
};

const useNamed = (creditCode: string | undefined) => {
  const [{ data }] = useQuery({ query: one, variables: { creditCode: creditCode ?? '' }, pause: !creditCode });
  return data?.enterprise && data.enterprise.creditCode === creditCode ? optionOf(data.enterprise) : undefined;
};

/** A registered enterprise, found by its name, a name that it had or its credit code; its code is what is chosen. */
export function EnterpriseSelect(bound: Choice<string>) {
  const words = useWords(enterpriseWords);
  return <FoundSelect {...bound} hint={words.findHint} notFound={words.notFound} useMatches={useMatches} useNamed={useNamed} />;
}
