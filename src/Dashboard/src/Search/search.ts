import { useQuery } from 'urql';
import { graphql } from '../app/graphql';
import { useSession } from '../app/session';
import { openSubjectName, subjectName } from '../parts/Subject';

const search = graphql(
  `query Search($text: String!, $first: Int!) { search(text: $text, first: $first) { title detail node { ...SubjectName } } }`,
  [subjectName],
);
const openSearch = graphql(
  `query OpenSearch($text: String!, $first: Int!) { search(text: $text, first: $first) { title detail node { ...OpenSubjectName } } }`,
  [openSubjectName],
);

/** Fewer characters are not looked for. */
export const shortest = 2;

/** What is found by a text, as far as whoever looks may read it. */
export function useSearch(text: string, first: number) {
  const { may } = useSession();
  const isPaused = text.length < shortest;
  const [{ data, fetching, error }, again] = useQuery({
    query: may('cases') ? search : (openSearch as unknown as typeof search),
    variables: { text, first },
    pause: isPaused,
  });
  return {
    hits: isPaused ? [] : (data?.search ?? []),
    fetching: fetching && !isPaused,
    error,
    again: () => again({ requestPolicy: 'network-only' }),
  };
}
