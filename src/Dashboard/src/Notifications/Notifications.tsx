import { useState } from 'react';
import { Button, Empty, Segmented } from 'antd';
import { useWords } from '../app/language';
import { Card } from '../parts/Card';
import { Page } from '../parts/Page';
import { Standing } from '../parts/Standing';
import { count } from '../parts/time';
import { useFilters } from '../parts/useFilters';
import { useMarkRead } from './notices';
import { Rows, useNotifications } from './Rows';
import { notificationWords } from './words';

const page = 50;
const most = 200;

/** Everything that the reader was told, read or not. */
export default function Notifications() {
  const words = useWords(notificationWords);
  const { values, set } = useFilters(['view'] as const);
  const unread = values.view !== 'all';
  const [first, setFirst] = useState(page);
  const { shown, total, hasMore, error, fetching, again } = useNotifications(first, unread);
  const mark = useMarkRead();
  const latest = shown[0]?.at;
  const views = [{ value: 'unread', label: words.unread }, { value: 'all', label: words.all }];
  return (
    <Page title={words.title} remark={words.remark} extra={<>
      <Segmented aria-label={words.view} value={unread ? 'unread' : 'all'} options={views}
        onChange={(chosen) => set({ view: chosen === 'all' ? 'all' : '' })} />
      <Button disabled={!shown.some((one) => !one.isRead)} onClick={() => latest && void mark({ until: latest })}>{words.markAll}</Button>
    </>}>
      <Standing fetching={fetching} error={error} again={again} rows={8}>
        <div className="quiet gap-below" role="status">{words.total(total)}</div>
        {shown.length === 0
          ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={unread ? words.noUnread : words.none} />
          : <Card><Rows of={shown} /></Card>}
        {hasMore && first < most && (
          <Button className="gap-above" onClick={() => setFirst(Math.min(first + page, most))}>
            {words.more} ({count(total - shown.length)})
          </Button>
        )}
      </Standing>
    </Page>
  );
}
