import { Link } from 'react-router';
import { graphql } from '../app/graphql';
import { useLanguage, useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { Due } from '../parts/Due';
import { inSection, type Viewer } from '../parts/home';
import { ListPanel } from '../parts/ListPanel';
import { figureOf } from '../parts/links';
import { Term, termOwed } from '../parts/Term';
import { count } from '../parts/time';
import { transferList } from './filters';
import { transferPath } from './path';
import { goingWords } from './goingWords';

const going = graphql(`
  query TransfersGoing($where: CrimeTransferFilterInput) {
    crimeTransfers(first: 10, where: $where, order: [{ openedOn: ASC }]) {
      totalCount nodes { id number caseTitle status nearestBy nearestTerm }
    }
  }
`);

/** The transfers to the police that go on, whoever has the next step, the oldest first. */
export default function GoingPanel({ viewer }: { viewer: Viewer }) {
  const words = useWords(goingWords);
  const { language } = useLanguage();
  const { to, where } = figureOf(transferList, { status: 'GOING', ...inSection(viewer) });
  const { data, error, fetching, again } = useLiveQuery(going, { where }, ['CRIME_TRANSFER']);
  return (
    <ListPanel
      title={words.going}
      extra={data && <Link to={to}>{words.whole(count(data.crimeTransfers.totalCount))}</Link>}
      rows={data?.crimeTransfers.nodes ?? []}
      keyOf={({ id }) => id}
      empty={words.noneGoing}
      fetching={fetching}
      error={error}
      again={again}
    >
      {(one) => (
        <>
          <span className="main">
            <Link to={transferPath(one.number)}>{one.caseTitle}</Link> <Term of="TransferStatus" value={one.status} />
          </span>
          {one.nearestBy && <Due at={one.nearestBy} term={termOwed(one.nearestTerm, language)} />}
        </>
      )}
    </ListPanel>
  );
}
