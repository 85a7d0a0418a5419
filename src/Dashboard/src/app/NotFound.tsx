import { Result } from 'antd';
import { Link } from 'react-router';
import { useWords } from './language';
import { frameWords } from './words';

export function NotFound() {
  const words = useWords(frameWords);
  return <Result status="404" title={words.notFound} extra={<Link to="/">{words.toToday}</Link>} />;
}
