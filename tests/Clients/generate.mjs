// node generate.mjs: has relay-compiler and graphql-codegen make what they make of the reviewed schema, and compiles it with the
// clients that use it.
// A warning of any of them is a fault. Relay's documents go to persisted/, for GraphQL:DocumentsFolder.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const generated = join(here, 'src', 'generated');
const persisted = join(here, 'persisted');

for (const folder of [generated, persisted, join(here, 'built')]) rmSync(folder, { recursive: true, force: true });
mkdirSync(join(generated, 'relay'), { recursive: true });
mkdirSync(persisted, { recursive: true });
writeFileSync(join(persisted, 'documents.json'), '{}');

run('relay-compiler', 'cli.js', ['relay.config.json']);
run('@graphql-codegen/cli', 'cjs/bin.js', ['--config', 'codegen.mjs']);
for (const [hash, text] of Object.entries(JSON.parse(readFileSync(join(persisted, 'documents.json'), 'utf8')))) {
    writeFileSync(join(persisted, `${hash}.graphql`), text);
}
for (const file of readdirSync(generated, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())) {
    const untyped = readFileSync(join(file.parentPath, file.name), 'utf8')
        .split('\n')
        .find((line) => /:\s*any\b|<any\b|\bany\[\]/.test(line));
    if (untyped) fail(`${file.name} has a value without a type: ${untyped.trim()}`);
}
run('typescript', 'bin/tsc', ['--project', here]);

function run(name, script, args) {
    const done = spawnSync(process.execPath, [join(here, 'node_modules', name, script), ...args], {
        cwd: here,
        encoding: 'utf8',
        env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    });
    const said = `${done.stdout}${done.stderr}`;
    if (done.status !== 0 || /\bwarn(ing)?\b/i.test(said)) fail(`${name}:\n${said}`);
}

function fail(reason) {
    console.error(reason);
    process.exit(1);
}
