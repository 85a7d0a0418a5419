import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Modal, Spin } from 'antd';
import { Provider } from 'urql';
import { print } from 'graphql';
import { newClient, ownHeaders, renewSessionWith } from './api';
import { graphql, type ResultOf } from './graphql';
import { useLanguage, useWords } from './language';
import { SignInForm, SignInPage } from './SignIn';
import { frameWords } from './words';

const whoAmI = graphql(`query WhoAmI { now allowed me { id userName displayName roles section agency mustChangePassword version } }`);

type Me = ResultOf<typeof whoAmI>['me'];

interface Session {
  me: Me;
  /** Whether the caller's roles admit a query or mutation. */
  may: (operation: string) => boolean;
  /** The instant by the clock that deadlines are counted by. */
  now: () => Date;
  signOut: () => Promise<void>;
  reload: () => void;
}

const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('There is no session here.');
  return session;
}

type Standing = { kind: 'asking' } | { kind: 'nobody' } | { kind: 'somebody'; answer: ResultOf<typeof whoAmI>; at: number };

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
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...ownHeaders() },
      body: JSON.stringify({ query: print(whoAmI) }),
    });
    const answer = response.ok ? ((await response.json()) as { data?: ResultOf<typeof whoAmI> }).data : undefined;
    setStanding(answer ? { kind: 'somebody', answer, at: Date.now() } : { kind: 'nobody' });
    return answer?.me.userName;
  }, []);

  useEffect(() => void ask(), [ask]);
  useEffect(() => renewSessionWith(() => new Promise((renewed) => {
    waiting.current = renewed;
    setEnded(true);
  })), []);
  // What was read in the other language is read again.
  useEffect(() => setClient(newClient()), [language]);

  const signedInAgain = async () => {
    const userName = await ask();
    setEnded(false);
    // Somebody else sees nothing of what was open.
    if (userName !== signedIn) window.location.assign('/');
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
      reload: () => void ask(),
    };
  }, [standing, ask]);

  if (standing.kind === 'asking') return <Spin fullscreen />;
  if (!session) return <SignInPage onSignedIn={() => void ask()} />;
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
