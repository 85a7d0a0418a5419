import { Link } from 'react-router';
import { Instead } from '../parts/Instead';
import { useWords } from './language';
import { frameWords } from './words';

export function NotFound() {
  const words = useWords(frameWords);
  return (
    <Instead why={words.notFound}>
      <Link to="/">{words.toToday}</Link>
    </Instead>
  );
}
