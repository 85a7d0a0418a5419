import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, Observable, type NormalizedCacheObject } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { relayStylePagination } from '@apollo/client/utilities';
import { OperationTypeNode, print, type GraphQLSchema } from 'graphql';
import type { FormattedExecutionResult } from 'graphql';
import {
  AgainDocument,
  CaseWithWorkDocument,
  ChangedDocument,
  LicencePartsFragmentDoc,
  LicencesDocument,
  ReinstateDocument,
  SuspendDocument,
} from './generated/operations.js';
import { pageOf, reinstatement, signedIn, sse, suspension, type Host } from './host.js';
import { possibleTypes } from './schema.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

export async function apollo(host: Host, schema: GraphQLSchema): Promise<void> {
  for (const useGETForHashedQueries of [false, true]) await persisted(host, schema, useGETForHashedQueries);
  await cached(host, schema);
}

function clientOf(host: Host, schema: GraphQLSchema, useGETForHashedQueries: boolean) {
  const { fetch, sent } = signedIn(host);
  const stream = sse(host);
  const events = new ApolloLink(
    (operation) =>
      new Observable<FormattedExecutionResult>((sink) =>
        stream.client.subscribe(
          { query: print(operation.query), variables: operation.variables, operationName: operation.operationName },
          {
            next: (result) => sink.next(result as FormattedExecutionResult),
            error: (fault) => sink.error(fault),
            complete: () => sink.complete(),
          },
        ),
      ),
  );
  const http = new PersistedQueryLink({ sha256, useGETForHashedQueries }).concat(new HttpLink({ uri: host.url, fetch }));
  const client = new ApolloClient({
    cache: new InMemoryCache({
      possibleTypes: possibleTypes(schema),
      typePolicies: { Query: { fields: { licences: relayStylePagination(['where', 'order']) } } },
    }),
    link: ApolloLink.split((operation) => operation.operationType === OperationTypeNode.SUBSCRIPTION, events, http),
  });
  return { client, sent, stream };
}

/** The hash first; the text once, when the server does not know it; then the hash alone. */
async function persisted(host: Host, schema: GraphQLSchema, byGet: boolean): Promise<void> {
  const { client, sent } = clientOf(host, schema, byGet);
  const numbers = host.subjects.licences.apollo;
  // A document that no other client has sent, by its name.
  const query = {
    ...LicencesDocument,
    definitions: LicencesDocument.definitions.map((one) =>
      one.kind === 'OperationDefinition' ? { ...one, name: { ...one.name!, value: `Licences${byGet ? 'Get' : 'Post'}` } } : one,
    ),
  };
  for (let time = 0; time < 2; time++) {
    const { data, error } = await client.query({ query, variables: pageOf(numbers), fetchPolicy: 'network-only' });
    assert.equal(error, undefined);
    assert.equal(data?.licences.totalCount, numbers.length);
  }
  const hashed = byGet ? 'GET' : 'POST';
  assert.deepEqual(
    sent.map((one) => [one.method, one.query !== undefined]),
    [
      [hashed, false],
      ['POST', true],
      [hashed, false],
    ],
  );
  const hash = sha256(sent[1]!.query!);
  for (const one of sent) assert.deepEqual(one.extensions?.persistedQuery, { version: 1, sha256Hash: hash });
  client.stop();
}

async function cached(host: Host, schema: GraphQLSchema): Promise<void> {
  const { client, stream } = clientOf(host, schema, false);
  const numbers = host.subjects.licences.apollo;

  // Two pages become one list.
  const first = await client.query({ query: LicencesDocument, variables: pageOf(numbers) });
  const after = first.data!.licences.pageInfo.endCursor!;
  const watched = client.watchQuery({ query: LicencesDocument, variables: pageOf(numbers) });
  const watching = watched.subscribe({});
  await watched.fetchMore({ variables: { after } });
  watching.unsubscribe();
  const listed = () =>
    client.readQuery({ query: LicencesDocument, variables: pageOf(numbers) })!.licences.edges.map(({ node }) => node);
  assert.deepEqual(
    listed().map((licence) => licence.number),
    numbers,
  );
  const day: string = listed()[0]!.validTo;
  assert.match(day, /^\d{4}-\d{2}-\d{2}$/);

  // What lists show is kept by its id, once.
  const { data } = await client.query({
    query: CaseWithWorkDocument,
    variables: { number: host.subjects.case, officer: host.subjects.officer },
  });
  assert.equal(data!.case!.number, host.subjects.case);
  const kept = client.extract() as NormalizedCacheObject;
  const items = [
    ...data!.case!.deadlines,
    ...data!.case!.handovers,
    ...data!.case!.history.edges.map(({ node }) => node),
    ...data!.openWork.nodes,
    ...data!.deadlines.nodes,
    ...data!.journal.nodes,
  ];
  for (const item of items) assert.ok(kept[`${item.__typename}:${item.id}`], `${item.__typename} is not kept by its id`);
  assert.deepEqual([...new Set(items.map((item) => item.__typename))].sort(), [
    'Deadline',
    'JournalEntry',
    'SectionHandover',
    'WorkItem',
  ]);
  const ids = [...new Set(items.map((item) => item.id))];
  const again = await client.query({ query: AgainDocument, variables: { ids } });
  assert.deepEqual(
    again.data!.nodes.map((node) => node?.id),
    ids,
  );

  // A mutation's answer changes the list; a refusal is a value of the union.
  const number = numbers[0]!;
  const done = await client.mutate({ mutation: SuspendDocument, variables: { input: suspension(number) } });
  assert.equal(done.data!.suspendLicence.errors, null);
  assert.equal(listed()[0]!.status, 'SUSPENDED');
  const refused = (await client.mutate({ mutation: SuspendDocument, variables: { input: suspension(number) } })).data!
    .suspendLicence.errors![0]!;
  assert.ok(refused.__typename === 'LicenceNotActiveError');
  assert.deepEqual([refused.code, refused.status], ['LICENCE_NOT_ACTIVE', 'SUSPENDED']);

  // So does a notice.
  const { id } = listed()[0]!;
  const notice = new Promise<string>((resolve, reject) => {
    client.subscribe({ query: ChangedDocument, variables: { subject: id } }).subscribe({
      next: (result) => (result.error ? reject(result.error) : resolve(result.data!.changed.entry.kind)),
      error: reject,
    });
  });
  await stream.open;
  await fetchedElsewhere(host, number);
  assert.equal(await notice, 'licence.reinstated');
  const shown = client.readFragment({ id: `Licence:${id}`, fragment: LicencePartsFragmentDoc, fragmentName: 'LicenceParts' });
  assert.equal(shown!.status, 'ACTIVE');
  stream.client.dispose();
  client.stop();
}

/** Somebody else's client, with a cache of its own. */
async function fetchedElsewhere(host: Host, number: string): Promise<void> {
  const other = new ApolloClient({
    cache: new InMemoryCache(),
    link: new HttpLink({ uri: host.url, fetch: signedIn(host).fetch }),
  });
  const done = await other.mutate({ mutation: ReinstateDocument, variables: { input: reinstatement(number) } });
  assert.equal(done.data!.reinstateLicence.errors, null);
  other.stop();
}
