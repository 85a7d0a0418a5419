// node build.mjs schema             the types of the schema, for the editor and the type checker
// node build.mjs all FOLDER         everything: packages, types, check, bundle; the bundle goes to FOLDER
// Ends with 75 when the packages could not be fetched, with 1 when the dashboard has a fault.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { writeSchema } from './schema.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const readSchema = () => writeSchema(join(here, '../GraphQL/schema.graphql'), join(here, 'generated'));
const [step, folder] = process.argv.slice(2);

const filesIn = (at) => readdirSync(at, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? filesIn(join(at, entry.name)) : [join(at, entry.name)]));
const run = (command, args) => spawnSync(command, args, { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1;
const must = (status) => status === 0 || process.exit(1);

// One build at a time, whoever starts it: a lock file that names its process. One whose process is gone is taken over.
async function alone(lock, work) {
  for (;;) {
    try {
      const held = openSync(lock, 'wx');
      writeFileSync(held, String(process.pid));
      closeSync(held);
      break;
    } catch (fault) {
      if (fault.code !== 'EEXIST') throw fault;
      if (!isAlive(Number(readFileSync(lock, 'utf8')))) rmSync(lock, { force: true });
      else await new Promise((done) => setTimeout(done, 300));
    }
  }
  process.on('exit', () => rmSync(lock, { force: true }));
  await work();
}

function isAlive(pid) {
  try {
    return pid === 0 || process.kill(pid, 0);
  } catch (fault) {
    return fault.code === 'EPERM';
  }
}

// The packages are fetched anew only when the lock file says something else than what was fetched.
function fetchPackages() {
  const stamp = join(here, 'node_modules/.fetched');
  const wanted = createHash('sha256').update(readFileSync(join(here, 'package-lock.json'))).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--fetch-retries=1', '--loglevel=error']) !== 0) process.exit(75);
  writeFileSync(stamp, wanted);
}

// Every document in the sources, with the fragments of all, held against the schema: the type checker sees types, not documents.
async function checkDocuments(schema) {
  const { parse, specifiedRules, validate, NoUnusedFragmentsRule } = await import('graphql');
  const rules = specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule);
  const documents = filesIn(join(here, 'src')).filter((file) => /\.tsx?$/.test(file)).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/graphql\(\s*`([^`]*)`/g)].map(([, text]) => ({ file, document: parse(text) })));
  // The names that concepts bring are spread where any subject may stand; there they must not contradict each other.
  const names = documents.filter(({ file }) => /\bconcept\.tsx$/.test(file)).flatMap(({ document }) => document.definitions.map(({ name }) => `...${name.value}`));
  documents.push({ file: join(here, 'src/parts/Subject.tsx'), document: parse(`query Names { node(id: "") { ${names.join(' ')} } }`) });
  const fragments = documents.flatMap(({ document }) => document.definitions.filter((one) => one.kind === 'FragmentDefinition'));
  const faults = documents.flatMap(({ file, document }) => {
    const own = new Set(document.definitions);
    const whole = { ...document, definitions: [...document.definitions, ...fragments.filter((one) => !own.has(one))] };
    return validate(schema, whole, rules).map((fault) => `${relative(here, file)}: error: ${fault.message}`);
  });
  for (const fault of new Set(faults)) console.error(fault);
  must(faults.length);
}

// What the silo registers when it starts.
async function writeDocuments(at) {
  const { readDocuments } = await import('./documents.mjs');
  const makes = filesIn(join(here, 'src')).filter((file) => /\.tsx?$/.test(file) && /\bgraphql\(/.test(readFileSync(file, 'utf8')));
  const documents = await readDocuments(here, makes.map((file) => `/${relative(here, file).replaceAll('\\', '/')}`));
  writeFileSync(join(at, 'documents.json'), JSON.stringify(documents));
}

// Compressed once, here, and not at each request.
function compress(at) {
  for (const file of filesIn(at).filter((name) => /\.(js|css|svg)$/.test(name) && statSync(name).size > 300)) {
    const content = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }));
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}

if (step === 'schema') {
  await readSchema();
} else {
  const target = resolve(folder ?? join(here, 'dist'));
  mkdirSync(dirname(target), { recursive: true });
  const asked = Date.now();
  await alone(`${target}.lock`, async () => {
    // Another build may have done it while this one waited.
    const page = join(target, 'index.html');
    if (existsSync(page) && statSync(page).mtimeMs > asked) return;
    fetchPackages();
    await checkDocuments(await readSchema());
    must(run(process.execPath, [join(here, 'node_modules/typescript/bin/tsc'), '--noEmit']));
    const fresh = `${target}.new`;
    must(run(process.execPath, [join(here, 'node_modules/vite/bin/vite.js'), 'build', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn']));
    compress(fresh);
    await writeDocuments(fresh);
    rmSync(target, { recursive: true, force: true });
    renameSync(fresh, target);
    const now = new Date();
    utimesSync(page, now, now);
  });
}
