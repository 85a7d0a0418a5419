import assert from 'node:assert/strict';
import { Client, fetchExchange, subscriptionExchange, type TypedDocumentNode } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import type { GraphQLSchema, IntrospectionQuery } from 'graphql';
import {
  AgainDocument,
  CaseWithWorkDocument,
  ChangedDocument,
  LicencesDocument,
  ReinstateDocument,
  SuspendDocument,
} from './generated/operations.js';
import { pageOf, reinstatement, signedIn, sse, suspension, type Host } from './host.js';
import { embedded } from './schema.js';

export async function urql(host: Host, schema: GraphQLSchema, introspection: IntrospectionQuery): Promise<void> {
  const { fetch } = signedIn(host);
  const stream = sse(host);
  const client = new Client({
    url: host.url,
    fetch,
    preferGetMethod: false,
    exchanges: [
      cacheExchange({
        schema: introspection,
        keys: Object.fromEntries(embedded(schema).map((name) => [name, () => null])),
        resolvers: { Query: { licences: relayPagination() } },
      }),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: (request) => ({
          subscribe: (sink) => ({
            unsubscribe: stream.client.subscribe(
              { query: request.query!, variables: request.variables as Record<string, unknown> },
              {
                next: (result) => sink.next(result as never),
                error: (fault) => sink.error(fault),
                complete: () => sink.complete(),
              },
            ),
          }),
        }),
      }),
    ],
  });
  const ask = async <Data, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ) => {
    const { data, error } = await client.query<Data>(document, variables as never).toPromise();
    assert.equal(error, undefined);
    return data!;
  };
  const numbers = host.subjects.licences.urql;

  // Two pages become one list.
  const first = await ask(LicencesDocument, pageOf(numbers));
  await ask(LicencesDocument, pageOf(numbers, first.licences.pageInfo.endCursor!));
  const listed = () => client.readQuery(LicencesDocument, pageOf(numbers))!.data!.licences.edges.map(({ node }) => node);
  assert.deepEqual(
    listed().map((licence) => licence.number),
    numbers,
  );
  assert.deepEqual(
    listed()[0]!.productClasses.map((one) => one.code),
    ['FOOD', 'CLOTHING'],
  );

  // What lists show is one thing for the cache: refetched by its id it is what it was.
  const shown = await ask(CaseWithWorkDocument, { number: host.subjects.case, officer: host.subjects.officer });
  const ids = [
    ...new Set(
      [
        ...shown.case!.deadlines,
        ...shown.case!.handovers,
        ...shown.openWork.nodes,
        ...shown.deadlines.nodes,
        ...shown.journal.nodes,
      ].map((item) => item.id),
    ),
  ];
  const again = await ask(AgainDocument, { ids });
  assert.deepEqual(
    again.nodes.map((node) => node?.id),
    ids,
  );

  // A mutation's answer changes the list; a refusal is a value of the union.
  const number = numbers[0]!;
  const done = await client.mutation(SuspendDocument, { input: suspension(number) }).toPromise();
  assert.equal(done.error, undefined);
  assert.equal(done.data!.suspendLicence.errors, null);
  assert.equal(listed()[0]!.status, 'SUSPENDED');
  const refused = (await client.mutation(SuspendDocument, { input: suspension(number) }).toPromise()).data!.suspendLicence
    .errors![0]!;
  assert.ok(refused.__typename === 'LicenceNotActiveError');
  assert.deepEqual([refused.code, refused.status], ['LICENCE_NOT_ACTIVE', 'SUSPENDED']);

  // So does a notice.
  const { id } = listed()[0]!;
  const notice = new Promise<string>((resolve, reject) => {
    client
      .subscription(ChangedDocument, { subject: id })
      .subscribe(({ data, error }) => (error ? reject(error) : data && resolve(data.changed.entry.kind)));
  });
  await stream.open;
  const other = new Client({ url: host.url, fetch, preferGetMethod: false, exchanges: [fetchExchange] });
  assert.equal(
    (await other.mutation(ReinstateDocument, { input: reinstatement(number) }).toPromise()).data!.reinstateLicence.errors,
    null,
  );
  assert.equal(await notice, 'licence.reinstated');
  assert.equal(listed()[0]!.status, 'ACTIVE');
  stream.client.dispose();
}
