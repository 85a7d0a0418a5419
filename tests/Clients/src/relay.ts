import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import type {
  ConcreteRequest,
  GraphQLResponse,
  MutationParameters,
  OperationType,
  RequestParameters,
  Variables,
} from 'relay-runtime';
import caseQuery, { type relayDocumentsCaseQuery } from './generated/relay/relayDocumentsCaseQuery.graphql.js';
import changedSubscription, {
  type relayDocumentsChangedSubscription,
} from './generated/relay/relayDocumentsChangedSubscription.graphql.js';
import deadlineQuery, { type relayDocumentsDeadlineQuery } from './generated/relay/relayDocumentsDeadlineQuery.graphql.js';
import entryQuery, { type relayDocumentsEntryQuery } from './generated/relay/relayDocumentsEntryQuery.graphql.js';
import handoverQuery, { type relayDocumentsHandoverQuery } from './generated/relay/relayDocumentsHandoverQuery.graphql.js';
import licencesQuery, { type relayDocumentsLicencesQuery } from './generated/relay/relayDocumentsLicencesQuery.graphql.js';
import reinstateMutation, {
  type relayDocumentsReinstateMutation,
} from './generated/relay/relayDocumentsReinstateMutation.graphql.js';
import suspendMutation, { type relayDocumentsSuspendMutation } from './generated/relay/relayDocumentsSuspendMutation.graphql.js';
import workQuery, { type relayDocumentsWorkQuery } from './generated/relay/relayDocumentsWorkQuery.graphql.js';
import { known, pageOf, reinstatement, signedIn, sse, suspension, type Host } from './host.js';

// The package is CommonJS whose names Node cannot see from outside.
const runtime = createRequire(import.meta.url)('relay-runtime') as typeof import('relay-runtime');
const {
  ConnectionHandler,
  Environment,
  Network,
  Observable,
  RecordSource,
  Store,
  commitLocalUpdate,
  commitMutation,
  createOperationDescriptor,
  fetchQuery,
  requestSubscription,
} = runtime;

