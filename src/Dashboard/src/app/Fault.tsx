import { Button } from 'antd';
import { useRouteError } from 'react-router';
import { Instead } from '../parts/Instead';
import { useWords } from './language';
import { frameWords } from './words';

/** A page that could not be drawn; the others still can. */
export function Fault() {
  const words = useWords(frameWords);
  const fault = useRouteError();
  return (
    <Instead why={words.fault}>
      {fault instanceof Error && (
        <details className="quiet">
          <summary>{words.faultDetails}</summary>
          {fault.message}
        </details>
      )}
      <Button onClick={() => window.location.reload()}>{words.retry}</Button>
    </Instead>
  );
}
