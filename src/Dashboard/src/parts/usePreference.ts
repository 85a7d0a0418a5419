import { useEffect, useState } from 'react';
import { App } from 'antd';
import { useClient } from 'urql';
import { faultOf } from '../app/api';
import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import { useSession } from '../app/session';
import { frameWords } from '../app/words';
import { formerlyKept } from './kept';
import { currentMarks } from './marks';

const keep = graphql(`mutation KeepPreference($input: KeepPreferenceInput!) { keepPreference(input: $input) { preferences { name } } }`);

function readAs<T>(kept: string | undefined, otherwise: T): T {
  if (kept === undefined) return otherwise;
  try {
    const read = JSON.parse(kept) as T | null;
    // What another program or another version of the pages has kept is not believed.
    return read !== null && typeof read === typeof otherwise && Array.isArray(read) === Array.isArray(otherwise) ? read : otherwise;
  } catch {
    return otherwise;
  }
}

// One after the other: of two choices made quickly the second is kept, whichever the network brings first.
const sending = new Map<string, Promise<void>>();

// What the server has not taken: a browser that has it from before keeps it.
const untaken = new Set<string>();

/**
 * Something that the person has chosen for the way the pages look, such as the columns of a list. The server keeps it, so that it is the
 * same on every device, and nothing of it stays in a browser that the person has left. What cannot be kept holds for as long as the page
 * is open, and that is said.
 */
export function usePreference<T>(name: string, otherwise: T): [T, (value: T) => void] {
  const { chosen, me } = useSession();
  const former = formerlyKept(me.userName, name);
  const client = useClient();
  const words = useWords(frameWords);
  const { message } = App.useApp();
  const [value, setValue] = useState<T>(() => readAs(chosen.get(name) ?? former.read(), otherwise));
  const choose = (now: T) => {
    const text = JSON.stringify(now);
    setValue(now);
    chosen.set(name, text);
    untaken.add(name);
    const send = async () => {
      await sending.get(name);
      const { error } = await client.mutation(keep, { input: { name, value: text } }).toPromise();
      if (error) void message.warning(`${words.notKept}${currentMarks().colon}${faultOf(error, words)}`);
      else {
        untaken.delete(name);
        former.forget();
      }
    };
    sending.set(name, send());
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what this browser has from before is passed on once.
  useEffect(() => {
    if (chosen.has(name) && !untaken.has(name)) former.forget();
    else if (former.read() !== undefined) choose(value);
  }, []);
  return [value, choose];
}
