import assert from 'node:assert/strict';
import { print } from 'graphql';
import { ChangedDocument, SuspendDocument, type ChangedSubscription } from './generated/operations.js';
import { signedIn, sse, suspension, type Host } from './host.js';

/** The client of graphql-sse alone, with the types of graphql-codegen. */
export async function graphqlSse(host: Host): Promise<void> {
  const { client, open } = sse(host);
  const number = host.subjects.licences.sse[0]!;
  const notices = client.iterate<ChangedSubscription>({ query: print(ChangedDocument), variables: { kinds: ['LICENCE'] } });
  const next = (async () => {
    for await (const { data, errors } of notices) {
      assert.equal(errors, undefined);
      const { subject, entry } = data!.changed;
      if (subject.__typename === 'Licence' && subject.number === number) return { status: subject.status, kind: entry.kind };
    }
    return assert.fail('The stream has ended.');
  })();
  await open;
  const { fetch } = signedIn(host);
  const given = await fetch(host.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: print(SuspendDocument), variables: { input: suspension(number) } }),
  });
  assert.equal(given.status, 200);
  assert.deepEqual(await next, { status: 'SUSPENDED', kind: 'licence.suspended' });
  client.dispose();
}
