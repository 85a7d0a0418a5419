import { useEffect, useRef } from 'react';
import { App } from 'antd';
import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useQuery } from 'urql';
import { faultOf } from './api';
import { useWords } from './language';
import { useChanges, type Change } from './live';
import { frameWords } from './words';

type Kind = NonNullable<Change['kind']>;

const readAgainAfter = 15_000;

/**
 * A query that is asked again when something of these kinds changes. When asking again fails, what was read stays, with every form that is open on
 * it: the failure is told, and it is tried again.
 */
export function useLiveQuery<Data, Variables extends AnyVariables>(query: TypedDocumentNode<Data, Variables>, variables: Variables, kinds: Kind[], pause = false) {
  const words = useWords(frameWords);
  const { message } = App.useApp();
  const [{ data, error, fetching, stale }, ask] = useQuery<Data, Variables>({ query, variables, pause } as Parameters<typeof useQuery<Data, Variables>>[0]);
  const key = JSON.stringify(variables);
  const read = useRef<{ key: string; data: Data } | null>(null);
  if (data !== undefined) read.current = { key, data };
  const shown = data ?? (read.current?.key === key ? read.current.data : undefined);
  const old = error !== undefined && shown !== undefined;
  const again = () => ask({ requestPolicy: 'network-only' });
  useChanges((change) => !pause && change.kind !== null && kinds.includes(change.kind), () => {
    if (!pause) again();
  });
  useEffect(() => {
    if (!old) return;
    void message.warning({ key: 'old', content: `${words.notLatest}：${faultOf(error, words)}` });
    const timer = setTimeout(() => ask({ requestPolicy: 'network-only' }), readAgainAfter);
    return () => clearTimeout(timer);
  }, [old, error, ask, message, words]);
  return { data: shown, error: old ? undefined : error, fetching: fetching && shown === undefined, stale, again };
}
