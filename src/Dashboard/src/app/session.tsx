import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Button, Modal, Spin } from 'antd';
import { Provider } from 'urql';
import { newClient, onHeard, ownHeaders, renewSessionWith } from './api';
import { postByHash, textOf } from './documents';
import { graphql, type ResultOf } from './graphql';
import { useLanguage, useWords } from './language';
import { leaveFor } from './leaving';
import { forgetAll, heardAgain, isSignOutOwed, keepSession, lastSession, oweSignOut, signOutTold } from './onDevice';
import { SignInForm, SignInPage } from './SignIn';
import { Instead } from '../parts/Instead';
import { frameWords } from './words';

const whoAmI = graphql(`
  query WhoAmI {
    now allowed preferences { name value }
    me { id userName displayName roles section agency mustChangePassword version }
  }
`);

type Me = ResultOf<typeof whoAmI>['me'];

export interface Session {
  me: Me;
  /** Whether the caller's roles admit a query or mutation. */
  may: (operation: string) => boolean;
  /** The instant by the clock that deadlines are counted by. */
  now: () => Date;
  /**
   * Where the server has not been reached since the page was opened, when it was heard last: who is signed in is then what the device
   * remembers.
   */
  unheardSince: string | null;
  /** What the person has chosen for the way the pages look, by name; it is kept by the server, and what is chosen here is put in. */
  chosen: Map<string, string>;
  signOut: () => Promise<void>;
  reload: () => void;
}

/** Who is signed in, for what is drawn below it; SessionProvider gives it. */
export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('There is no session here.');
  return session;
}

type Standing =
  | { kind: 'asking' | 'nobody' | 'unknown' }
  | { kind: 'somebody'; answer: ResultOf<typeof whoAmI>; at: number; heardAt: number; isUnheard: boolean };

const again = 5000;

/** How long the device's own database may take, in milliseconds: one that never answers must not keep anybody out. */
const longestKeeping = 3000;

// A device that keeps nothing works as before, with a network alone; who is signed in is then asked each time.
const whereKept = <T,>(work: Promise<T>) =>
  Promise.race([work.catch(() => undefined), new Promise<undefined>((over) => setTimeout(over, longestKeeping, undefined))]);

/** How long the server may take to hear of a sign-out, in milliseconds; the page is left then, and it is told later. */
const longestSignOut = 10_000;

/** Tells the server that nobody is signed in here any more; whoever signed out without a network is signed out all the same. */
async function tellSignOut() {
  const asked = { method: 'POST', headers: ownHeaders(), signal: AbortSignal.timeout(longestSignOut) };
  const { ok, status } = await fetch('/auth/sign-out', asked);
  // What it could not do it did not: the cookie stands, and it is told again before anybody is taken for whoever signed out.
  if (!ok && status !== 401) throw new Error(`The server did not take the sign-out: ${status}.`);
  signOutTold();
}

