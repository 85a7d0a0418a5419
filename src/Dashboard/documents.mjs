// The documents that the dashboard sends, by their SHA-256: what the silo registers when it starts, so that their hashes alone are sent.
// Documents are put together while the modules load (fragments of other pages, names that concepts bring), so the modules are loaded here,
// without a browser.
import { createHash } from 'node:crypto';
import { createServer } from 'vite';

/** SHA-256 → the document as it is sent, for what the modules make and for every command. */
export async function readDocuments(root, modules) {
  // The one thing of a browser that modules look at while they load.
  Object.defineProperty(globalThis, 'localStorage', { value: { getItem: () => null }, configurable: true });
  const server = await createServer({
    root,
    plugins: [keepsDocuments],
    server: { middlewareMode: true, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
    appType: 'custom',
    logLevel: 'warn',
  });
  try {
    // In the order of the page: the concepts first.
    for (const module of ['/src/parts/concepts.ts', ...modules]) await server.ssrLoadModule(module);
    const { made } = await server.ssrLoadModule(maker);
    const { textOf } = await server.ssrLoadModule('/src/app/documents.ts');
    const { askingOf, canBeAsked, commandNames, documentOf } = await server.ssrLoadModule('/src/parts/command.ts');
    const isSent = ({ definitions }) => definitions.some(({ kind }) => kind === 'OperationDefinition');
    const given = [...commandNames.map(documentOf), ...commandNames.filter(canBeAsked).map(askingOf)];
    const texts = [...new Set([...made.filter(isSent), ...given].map(textOf))].sort();
    return Object.fromEntries(texts.map((text) => [createHash('sha256').update(text).digest('hex'), text]));
  } finally {
    await server.close();
  }
}

const maker = '/src/app/graphql.ts';

const keepsDocuments = {
  name: 'keeps-documents',
  enforce: 'pre',
  load: (id) => (id.replaceAll('\\', '/').endsWith(maker) ? `
    import { initGraphQLTada } from 'gql.tada';
    const make = initGraphQLTada();
    export const made = [];
    export const graphql = (...parts) => {
      const document = make(...parts);
      made.push(document);
      return document;
    };
  ` : null),
};
