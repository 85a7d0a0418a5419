import { Link } from 'react-router';
import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import type { Viewer } from '../parts/home';
import { inSection } from '../parts/home';
import { figureOf } from '../parts/links';
import { ListPanel } from '../parts/ListPanel';
import { Term } from '../parts/Term';
import { count } from '../parts/time';
import { caseList, openStages } from './filters';
import { useGoodsValue } from './goodsValue';
import { casePath } from './path';
import { caseWords } from './words';

const major = graphql(`
  query MajorCases($where: CaseFilterInput) {
    cases(first: 6, where: $where, order: [{ goodsValueCny: DESC }]) {
      totalCount nodes { number title stage goodsValueCny goodsValued partyName }
    }
  }
`);

/** The major cases that go on, the most valuable first. */
export default function MajorPanel({ viewer }: { viewer: Viewer }) {
  const words = useWords(caseWords);
  const goodsValue = useGoodsValue();
  const { where, to } = figureOf(caseList, { major: '1', stage: openStages, ...inSection(viewer) });
  const { data, error, fetching, again } = useLiveQuery(major, { where }, ['CASE']);
  return (
    <ListPanel
      title={words.major}
      extra={data && <Link to={to}>{words.whole(count(data.cases.totalCount))}</Link>}
      rows={data?.cases.nodes ?? []}
      keyOf={({ number }) => number}
      empty={words.noMajor}
      fetching={fetching}
      error={error}
      again={again}
    >
      {(one) => (
        <>
          <span className="main">
            <Link to={casePath(one.number)}>{one.title}</Link> <span className="quiet">{one.partyName}</span>
          </span>
          <span>
            <Term of="CaseStage" value={one.stage} /> {goodsValue(one)}
          </span>
        </>
      )}
    </ListPanel>
  );
}