/** Who is signed in. Without anybody it shows the sign-in page; when the session ends under an open page it asks again above that page, which stays as it is. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const words = useWords(frameWords);
  const { language } = useLanguage();
  const [standing, setStanding] = useState<Standing>({ kind: 'asking' });
  const [client, setClient] = useState(newClient);
  const [ended, setEnded] = useState(false);
  const waiting = useRef<() => void>(null);
  // Whose page stands here without the server having said so.
  const remembered = useRef<string>(null);
  const signedIn = standing.kind === 'somebody' ? standing.answer.me.userName : null;

  const ask = useCallback(async () => {
    // Asked without waiting for a renewal: nobody signed in is an answer here.
    if (isSignOutOwed()) await tellSignOut();
    const headers = { 'content-type': 'application/json', ...ownHeaders() };
    const response = await postByHash((body) => fetch('/graphql', { method: 'POST', headers, body }), { query: textOf(whoAmI) });
    if (response.status === 401) {
      // The server knows nobody here: the device does not say otherwise the next time that the network is away.
      await whereKept(forgetAll());
      // A page that was opened without a network stays, and sign-in is asked for above it, as where a session ends.
      if (remembered.current) setEnded(true);
      else setStanding({ kind: 'nobody' });
      return undefined;
    }
    const { data } = (await response.json()) as { data?: ResultOf<typeof whoAmI> };
    if (!data) throw new Error(response.statusText);
    if (remembered.current && remembered.current !== data.me.userName) {
      leaveFor('/');
      return data.me.userName;
    }
    // What could not be read without a network is read now.
    if (remembered.current) setClient(newClient());
    remembered.current = null;
    // Nobody waits for it: whoever is signed in works.
    void whereKept(keepSession(data.me.userName, data));
    setStanding({ kind: 'somebody', answer: data, at: Date.now(), heardAt: Date.now(), isUnheard: false });
    return data.me.userName;
  }, []);

  // A server that cannot be reached says nothing about who is signed in: it is asked again, and an open page stays.
  const begin = useCallback(() => {
    ask().catch(async () => {
      const kept = isSignOutOwed() ? undefined : await whereKept(lastSession());
      setStanding((before) => {
        if (before.kind === 'somebody') return before;
        if (!kept) return { kind: 'unknown' };
        remembered.current = kept.userName;
        const answer = kept.answer as ResultOf<typeof whoAmI>;
        return { kind: 'somebody', answer, at: kept.at, heardAt: kept.heardAt ?? kept.at, isUnheard: true };
      });
    });
  }, [ask]);

  useEffect(begin, [begin]);
  // A page that stays open hears the server all day: that counts, not when it was opened.
  useEffect(() => (signedIn === null ? undefined : onHeard(() => void whereKept(heardAgain(signedIn)))), [signedIn]);
  useEffect(() => {
    if (standing.kind !== 'unknown' && !(standing.kind === 'somebody' && standing.isUnheard && !ended)) return undefined;
    const timer = setInterval(begin, again);
    window.addEventListener('online', begin);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', begin);
    };
  }, [standing, ended, begin]);
  useEffect(() => renewSessionWith(() => new Promise((renewed) => {
    waiting.current = renewed;
    setEnded(true);
  })), []);
  // What was read in the other language is read again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new client sends the language as it is then.
  useEffect(() => setClient(newClient()), [language]);

  const signedInAgain = async () => {
    const userName = await ask();
    setEnded(false);
    // Somebody else sees nothing of what was open.
    if (userName !== signedIn) leaveFor('/');
    else waiting.current?.();
  };

  const answer = standing.kind === 'somebody' ? standing.answer : null;
  const chosen = useMemo(() => new Map((answer?.preferences ?? []).map(({ name, value }) => [name, value])), [answer]);
  const session = useMemo(() => {
    if (standing.kind !== 'somebody') return null;
    const { answer, at, heardAt, isUnheard } = standing;
    const allowed = new Set(answer.allowed);
    const ahead = Date.parse(answer.now) - at;
    return {
      me: answer.me,
      may: (operation: string) => allowed.has(operation),
      now: () => new Date(Date.now() + ahead),
      chosen,
      unheardSince: isUnheard ? new Date(heardAt).toISOString() : null,
      signOut: async () => {
        // First what lies here: without a network the server hears of it later, and nobody finds anything meanwhile.
        oweSignOut();
        await whereKept(forgetAll());
        await tellSignOut().catch(() => undefined);
        window.location.assign('/');
      },
      reload: begin,
    };
  }, [standing, begin, chosen]);

  if (standing.kind === 'asking') return <Spin fullscreen />;
  if (standing.kind === 'unknown') {
    return (
      <Instead why={words.offline}>
        <Button onClick={begin}>{words.retry}</Button>
      </Instead>
    );
  }
  if (!session) return <SignInPage onSignedIn={begin} />;
  return (
    <SessionContext value={session}>
      <Provider value={client}>{children}</Provider>
      <Modal open={ended} title={words.sessionEnded} footer={null} closable={false} mask={{ closable: false }} keyboard={false} destroyOnHidden zIndex={2000}>
        <p>{words.sessionEndedHint}</p>
        <SignInForm userName={session.me.userName} onSignedIn={() => void signedInAgain()} />
      </Modal>
    </SessionContext>
  );
}
