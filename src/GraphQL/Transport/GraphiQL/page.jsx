import { useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { GraphiQL } from 'graphiql';
import { getOperationAST } from 'graphql';
import { createClient } from 'graphql-sse';
import 'graphiql/style.css';
import './page.css';

const endpoint = document.body.dataset.endpoint;
const welcome = `# 双打 GraphQL 接口。Ctrl+Space 补全，Ctrl+Enter 执行；左侧可查阅文档。
# The GraphQL API of ShuangDa. Ctrl+Space completes, Ctrl+Enter runs; the documentation is on the left.
{
  __typename
}
`;

// Documents, variables and headers may be of somebody's case: none is written to the device, and what an earlier version wrote there goes.
for (const name of Object.keys(localStorage).filter((one) => one.startsWith('graphiql:'))) localStorage.removeItem(name);
const remembered = new Map();
const storage = {
  getItem: (name) => remembered.get(name) ?? null,
  setItem: (name, value) => void remembered.set(name, value),
  removeItem: (name) => void remembered.delete(name),
  clear: () => remembered.clear(),
  get length() { return remembered.size; },
};

// Queries and mutations go as JSON; subscriptions as server-sent events. The token stays in this page's memory.
const fetcherWith = (token) => {
  const authorization = token ? { authorization: `Bearer ${token}` } : {};
  return (request, { headers, documentAST } = {}) => {
    const sent = { ...authorization, ...headers };
    if (documentAST && getOperationAST(documentAST, request.operationName)?.operation === 'subscription') {
      const client = createClient({ url: endpoint, headers: sent });
      return { subscribe: (sink) => ({ unsubscribe: client.subscribe(request, sink) }) };
    }
    return fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', 'accept-language': navigator.language, ...sent },
      body: JSON.stringify(request),
    }).then((response) => response.json());
  };
};

const SignIn = ({ user, onSignIn }) => {
  const [fault, setFault] = useState(null);
  const submit = async (event) => {
    event.preventDefault();
    const form = new FormData(event.target);
    const response = await fetch('/auth/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userName: form.get('userName'), password: form.get('password') }),
    });
    if (!response.ok) {
      setFault(`登录失败 Sign-in failed (${response.status})`);
      return;
    }
    const { accessToken } = await response.json();
    setFault(null);
    onSignIn(form.get('userName'), accessToken);
  };
  return user ? (
    <p className="sign-in">已登录 Signed in: {user}</p>
  ) : (
    <form className="sign-in" onSubmit={submit}>
      <label>用户名 User <input name="userName" autoComplete="username" required /></label>
      <label>密码 Password <input name="password" type="password" autoComplete="current-password" required /></label>
      <button>登录 Sign in</button>
      {fault && <output role="alert">{fault}</output>}
    </form>
  );
};

const Page = () => {
  const [session, setSession] = useState({ user: null, token: null });
  const fetcher = useMemo(() => fetcherWith(session.token), [session.token]);
  return (
    <>
      <SignIn user={session.user} onSignIn={(user, token) => setSession({ user, token })} />
      <GraphiQL key={session.token ?? ''} fetcher={fetcher} defaultQuery={welcome} shouldPersistHeaders={false} storage={storage} />
    </>
  );
};

createRoot(document.getElementById('graphiql')).render(<Page />);
