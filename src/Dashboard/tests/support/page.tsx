import type { ReactNode } from 'react';
import { App, ConfigProvider } from 'antd';
import zh from 'antd/locale/zh_CN';
import { Client, makeErrorResult, makeResult, type Operation } from '@urql/core';
import type { GraphQLError, OperationDefinitionNode } from 'graphql';
import { createMemoryRouter, Outlet, RouterProvider } from 'react-router';
import { Provider } from 'urql';
import { filter, fromPromise, mergeMap, pipe } from 'wonka';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SessionContext, type Session } from '@/app/session';

type Variables = Record<string, unknown>;

/** What the server answers to the operations of a page, by their names: the data, or what throws an error. */
export type Answers = Record<string, (variables: Variables) => unknown>;

/** An operation that a page asked. */
export interface Asked {
  name: string;
  variables: Variables;
}

const nameOf = ({ query }: Operation) =>
  query.definitions.find((one): one is OperationDefinitionNode => one.kind === 'OperationDefinition')?.name?.value ?? '';

/** A client whose server is these answers. An operation that nobody answers fails, so that a test says all that its page asks. */
function clientOf(answers: Answers, asked: Asked[]) {
  const answer = async (operation: Operation) => {
    const name = nameOf(operation);
    const variables = operation.variables as Variables;
    asked.push({ name, variables });
    const given = answers[name];
    if (!given) return makeErrorResult(operation, new Error(`Nobody answers ${name}.`));
    try {
      return makeResult(operation, { data: (await given(variables)) as object, hasNext: false });
    } catch (fault) {
      // A list is what the server says it refuses; all else is a network that is away.
      return Array.isArray(fault)
        ? makeResult(operation, { data: null, errors: fault as GraphQLError[], hasNext: false })
        : makeErrorResult(operation, fault as Error);
    }
  };
  return new Client({
    url: 'http://localhost/graphql',
    preferGetMethod: false,
    exchanges: [
      () => (operations) =>
        pipe(
          operations,
          filter(({ kind }) => kind !== 'teardown'),
          mergeMap((operation) => fromPromise(answer(operation))),
        ),
    ],
  });
}

const now = new Date('2026-11-20T02:00:00Z');

/** An officer of the brigade, who may do everything. */
export const officer: Session = {
  me: {
    userName: 'officer',
    displayName: '梁慎行',
    roles: ['OFFICER'],
    section: 'INSPECTION_BRIGADE',
    agency: null,
    mustChangePassword: false,
    version: 1,
  } as unknown as Session['me'],
  may: () => true,
  now: () => now,
  unheardSince: null,
  chosen: new Map(),
  signOut: () => Promise.resolve(),
  reload: () => {},
};

/** Draws a part of a page as the frame would: with who is signed in, a server and an address. */
export function show(
  content: ReactNode,
  {
    answers = {},
    session = officer,
    at = '/',
    others = {},
    around = <Outlet />,
  }: {
    answers?: Answers;
    session?: Session;
    at?: string;
    others?: Record<string, ReactNode>;
    /** What stays when one goes from page to page, with an `Outlet` where the page is. */
    around?: ReactNode;
  } = {},
) {
  const asked: Asked[] = [];
  const client = clientOf(answers, asked);
  const path = new URL(at, 'http://localhost').pathname;
  const router = createMemoryRouter(
    [
      {
        element: around,
        children: [{ path, element: content }, ...Object.entries(others).map(([other, element]) => ({ path: other, element }))],
      },
    ],
    { initialEntries: [at] },
  );
  const shown = render(
    <ConfigProvider locale={zh} theme={{ token: { motion: false } }} wave={{ disabled: true }} button={{ autoInsertSpace: false }}>
      <App>
        <SessionContext value={session}>
          <Provider value={client}>
            <RouterProvider router={router} />
          </Provider>
        </SessionContext>
      </App>
    </ConfigProvider>,
  );
  return { ...shown, asked, router, user: userEvent.setup() };
}
