import { initGraphQLTada } from 'gql.tada';
import type { introspection } from '../../generated/schema';

/** Documents are typed by the committed schema; build.mjs holds each of them against it. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { LocalDate: string; DateTime: string; Decimal: number; UUID: string; ID: string };
}>();

export type { ResultOf, VariablesOf } from 'gql.tada';
