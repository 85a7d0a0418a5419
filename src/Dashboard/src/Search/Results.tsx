import { useSearchParams } from 'react-router';
import { useWords } from '../app/language';
import { Find } from '../parts/Find';
import { Page } from '../parts/Page';
import { Standing } from '../parts/Standing';
import { SubjectLink } from '../parts/Subject';
import { shortest, useSearch } from './search';
import { searchWords } from './words';

const most = 50;

/** Everything that is found by a text. */
export default function Results() {
  const words = useWords(searchWords);
  const [search, setSearch] = useSearchParams();
  const text = search.get('text') ?? '';
  const { hits, fetching, error, again } = useSearch(text, most);
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
                <span className="main">
                  <b>{title}</b> <span className="quiet">{detail}</span>
                </span>
                <SubjectLink subject={node} />
              </li>
            ))}
          </ul>
        </Standing>
      )}
    </Page>
  );
}
