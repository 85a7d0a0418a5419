import { useEffect, useRef, useState } from 'react';
import { Badge, Button, Grid, Popover } from 'antd';
import { BellOutlined } from '@ant-design/icons';
import { Link, useLocation } from 'react-router';
import { useWords } from '../app/language';
import { besideTrigger } from '../parts/menu';
import { Standing } from '../parts/Standing';
import { useMarkRead, useUnread } from './notices';
import { notificationsPath } from './path';
import { Rows, useNotifications } from './Rows';
import { notificationWords } from './words';

const most = 99;
const atOnce = 6;

/** The bell of every page: how much is unread, the latest of it, and the way to all. Whoever goes to what it is about has read it. */
export default function Bell() {
  const words = useWords(notificationWords);
  const { pathname } = useLocation();
  const { total, shown } = useUnread();
  const mark = useMarkRead();
  const wide = Grid.useBreakpoint().lg ?? window.innerWidth >= 992;
  const [open, setOpen] = useState(false);
  const around = useRef<HTMLSpanElement>(null);
  const here = shown.filter(({ number }) => pathname.split('/').includes(encodeURIComponent(number))).map(({ id }) => id).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is said to the server is what stands here, and it is said once.
  useEffect(() => {
    if (here) void mark({ ids: here.split(' ') });
  }, [here]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever has gone to another page has chosen.
  useEffect(() => setOpen(false), [pathname]);
  // Whoever leaves it by the keys is back at the bell, and not at the page's beginning.
  const change = (isOpen: boolean) => {
    const within = around.current;
    if (!isOpen && within?.contains(document.activeElement)) within.querySelector('button')?.focus();
    setOpen(isOpen);
  };
  return (
    <span ref={around}>
      <Popover trigger="click" open={open} onOpenChange={change} placement={wide ? 'bottomRight' : 'bottom'} destroyOnHidden
        getPopupContainer={besideTrigger}
        title={words.title}
        content={<Latest onGone={() => setOpen(false)} />}>
        <Button type="text" className="bell" aria-label={words.bell(total)} aria-expanded={open}>
          <Badge count={total} overflowCount={most} size="small"><BellOutlined className="bell-sign" /></Badge>
        </Button>
      </Popover>
    </span>
  );
}

function Latest({ onGone }: { onGone: () => void }) {
  const words = useWords(notificationWords);
  const { shown, error, fetching, again } = useNotifications(atOnce, true);
  return (
    <div className="bell-latest">
      <Standing fetching={fetching} error={error} again={again} empty={shown.length === 0 && words.noUnread}>
        <Rows of={shown} />
      </Standing>
      <Link to={notificationsPath} onClick={onGone}>{words.everything}</Link>
    </div>
  );
}
