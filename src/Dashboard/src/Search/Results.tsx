import { Link, useSearchParams } from 'react-router';
import { useWords } from '../app/language';
import { Find } from '../parts/Find';
import { Page } from '../parts/Page';
import { Standing } from '../parts/Standing';
import { describe, type SubjectName } from '../parts/Subject';
import { useTerms } from '../parts/Term';
import { unbroken } from '../parts/unbroken';
import { shortest, useSearch } from './search';
import { searchWords } from './words';

const most = 50;

/** Everything that is found by a text. */
export default function Results() {
  const words = useWords(searchWords);
  const [search, setSearch] = useSearchParams();
  const text = search.get('text') ?? '';
  const { hits, fetching, error, again } = useSearch(text, most);
  const { term } = useTerms('NodeKind');
  // The kinds of subjects are called as their types are.
  const kind = ({ __typename }: SubjectName) => term(__typename.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase());
  return (
    <Page
      title={words.title}
      remark={
        text.length < shortest ? words.hint : fetching || error ? undefined : hits.length === most ? words.first(most) : words.found(hits.length)
      }
    >
      <div className="filters" role="search">
        <Find label={words.text} text={text} set={(given) => setSearch({ text: given.text })} />
      </div>
      {text.length >= shortest && (
        <Standing fetching={fetching} error={error} again={again} rows={8} empty={hits.length === 0}>
          <ul className="rows results">
            {hits.map(({ title, detail, node }) => (
              <li key={node.id}>
                <span className="main subject">
                  <Found of={node} title={title} /> {unbroken(<span className="quiet">{detail}</span>)}
                </span>
                <span className="quiet">{kind(node)}</span>
              </li>
            ))}
          </ul>
        </Standing>
      )}
    </Page>
  );
}

/** What was found, by the name that was found, as the way to it where there is one. */
function Found({ of, title }: { of: SubjectName; title: string }) {
  const { to } = describe(of);
  return to ? <Link to={to}>{title}</Link> : <b>{title}</b>;
}
