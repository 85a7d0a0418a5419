// node subscribe.mjs URL COUNT QUERY: subscribes with the client of graphql-sse, prints "open" when the stream stands, then each
// result as a JSON line, and ends after COUNT of them, or with "complete" when the server ends the stream.
// AUTHORIZATION, if set, is sent with every request.
import { createClient } from 'graphql-sse';

const [url, count, query] = process.argv.slice(2);
const authorization = process.env.AUTHORIZATION;

const client = createClient({
  url,
  singleConnection: false,
  retryAttempts: 0,
  headers: authorization ? { authorization } : {},
  on: { connected: () => console.log('open') },
});

let seen = 0;
for await (const result of client.iterate({ query })) {
  console.log(JSON.stringify(result));
  if (++seen === Number(count)) {
    client.dispose();
    process.exit(0);
  }
}
console.log('complete');
