import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { ListedPage } from '../parts/ListedPage';
import { useMarks } from '../parts/marks';
import { useTerms } from '../parts/Term';
import { agencyWords } from './words';

const agencies = graphql(`query Agencies { agencies { id version code name chineseName englishName kind isClosed liaisons { id displayName } } }`);

export default function Agencies() {
  const words = useWords(agencyWords);
  const kinds = useTerms('AgencyKind');
  const { data, error, fetching, again } = useLiveQuery(agencies, {}, ['AGENCY', 'ACCOUNT']);
  const marks = useMarks();
  return (
    <ListedPage title={words.title} remark={words.remark} open={words.open} entries={data?.agencies} fetching={fetching} error={error} again={again}
      subject="agency" kind={['AGENCY']} register="registerAgency" rename="renameAgency" close="closeAgency" more={({ kind }) => ({ register: { kind } })}
      columns={[
        { title: words.kind, key: 'kind', render: (one) => kinds.term(one.kind) },
        { title: words.liaisons, key: 'liaisons', render: (one) => one.liaisons.map(({ displayName }) => displayName).join(marks.comma) || <span className="quiet">{words.noLiaison}</span> },
      ]} />
  );
}
