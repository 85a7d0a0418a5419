import { useEffect, useState } from 'react';
import { Select } from 'antd';
import { useQuery } from 'urql';
import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import type { Choice } from '../parts/concept';
import { enterpriseWords } from './words';
import { currentMarks } from '../parts/marks';

const found = graphql(
  `query EnterprisesFound($text: String!) { search(text: $text, first: 20) { node { __typename id ... on Enterprise { creditCode name } } } }`,
);
const one = graphql(`query EnterpriseNamed($creditCode: String!) { enterprise(creditCode: $creditCode) { id creditCode name } }`);

const pause = 250;
const shortest = 2;

const optionOf = ({ creditCode, name }: { creditCode: string; name: string }) => ({
  value: creditCode,
  label: `${name}${currentMarks().inBrackets(creditCode)}`,
});

/** A registered enterprise, found by its name, a name that it had or its credit code; its code is what is chosen. */
export function EnterpriseSelect({ id, value, onChange, ...rest }: Choice<string>) {
  const words = useWords(enterpriseWords);
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  const [{ data, fetching }] = useQuery({ query: found, variables: { text }, pause: text.length < shortest });
  // What the form begins with, or a draft brings back, is a code alone.
  const [{ data: chosen }] = useQuery({ query: one, variables: { creditCode: value ?? '' }, pause: !value });
  const known =
    chosen?.enterprise && chosen.enterprise.creditCode === value ? [optionOf(chosen.enterprise)] : value ? [{ value, label: value }] : [];
  const matches =
    text.length < shortest ? [] : (data?.search ?? []).flatMap(({ node }) => (node.__typename === 'Enterprise' ? [optionOf(node)] : []));
  return (
    <Select
      {...rest}
      {...(id && { id })}
      value={value || undefined}
      options={[...matches, ...known.filter((option) => !matches.some((match) => match.value === option.value))]}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear
      loading={fetching && text.length >= shortest}
      placeholder={words.findHint}
      notFoundContent={text.length >= shortest && !fetching ? words.notFound : null}
      popupMatchSelectWidth={false}
      onChange={(code: string | undefined) => onChange?.(code)}
    />
  );
}