export async function relay(host: Host): Promise<void> {
  const { environment, stream, sent } = environmentOf(host);
  const numbers = host.subjects.licences.relay;
  const ask = async <Query extends OperationType>(
    query: ConcreteRequest,
    variables: Query['variables'],
  ): Promise<Query['response']> => {
    // What is asked for stays in the store as it would while a page shows it.
    environment.retain(createOperationDescriptor(query, variables));
    return (await fetchQuery<Query>(environment, query, variables, { fetchPolicy: 'network-only' }).toPromise())!;
  };
  const give = <Mutation extends MutationParameters>(
    mutation: ConcreteRequest,
    variables: Mutation['variables'],
    to = environment,
  ): Promise<Mutation['response']> =>
    new Promise((resolve, reject) =>
      commitMutation<Mutation>(to, {
        mutation,
        variables,
        onCompleted: (answer, errors) => (errors ? reject(errors) : resolve(answer)),
        onError: reject,
      }),
    );

  // Two pages become one list.
  const { where } = pageOf(numbers);
  const listed = () => {
    let licences: { id: string; number: unknown; status: unknown }[] = [];
    commitLocalUpdate(environment, (store) => {
      const edges = ConnectionHandler.getConnection(store.getRoot(), 'relayDocuments_licences', { where })!.getLinkedRecords(
        'edges',
      )!;
      licences = edges
        .map((edge) => edge.getLinkedRecord('node')!)
        .map((node) => ({ id: node.getDataID(), number: node.getValue('number'), status: node.getValue('status') }));
    });
    return licences;
  };
  const first = await ask<relayDocumentsLicencesQuery>(licencesQuery, pageOf(numbers));
  const day: string = first.licences.edges[0]!.node.validTo;
  assert.match(day, /^\d{4}-\d{2}-\d{2}$/);
  await ask<relayDocumentsLicencesQuery>(licencesQuery, pageOf(numbers, first.licences.pageInfo.endCursor));
  assert.deepEqual(
    listed().map((licence) => licence.number),
    numbers,
  );

  // What lists show is refetched by its id, each by the query that the compiler made for it.
  const shown = await ask<relayDocumentsCaseQuery>(caseQuery, { number: host.subjects.case, officer: host.subjects.officer });
  const [deadline, handover, entry, work] = [
    shown.case!.deadlines[0]!,
    shown.case!.handovers[0]!,
    shown.case!.history.nodes[0]!,
    shown.openWork.nodes[0]!,
  ];
  await ask<relayDocumentsDeadlineQuery>(deadlineQuery, { id: deadline.id });
  await ask<relayDocumentsHandoverQuery>(handoverQuery, { id: handover.id });
  await ask<relayDocumentsEntryQuery>(entryQuery, { id: entry.id });
  await ask<relayDocumentsWorkQuery>(workQuery, { id: work.id });
  commitLocalUpdate(environment, (store) => {
    const found = [deadline, handover, entry, work].map(({ id }) => store.getRoot().getLinkedRecord('node', { id }));
    assert.deepEqual(
      found.map((one) => one?.getType()),
      ['Deadline', 'SectionHandover', 'JournalEntry', 'WorkItem'],
    );
    assert.deepEqual(
      found.map((one) => one?.getDataID()),
      [deadline, handover, entry, work].map(({ id }) => id),
    );
  });

  // A mutation's answer changes the list; a refusal is a value of the union.
  const number = numbers[0]!;
  assert.equal(
    (await give<relayDocumentsSuspendMutation>(suspendMutation, { input: suspension(number) })).suspendLicence.errors,
    null,
  );
  assert.equal(listed()[0]!.status, 'SUSPENDED');
  const refused = (await give<relayDocumentsSuspendMutation>(suspendMutation, { input: suspension(number) })).suspendLicence
    .errors![0]!;
  assert.ok(refused.__typename === 'LicenceNotActiveError');
  assert.deepEqual([refused.code, refused.status], ['LICENCE_NOT_ACTIVE', 'SUSPENDED']);

  // So does a notice.
  const { id } = listed()[0]!;
  const notice = new Promise<string>((resolve, reject) => {
    requestSubscription<relayDocumentsChangedSubscription>(environment, {
      subscription: changedSubscription,
      variables: { subject: id },
      onNext: (answer) => resolve(answer!.changed.entry.kind),
      onError: reject,
    });
  });
  await stream.open;
  assert.equal(
    (
      await give<relayDocumentsReinstateMutation>(
        reinstateMutation,
        { input: reinstatement(number) },
        environmentOf(host).environment,
      )
    ).reinstateLicence.errors,
    null,
  );
  assert.equal(await notice, 'licence.reinstated');
  assert.equal(listed()[0]!.status, 'ACTIVE');
  assert.ok(sent.length > 8 && sent.every((one) => one.query === undefined && /^sha256:[0-9a-f]{64}$/.test(one.documentId!)));
  stream.client.dispose();
}

function environmentOf(host: Host) {
  const { fetch, sent } = signedIn(host);
  const stream = sse(host);
  // A document is named, never sent.
  const idOf = (request: RequestParameters) => {
    assert.equal(request.text, null);
    return `sha256:${request.id}`;
  };
  const network = Network.create(
    async (request, variables) => {
      const response = await fetch(host.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
        body: JSON.stringify({ documentId: idOf(request), variables }),
      });
      return (await response.json()) as GraphQLResponse;
    },
    (request: RequestParameters, variables: Variables) =>
      Observable.create<GraphQLResponse>((sink) =>
        stream.client.subscribe(known(idOf(request), variables), {
          next: (result) => sink.next(result as GraphQLResponse),
          error: (fault) => sink.error(fault as Error),
          complete: () => sink.complete(),
        }),
      ),
  );
  return { environment: new Environment({ network, store: new Store(new RecordSource()) }), stream, sent };
}
