// node audit.mjs URL: runs every audit of graphql-http against URL and prints one JSON line for each:
// {"id","name","status","reason"}. AUTHORIZATION, if set, is sent with every request.
import { serverAudits } from 'graphql-http';

const [url] = process.argv.slice(2);
const authorization = process.env.AUTHORIZATION;

const fetchFn = (target, init = {}) =>
  fetch(target, authorization ? { ...init, headers: { ...init.headers, authorization } } : init);

for (const audit of serverAudits({ url, fetchFn })) {
  const result = await audit.fn();
  console.log(JSON.stringify({ id: audit.id, name: audit.name, status: result.status, reason: result.reason ?? null }));
}
