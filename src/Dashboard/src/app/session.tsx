import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Button, Modal, Result, Spin } from 'antd';
import { Provider } from 'urql';
import { newClient, ownHeaders, renewSessionWith } from './api';
import { postByHash, textOf } from './documents';
import { graphql, type ResultOf } from './graphql';
import { useLanguage, useWords } from './language';
import { leaveFor } from './leaving';
import { SignInForm, SignInPage } from './SignIn';
import { frameWords } from './words';

const whoAmI = graphql(`query WhoAmI { now allowed me { id userName displayName roles section agency mustChangePassword version } }`);

type Me = ResultOf<typeof whoAmI>['me'];

export interface Session {
  me: Me;
  /** Whether the caller's roles admit a query or mutation. */
  may: (operation: string) => boolean;
  /** The instant by the clock that deadlines are counted by. */
  now: () => Date;
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

type Standing = { kind: 'asking' } | { kind: 'nobody' } | { kind: 'unknown' } | { kind: 'somebody'; answer: ResultOf<typeof whoAmI>; at: number };

const again = 5000;

/** Who is signed in. Without anybody it shows the sign-in page; when the session ends under an open page it asks again above that page, which stays as it is. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const words = useWords(frameWords);
  const { language } = useLanguage();
  const [standing, setStanding] = useState<Standing>({ kind: 'asking' });
  const [client, setClient] = useState(newClient);
  const [ended, setEnded] = useState(false);
  const waiting = useRef<() => void>(null);
  const signedIn = standing.kind === 'somebody' ? standing.answer.me.userName : null;

  const ask = useCallback(async () => {
    // Asked without waiting for a renewal: nobody signed in is an answer here.
    const headers = { 'content-type': 'application/json', ...ownHeaders() };
    const response = await postByHash((body) => fetch('/graphql', { method: 'POST', headers, body }), { query: textOf(whoAmI) });
    if (response.status === 401) {
      setStanding({ kind: 'nobody' });
      return undefined;
    }
    const { data } = (await response.json()) as { data?: ResultOf<typeof whoAmI> };
    if (!data) throw new Error(response.statusText);
    setStanding({ kind: 'somebody', answer: data, at: Date.now() });
    return data.me.userName;
  }, []);

  // A server that cannot be reached says nothing about who is signed in: it is asked again, and an open page stays.
  const begin = useCallback(() => {
    ask().catch(() => setStanding((before) => (before.kind === 'somebody' ? before : { kind: 'unknown' })));
  }, [ask]);

  useEffect(begin, [begin]);
  useEffect(() => {
    if (standing.kind !== 'unknown') return undefined;
    const timer = setTimeout(begin, again);
    return () => clearTimeout(timer);
  }, [standing, begin]);
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

  const session = useMemo(() => {
    if (standing.kind !== 'somebody') return null;
    const { answer, at } = standing;
    const allowed = new Set(answer.allowed);
    const ahead = Date.parse(answer.now) - at;
    return {
      me: answer.me,
      may: (operation: string) => allowed.has(operation),
      now: () => new Date(Date.now() + ahead),
      signOut: async () => {
        await fetch('/auth/sign-out', { method: 'POST', headers: ownHeaders() });
        window.location.assign('/');
      },
      reload: begin,
    };
  }, [standing, begin]);

  if (standing.kind === 'asking') return <Spin fullscreen />;
  if (standing.kind === 'unknown') return <Result status="warning" title={words.offline} extra={<Button onClick={begin}>{words.retry}</Button>} />;
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
