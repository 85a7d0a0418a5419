// The schema as clients get it: by introspection, and as text. Both must say the same.
import assert from 'node:assert/strict';
import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  isAbstractType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import { signedIn, type Host } from './host.js';

export async function readSchema(host: Host): Promise<{ schema: GraphQLSchema; introspection: IntrospectionQuery }> {
  const { fetch } = signedIn(host);
  const query = getIntrospectionQuery({
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  });
  const asked = await fetch(host.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query }),
  });
  const answer = (await asked.json()) as { data: IntrospectionQuery; errors?: unknown };
  assert.equal(answer.errors, undefined);
  const schema = buildClientSchema(answer.data);

  const told = await fetch(`${host.url}?sdl`);
  assert.equal(told.headers.get('content-type'), 'application/graphql; charset=utf-8');
  assert.equal(
    printSchema(lexicographicSortSchema(schema)),
    printSchema(lexicographicSortSchema(buildSchema(await told.text()))),
  );
  for (const scalar of Object.values(schema.getTypeMap()).filter(isScalarType)) {
    assert.ok(isSpecifiedScalarType(scalar) || URL.canParse(scalar.specifiedByURL ?? ''), scalar.name);
  }
  return { schema, introspection: answer.data };
}

/** What an interface or union can be; Apollo's cache asks for it. */
export const possibleTypes = (schema: GraphQLSchema) =>
  Object.fromEntries(
    Object.values(schema.getTypeMap())
      .filter(isAbstractType)
      .map((type) => [type.name, schema.getPossibleTypes(type).map((one) => one.name)]),
  );

/** The types without an id: values of the object that they stand in, which urql's cache keeps there. */
export const embedded = (schema: GraphQLSchema) => {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !type.name.startsWith('__') && !roots.includes(type) && !type.getFields().id)
    .map((type) => type.name);
};
