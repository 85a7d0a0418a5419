import { useEffect, useState } from 'react';
import { App, Tag } from 'antd';
import { CloudUploadOutlined } from '@ant-design/icons';
import { useClient } from 'urql';
import { useWords } from '../app/language';
import { useSession } from '../app/session';
import { draftsOfUser, onDrafts } from './drafts';
import { onSent, sendQueued } from './outbox';
import { inspectionWords } from './words';
import { currentMarks } from '../parts/marks';

const again = 15_000;

/** Sends inspection records that wait on this device, whenever the network may be back, and says how many wait. */
export default function Outbox() {
  const words = useWords(inspectionWords);
  const client = useClient();
  const { me } = useSession();
  const { message } = App.useApp();
  const [waiting, setWaiting] = useState(0);
  useEffect(() => {
    // A device that keeps nothing has nothing that waits; the record's own page says that nothing is kept.
    const nothing = () => setWaiting(0);
    const look = () => draftsOfUser(me.userName).then((drafts) => setWaiting(drafts.filter(({ queued }) => queued).length), nothing);
    const work = () => (navigator.onLine ? sendQueued(client, me.userName).catch(nothing) : Promise.resolve()).then(look);
    void work();
    const stopLooking = onDrafts(() => void look());
    const stopTelling = onSent((number) => void message.success(`${words.sent}${currentMarks().colon}${number}`));
    const timer = setInterval(() => void work(), again);
    const online = () => void work();
    window.addEventListener('online', online);
    return () => {
      stopLooking();
      stopTelling();
      clearInterval(timer);
      window.removeEventListener('online', online);
    };
  }, [client, me.userName, message, words]);
  return waiting > 0 ? (
    <Tag color="orange" icon={<CloudUploadOutlined />} title={words.outbox(waiting)}>
      <span className="wide-only">{words.outbox(waiting)}</span>
      <span className="narrow-only" role="status" aria-label={words.outbox(waiting)}>
        {waiting}
      </span>
    </Tag>
  ) : null;
}
