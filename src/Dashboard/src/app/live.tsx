import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { print } from 'graphql';
import { graphql, type ResultOf } from './graphql';
import { useSession } from './session';

const changes = graphql(`
  subscription Changes {
    changed { eventId kind subjectId entry { kind actorName } }
  }
`);

export type Change = ResultOf<typeof changes>['changed'];
type Listener = (change: Change) => void;

class Changes {
  private readonly listeners = new Set<Listener>();

  listen(listener: Listener) {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  tell(change: Change) {
    for (const listener of this.listeners) listener(change);
  }
}

const Live = createContext<{ feed: Changes; connected: boolean }>({ feed: new Changes(), connected: false });
const firstWait = 1000;
const longestWait = 30_000;

/** One stream of committed changes for all pages. The browser resumes it after the last event that it saw. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const { me } = useSession();
  const [feed] = useState(() => new Changes());
  const [connected, setConnected] = useState(false);
  useEffect(() => {
    let source: EventSource | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    let wait = firstWait;
    const connect = () => {
      source = new EventSource(`/graphql?query=${encodeURIComponent(print(changes))}`);
      source.onopen = () => {
        wait = firstWait;
        setConnected(true);
      };
      source.addEventListener('next', (event) => {
        const change = (JSON.parse((event as MessageEvent<string>).data) as { data?: ResultOf<typeof changes> }).data?.changed;
        if (change) feed.tell(change);
      });
      const lost = () => {
        setConnected(false);
        // What the browser does not try again itself: the session ended, or the server said that the stream is over.
        if (source?.readyState === EventSource.CONNECTING) return;
        source?.close();
        again = setTimeout(connect, wait);
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
      clearTimeout(again);
      source?.close();
    };
  }, [feed, me.userName]);
  return <Live value={{ feed, connected }}>{children}</Live>;
}

export const useConnected = () => useContext(Live).connected;

const gather = 400;

/** Calls back after changes that concern a page; many at once are one. */
export function useChanges(concerns: (change: Change) => boolean, then: (changes: Change[]) => void) {
  const { feed } = useContext(Live);
  const latest = useRef({ concerns, then });
  latest.current = { concerns, then };
  useEffect(() => {
    let gathered: Change[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = feed.listen((change) => {
      if (!latest.current.concerns(change)) return;
      gathered.push(change);
      timer ??= setTimeout(() => {
        timer = undefined;
        const all = gathered;
        gathered = [];
        latest.current.then(all);
      }, gather);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [feed]);
}
