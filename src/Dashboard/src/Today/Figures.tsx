import { Link } from 'react-router';
import { useLanguage } from '../app/language';
import type { CountedList } from '../parts/home';
import { count } from '../parts/time';

/** Figures, each of which opens the list that it counts. */
export function Figures({ of: figures }: { of: CountedList[] }) {
  const { language } = useLanguage();
  return (
    <div className="figures today-figures">
      {figures.map(({ key, list: { title, tone = '', place }, to, total }) => (
        <Link key={`${key}${place}`} to={to} className={`figure ${total > 0 ? tone : ''}`}>
          {title[language]}
          <b>{count(total)}</b>
        </Link>
      ))}
    </div>
  );
}
