import { useEffect, useState } from 'react';
import { AutoComplete, Input } from 'antd';
import { useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import { useSession } from '../app/session';
import { frameWords } from '../app/words';
import { describe, openSubjectName, subjectName } from '../parts/Subject';

const search = graphql(`query Search($text: String!) { search(text: $text, first: 12) { title detail node { ...SubjectName } } }`, [subjectName]);
const openSearch = graphql(`query OpenSearch($text: String!) { search(text: $text, first: 12) { title detail node { ...OpenSubjectName } } }`, [openSubjectName]);
const pause = 250;

/** Finds enterprises, licences and cases by name or number, from every page. */
export function SearchBox() {
  const words = useWords(frameWords);
  const { may } = useSession();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  const [{ data, fetching }] = useQuery({ query: may('cases') ? search : (openSearch as unknown as typeof search), variables: { text }, pause: text.length < 2 });
  const options = (text.length < 2 ? [] : data?.search ?? []).map(({ title, detail, node }) => ({ value: describe(node).to ?? '', label: <span>{title} <span className="quiet">{detail}</span></span> }));
  return (
    <AutoComplete className="search" classNames={{ popup: { root: 'search-found' } }} options={options} value={typed}
      onChange={(value: string) => setTyped(value.startsWith('/') ? '' : value)}
      onSelect={(to: string) => navigate(to)}
      notFoundContent={text.length >= 2 && !fetching ? words.searchNothing : null} popupMatchSelectWidth={false}>
      <Input.Search placeholder={words.search} aria-label={words.searchLabel} allowClear loading={fetching && text.length >= 2} />
    </AutoComplete>
  );
}
