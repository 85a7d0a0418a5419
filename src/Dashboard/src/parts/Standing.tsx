import type { ReactNode } from 'react';
import { Alert, Button, Empty, Skeleton } from 'antd';
import type { CombinedError } from 'urql';
import { faultOf } from '../app/api';
import { useWords } from '../app/language';
import { frameWords } from '../app/words';

/** A part of a page while it loads, when it failed, when it is empty, in words of its own where it has some, and when it is there. */
export function Standing({ fetching, error, empty, again, children, rows = 4 }: { fetching: boolean; error?: CombinedError | undefined; empty?: boolean | string; again?: () => void; children: ReactNode; rows?: number }) {
  const words = useWords(frameWords);
  if (error) return <Alert className="not-loaded" type="error" showIcon role="alert" title={faultOf(error, words)} action={again && <Button size="small" onClick={again}>{words.retry}</Button>} />;
  if (fetching) return <Skeleton active paragraph={{ rows }} title={false} aria-label={words.loading} />;
  if (empty) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty === true ? words.empty : empty} />;
  return children;
}
