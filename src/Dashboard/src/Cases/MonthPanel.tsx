import { Link } from 'react-router';
import { useWords } from '../app/language';
import { Card } from '../parts/Card';
import type { Viewer } from '../parts/home';
import { stretchBefore, stretchOf } from '../parts/period';
import { addDays } from '../parts/time';
import { partWords } from '../parts/words';
import { Compared } from './Compared';
import { caseWords } from './words';

/** What happened to cases this month, held against as many days of the last. */
export default function MonthPanel({ viewer: { section, today } }: { viewer: Viewer }) {
  const words = useWords(caseWords);
  const part = useWords(partWords);
  const stretch = stretchOf('month', today);
  return (
    <Card
      title={`${words.figuresBy} · ${part.periods.month}`}
      extra={<Link to="/case-statistics?period=month">{words.stretch(stretch.from, addDays(stretch.before, -1))}</Link>}
    >
      <Compared stretch={stretch} before={stretchBefore('month', stretch)} section={section ?? ''} />
    </Card>
  );
}
