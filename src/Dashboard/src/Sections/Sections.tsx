import { Link } from 'react-router';
import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { ListedPage } from '../parts/ListedPage';
import { openWorkPath } from '../Handovers/path';
import { sectionWords } from './words';
import { useMarks } from '../parts/marks';

const sections = graphql(`query Sections { sections { id version code name chineseName englishName isClosed members openWork heads { id displayName } } }`);

export default function Sections() {
  const words = useWords(sectionWords);
  const { data, error, fetching, again } = useLiveQuery(sections, {}, ['SECTION', 'ACCOUNT', 'CASE', 'INSPECTION', 'RECTIFICATION', 'CRIME_TRANSFER']);
  const marks = useMarks();
  return (
    <ListedPage title={words.title} remark={words.remark} open={words.open} entries={data?.sections} fetching={fetching} error={error} again={again}
      subject="section" kind={['SECTION']} register="registerSection" rename="renameSection" close="closeSection"
      columns={[
        { title: words.heads, key: 'heads', render: (one) => one.heads.map(({ displayName }) => displayName).join(marks.comma) || <span className="quiet">{words.noHead}</span> },
        { title: words.members, key: 'members', align: 'right', render: (one) => one.members },
        { title: words.openWork, key: 'work', align: 'right', render: (one) => (one.openWork > 0 ? <Link to={openWorkPath({ section: one.code })}>{one.openWork}</Link> : 0) },
      ]} />
  );
}
