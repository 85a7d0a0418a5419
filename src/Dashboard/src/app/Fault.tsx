import { Button, Result } from 'antd';
import { useRouteError } from 'react-router';
import { useWords } from './language';
import { frameWords } from './words';

/** A page that could not be drawn; the others still can. */
export function Fault() {
  const words = useWords(frameWords);
  const fault = useRouteError();
  return <Result status="error" title={words.fault} subTitle={fault instanceof Error ? fault.message : undefined} extra={<Button onClick={() => window.location.reload()}>{words.retry}</Button>} />;
}
