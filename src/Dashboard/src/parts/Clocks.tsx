import { Collapse, Empty, Tag } from 'antd';
import { graphql, type ResultOf } from '../app/graphql';
import { useWords } from '../app/language';
import { useSession } from '../app/session';
import { Due } from './Due';
import { timeOf } from './time';
import { partWords } from './words';

export const clockFields = graphql(`fragment ClockFields on StatutoryClock { title item basis startedAt dueAt derivation isLapsed isWarned isProvisional }`);

// A long term is warned of long before its end.
const near = 30 * 24 * 60 * 60 * 1000;

/** Statutory clocks: what is left, on which article, and how the end is derived. */
export function Clocks({ clocks }: { clocks: ResultOf<typeof clockFields>[] }) {
  const words = useWords(partWords);
  const { now } = useSession();
  const isNear = (dueAt: string) => Date.parse(dueAt) - now().getTime() < near;
  if (clocks.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.running} />;
  return (
    <ul className="rows">
      {clocks.map((clock) => (
        <li key={`${clock.title}${clock.item}`}>
          <span className="main">
            <b>{clock.title}</b>{' '}
            {clock.isWarned && !clock.isLapsed && clock.dueAt && isNear(clock.dueAt) && <Tag color="orange">{words.warned}</Tag>}
            <div className="quiet">{clock.basis}</div>
            <div className="quiet">{words.started} {timeOf(clock.startedAt)}</div>
            {clock.isProvisional && <div className="quiet">{words.provisional}</div>}
          </span>
          {clock.dueAt && <Due at={clock.dueAt} />}
          <Collapse ghost size="small" className="wide" items={[{ key: 'derivation', label: words.derivation, children: <pre className="derivation">{clock.derivation}</pre> }]} />
        </li>
      ))}
    </ul>
  );
}
