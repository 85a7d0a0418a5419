import { createContext, useContext, useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { ownHeaders } from './api';
import { isNotKnown, namedBy, textOf } from './documents';
import { graphql, type ResultOf } from './graphql';
import { useSession } from './session';

const changes = graphql(`
  subscription Changes {
    changed { eventId kind subjectId entry { kind actorName } }
  }
`);

export type Change = ResultOf<typeof changes>['changed'];
interface Listener { change: (change: Change) => void; missed: () => void }

class Changes {
  private readonly listeners = new Set<Listener>();

  listen(listener: Listener) {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  tell(change: Change) {
    for (const listener of this.listeners) listener.change(change);
  }

  /** Says that a stream began anew, and that nobody knows what was between. */
  missed() {
    for (const listener of this.listeners) listener.missed();
  }
}

const Live = createContext<{ feed: Changes; connected: boolean }>({ feed: new Changes(), connected: false });
const firstWait = 1000;
const longestWait = 30_000;

/** Reads the stream of changes until it is told to end. The browser resumes it after the last event that it saw, unless it had to be opened anew. */
function read({ change, missed, connected }: { change: (change: Change) => void; missed: () => void; connected: (is: boolean) => void }, resumed: boolean): () => void {
  let source: EventSource | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let wait = firstWait;
  let anew = resumed;
  let ended = false;
  let opened = false;
  let known = true;
  const address = () => {
    const text = textOf(changes);
    return `/graphql?${new URLSearchParams({ ...(!known && { query: text }), extensions: JSON.stringify(namedBy(text)) })}`;
  };
  const connectAgain = async () => {
    const asked = { accept: 'application/json', ...ownHeaders() };
    // Why a stream was refused is not told: whether it was for its document is asked for, which then goes with it as text.
    if (!opened) known = await fetch(address(), { headers: asked }).then(isNotKnown).then((not) => !not, () => known);
    if (!ended) connect();
  };
  const connect = () => {
    opened = false;
    source = new EventSource(address());
    source.onopen = () => {
      opened = true;
      wait = firstWait;
      connected(true);
      if (anew) missed();
      anew = false;
    };
    source.addEventListener('next', (event) => {
      const told = (JSON.parse((event as MessageEvent<string>).data) as { data?: ResultOf<typeof changes> }).data?.changed;
      if (told) change(told);
    });
    const lost = () => {
      connected(false);
      // What the browser does not try again itself: the session ended, or the server said that the stream is over.
      if (source?.readyState === EventSource.CONNECTING) return;
      source?.close();
      anew = true;
      again = setTimeout(() => void connectAgain(), wait);
      wait = Math.min(wait * 2, longestWait);
    };
    source.onerror = lost;
    source.addEventListener('complete', () => {
      source?.close();
      lost();
    });
  };
  connect();
  return () => {
    ended = true;
    clearTimeout(again);
    source?.close();
  };
}

type Message = { change: Change } | { missed: true } | { connected: boolean } | { asks: true };

/**
 * One stream of committed changes for all pages of all windows of a session: a browser opens six connections to a host, and a stream takes one of
 * them for good. The window that has the lock reads, and tells the others; when it is closed the next one does.
 */
export function LiveProvider({ children }: { children: ReactNode }) {
  const { me } = useSession();
  const [feed] = useState(() => new Changes());
  const [connected, setConnected] = useState(false);
  useEffect(() => {
    const name = `shuangda-live-${me.userName}`;
    // Locks are there on HTTPS and on this machine only; elsewhere each window reads for itself.
    if (!('locks' in navigator)) {
      return read({ change: (change) => feed.tell(change), missed: () => feed.missed(), connected: setConnected }, false);
    }
    const others = new BroadcastChannel(name);
    const over = new AbortController();
    let mine: boolean | null = null;
    let heard = false;
    const say = (message: Message) => others.postMessage(message);
    others.onmessage = ({ data }: MessageEvent<Message>) => {
      if ('change' in data) feed.tell(data.change);
      else if ('missed' in data) feed.missed();
      else if ('asks' in data) {
        if (mine !== null) say({ connected: mine });
      } else {
        heard = true;
        setConnected(data.connected);
      }
    };
    say({ asks: true });
    void navigator.locks.request(name, { signal: over.signal }, () => new Promise<void>((done) => {
      const end = read({
        change: (change) => {
          feed.tell(change);
          say({ change });
        },
        missed: () => {
          feed.missed();
          say({ missed: true });
        },
        connected: (is) => {
          mine = is;
          setConnected(is);
          say({ connected: is });
        },
        // Whoever takes over from another begins anew.
      }, heard);
      over.signal.addEventListener('abort', () => {
        end();
        done();
      });
    })).catch((fault: unknown) => {
      // It was closed while it waited for its turn.
      if (!over.signal.aborted) throw fault;
    });
    return () => {
      over.abort();
      others.close();
    };
  }, [feed, me.userName]);
  return <Live value={{ feed, connected }}>{children}</Live>;
}

function followNetwork(listener: () => void) {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** Whether the device has a network, as far as the browser knows. */
export const useOnline = () => useSyncExternalStore(followNetwork, () => navigator.onLine);

/** Whether changes arrive. A stream that was open when the network went says nothing for minutes, so the network is asked too. */
export function useConnected() {
  const { connected } = useContext(Live);
  return useOnline() && connected;
}

const gather = 400;

/** Calls back after changes that concern a page; many at once are one. When some may have been missed, it calls back too. */
export function useChanges(concerns: (change: Change) => boolean, then: () => void) {
  const { feed } = useContext(Live);
  const latest = useRef({ concerns, then });
  latest.current = { concerns, then };
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        latest.current.then();
      }, gather);
    };
    const stop = feed.listen({ change: (change) => latest.current.concerns(change) && soon(), missed: soon });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [feed]);
}
