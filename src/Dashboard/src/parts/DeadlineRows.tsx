import { Empty } from 'antd';
import { useWords } from '../app/language';
import { Due } from './Due';
import { useTerms } from './Term';
import { partWords } from './words';

/** The deadlines that stand on a subject, each with its rule and article. */
export function DeadlineRows({ deadlines }: { deadlines: { kind: string; dueAt: string; rule: string }[] }) {
  const words = useWords(partWords);
  const { term } = useTerms('DeadlineKind');
  if (deadlines.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.running} />;
  return (
    <ul className="rows">
      {[...deadlines].sort((a, b) => a.dueAt.localeCompare(b.dueAt)).map((one) => (
        <li key={`${one.kind}${one.dueAt}`}><span className="main"><b>{term(one.kind)}</b><div className="quiet">{one.rule}</div></span><Due at={one.dueAt} /></li>
      ))}
    </ul>
  );
}
