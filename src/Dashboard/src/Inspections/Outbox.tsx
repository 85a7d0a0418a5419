import { useEffect, useState } from 'react';
import { App, Tag } from 'antd';
import { useClient } from 'urql';
import { useWords } from '../app/language';
import { useSession } from '../app/session';
import { draftsOfUser, onDrafts } from './drafts';
import { onSent, sendQueued } from './outbox';
import { inspectionWords } from './words';

const again = 15_000;

/** Sends inspection records that wait on this device, whenever the network may be back, and says how many wait. */
export function Outbox() {
  const words = useWords(inspectionWords);
  const client = useClient();
  const { me } = useSession();
  const { message } = App.useApp();
  const [waiting, setWaiting] = useState(0);
  useEffect(() => {
    const look = async () => setWaiting((await draftsOfUser(me.userName)).filter(({ queued }) => queued).length);
    const work = async () => {
      if (navigator.onLine) await sendQueued(client, me.userName);
      await look();
    };
    void work();
    const stopLooking = onDrafts(() => void look());
    const stopTelling = onSent((number) => void message.success(`${words.sent}：${number}`));
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
  return waiting > 0 ? <Tag color="orange">{words.outbox(waiting)}</Tag> : null;
}
