// node bundle.mjs FOLDER: writes graphiql.js, graphiql.css and the licences of what is in them to FOLDER.
import { build } from 'esbuild';

const [folder] = process.argv.slice(2);

await build({
  entryPoints: { graphiql: 'page.jsx' },
  outdir: folder,
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  loader: { '.woff': 'dataurl', '.woff2': 'dataurl', '.ttf': 'dataurl', '.svg': 'dataurl' },
  // Each package's licence goes with its code.
  legalComments: 'linked',
  logLevel: 'warning',
});
