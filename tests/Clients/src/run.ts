// node built/run.js: runs every client against SHUANGDA_URL. What a client warns of is a fault, whatever else went well.
import assert from 'node:assert/strict';
import { format } from 'node:util';

const said: string[] = [];
for (const level of ['warn', 'error'] as const) console[level] = (...words: unknown[]) => void said.push(format(...words));
process.on('warning', (warning) => said.push(String(warning)));

// Loaded only now, so that what they say on loading is heard too.
const { hostOfEnvironment } = await import('./host.js');
const { embedded, readSchema } = await import('./schema.js');
const { apollo } = await import('./apollo.js');
const { urql } = await import('./urql.js');
const { relay } = await import('./relay.js');
const { graphqlSse } = await import('./graphqlSse.js');

const host = hostOfEnvironment();
const { schema, introspection } = await readSchema(host);
const clients: [string, () => Promise<void>][] = [
  ['Apollo Client', () => apollo(host, schema)],
  ['urql with Graphcache', () => urql(host, schema, introspection)],
  ['Relay', () => relay(host)],
  ['graphql-sse', () => graphqlSse(host)],
];
assert.ok(embedded(schema).length > 0);
for (const [name, run] of clients) {
  try {
    await run();
    assert.deepEqual(said.splice(0), []);
    process.stdout.write(`${name}: ok\n`);
  } catch (fault) {
    process.stdout.write(
      `${name}: ${fault instanceof Error ? fault.stack : JSON.stringify(fault)}\n${said.splice(0).join('\n')}\n`,
    );
    process.exitCode = 1;
  }
}
process.exit();
