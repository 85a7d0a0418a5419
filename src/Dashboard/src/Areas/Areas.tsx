import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { ListedPage } from '../parts/ListedPage';
import { useTerms } from '../parts/Term';
import { areaWords } from './words';

const areas = graphql(`query AreaList { areas { id version code name chineseName englishName kind isClosed closedOn } }`);

export default function Areas() {
  const words = useWords(areaWords);
  const kinds = useTerms('AreaKind');
  const { data, error, fetching, again } = useLiveQuery(areas, {}, ['AREA']);
  return (
    <ListedPage title={words.title} remark={words.remark} open={words.open} entries={data?.areas} fetching={fetching} error={error} again={again}
      subject="area" kind={['AREA']} register="registerArea" rename="renameArea" close="closeArea" more={({ kind }) => ({ register: { kind } })}
      columns={[{ title: words.kind, key: 'kind', render: (one) => (one.kind ? kinds.term(one.kind) : '—') }]} />
  );
}
