import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { App } from 'antd';
import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useQuery } from 'urql';
import { faultOf, isPassing } from './api';
import { answerKept, forgetAnswer, keepAnswer } from './onDevice';
import { useSession } from './session';
import { useWords } from './language';
import { useChanges, type Change } from './live';
import { frameWords } from './words';
import { currentMarks } from '../parts/marks';

type Kind = NonNullable<Change['kind']>;

const readAgainAfter = 15_000;

/** How many queries of the page are asked again while it shows what they answered before. */
const old = { queries: 0, watchers: new Set<() => void>() };
const count = (more: 1 | -1) => {
  old.queries += more;
  for (const watcher of old.watchers) watcher();
};
const watch = (watcher: () => void) => {
  old.watchers.add(watcher);
  return () => void old.watchers.delete(watcher);
};

/** When the page was last read again because somebody changed something. */
const update = { at: null as Date | null, watchers: new Set<() => void>() };
const watchUpdates = (watcher: () => void) => {
  update.watchers.add(watcher);
  return () => void update.watchers.delete(watcher);
};

/** When the page last followed a change; null before the first. It is told to whoever cannot see it change. */
export const useUpdatedAt = () => useSyncExternalStore(watchUpdates, () => update.at);

/** Whether something on the page is being read again. */
export const useReadingAgain = () => useSyncExternalStore(watch, () => old.queries > 0);

/**
 * A query that is asked again when something of these kinds changes, or of any kind. When asking again fails, what was read stays, with every form that is open on
 * it: the failure is told, and it is tried again.
 */
export function useLiveQuery<Data, Variables extends AnyVariables>(query: TypedDocumentNode<Data, Variables>, variables: Variables, kinds: Kind[] | 'any', pause = false) {
  const words = useWords(frameWords);
  const { message } = App.useApp();
  const asked = { query, variables, pause } as Parameters<typeof useQuery<Data, Variables>>[0];
  const [{ data: answered, error, fetching, stale, operation }, ask] = useQuery<Data, Variables>(asked);
  // A refusal has null for its answer, or none.
  const data = answered ?? undefined;
  const key = JSON.stringify(variables);
  const read = useRef<{ key: string; data: Data } | null>(null);
  // Until other variables are answered the library goes on giving what the ones before were answered, and after a failure too.
  const isOfThese = operation !== undefined && JSON.stringify(operation.variables) === key;
  if (data !== undefined && isOfThese && (error === undefined || data !== read.current?.data)) read.current = { key, data };
  // What other variables were answered stays in sight while these are asked, but not in the place of a refusal.
  const shown = read.current?.key === key ? read.current.data : error === undefined ? data : undefined;
  const notLatest = error !== undefined && shown !== undefined;
  const readingAgain = shown !== undefined && (stale || fetching);
  const again = () => ask({ requestPolicy: 'network-only' });
  const followed = useRef(false);
  const failed = useRef(false);
  failed.current = error !== undefined;
  useChanges((change) => !pause && change.kind !== null && (kinds === 'any' || kinds.includes(change.kind)), () => {
    if (pause) return;
    again();
    followed.current = true;
  });
  // Before anybody sees or does anything: a page that says it is of now must be.
  useLayoutEffect(() => {
    if (!readingAgain) return;
    count(1);
    return () => {
      count(-1);
      if (!followed.current) return;
      followed.current = false;
      // What could not be read is not new.
      if (failed.current) return;
      update.at = new Date();
      for (const watcher of update.watchers) watcher();
    };
  }, [readingAgain]);
  useEffect(() => {
    if (!notLatest) return;
    void message.warning({ key: 'old', content: `${words.notLatest}${currentMarks().colon}${faultOf(error, words)}` });
    const timer = setTimeout(() => ask({ requestPolicy: 'network-only' }), readAgainAfter);
    return () => clearTimeout(timer);
  }, [notLatest, error, ask, message, words]);
  return { data: shown, error: notLatest ? undefined : error, fetching: fetching && shown === undefined, stale, again };
}

/**
 * A query whose answer the device keeps under a key of the person who is signed in, so that the page opens without a network too: then it
 * shows what it read
 * before, and when that was. Where the server answers, what it says counts.
 */
export function useKeptQuery<Data, Variables extends AnyVariables>(
  key: string, query: TypedDocumentNode<Data, Variables>, variables: Variables, pause = false,
) {
  const { me: { userName } } = useSession();
  const asked = { query, variables, pause } as Parameters<typeof useQuery<Data, Variables>>[0];
  const [{ data, error, fetching }, ask] = useQuery<Data, Variables>(asked);
  const [kept, setKept] = useState<{ key: string; data: Data; at: number } | null>(null);
  const [looked, setLooked] = useState('');
  useEffect(() => {
    // A device that keeps nothing shows the page with a network alone.
    if (data && !error) keepAnswer(userName, key, data).catch(() => undefined);
  }, [userName, key, data, error]);
  const unread = !data && error !== undefined && isPassing(error);
  // What somebody may not read any more, the device shows no longer either.
  const refused = !data && error !== undefined && !isPassing(error);
  useEffect(() => {
    if (refused) forgetAnswer(userName, key).catch(() => undefined);
  }, [refused, userName, key]);
  useEffect(() => {
    if (!unread) return;
    answerKept(userName, key).catch(() => undefined).then((found) => {
      if (found) setKept({ key, data: found.data as Data, at: found.at });
      setLooked(key);
    });
  }, [unread, userName, key]);
  const shown = data ?? (!refused && kept?.key === key ? kept.data : undefined);
  const awaited = shown === undefined && (fetching || (unread && looked !== key));
  return {
    data: shown,
    /** When it was read, where it is not of now: milliseconds since 1970. */
    readAt: !data && shown ? kept!.at : undefined,
    error: shown === undefined && !awaited ? error : undefined,
    fetching: awaited,
    again: () => ask({ requestPolicy: 'network-only' }),
  };
}
