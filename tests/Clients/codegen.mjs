// What each scalar is in TypeScript; docs/api.md has the same table. One that is not named here fails the build (strictScalars).
const scalars = { ID: 'string', LocalDate: 'string', DateTime: 'string', Decimal: 'number', UUID: 'string' };

export default {
    schema: '../../src/GraphQL/schema.graphql',
    documents: 'src/documents.graphql',
    generates: {
        'src/generated/operations.ts': {
            plugins: ['typescript', 'typescript-operations', 'typed-document-node'],
            config: { scalars, strictScalars: true, useTypeImports: true, enumsAsTypes: true },
        },
    },
};
