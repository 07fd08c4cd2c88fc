/**
 * Bundles every entry with esbuild into `dist/`: one file per entry, CommonJS for Node and the editor, a classic
 * script for the Web Worker. `--watch` rebuilds on change, `--dev` keeps the code readable, `--meta` writes
 * `dist/meta.json` for looking at sizes.
 */
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const flags = new Set(process.argv.slice(2));
const dev = flags.has('--dev') || flags.has('--watch');

const common = {
  absWorkingDir: root,
  bundle: true,
  target: 'es2022',
  minify: !dev,
  // Names of functions stay readable in stack traces that users report.
  keepNames: false,
  sourcemap: dev ? 'linked' : false,
  legalComments: 'none',
  // Vietnamese as it is: escapes would double the size of the knowledge.
  charset: 'utf8',
  logLevel: 'warning',
  metafile: true,
  // Its main file hides its parts from bundlers.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  define: {
    OKRLINT_VERSION: JSON.stringify(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version),
  },
};
const node = { platform: 'node', format: 'cjs', target: 'node20' };
const browser = {
  platform: 'browser',
  mainFields: ['browser', 'module', 'main'],
  conditions: ['worker', 'browser'],
};
// Some ES modules ask where they are to make a `require` of their own; in a CommonJS bundle that is this file.
const here = {
  banner: {
    js: "#!/usr/bin/env node\nconst importMetaUrl = require('node:url').pathToFileURL(__filename).href;",
  },
  define: { ...common.define, 'import.meta.url': 'importMetaUrl' },
};

const entries = [
  {
    ...node,
    entryPoints: ['client/src/extension.node.ts'],
    outfile: 'dist/extension.node.js',
    external: ['vscode'],
  },
  {
    ...browser,
    format: 'cjs',
    entryPoints: ['client/src/extension.web.ts'],
    outfile: 'dist/extension.web.js',
    external: ['vscode'],
  },
  { ...node, ...here, entryPoints: ['server/src/main.node.ts'], outfile: 'dist/server.node.js' },
  {
    ...browser,
    format: 'iife',
    entryPoints: ['server/src/main.worker.ts'],
    outfile: 'dist/server.worker.js',
  },
  { ...node, ...here, entryPoints: ['server/src/main.cli.ts'], outfile: 'dist/cli.js' },
];

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
// The sources are ES modules, the bundles are not: this keeps Node from guessing by the nearest package.json.
writeFileSync(join(dist, 'package.json'), '{ "type": "commonjs" }\n');

if (flags.has('--watch')) {
  for (const entry of entries) await (await esbuild.context({ ...common, ...entry })).watch();
  console.log('Watching. Ctrl+C ends it.');
} else {
  const results = await Promise.all(entries.map((entry) => esbuild.build({ ...common, ...entry })));
  for (const bin of ['cli.js', 'server.node.js']) chmodSync(join(dist, bin), 0o755);
  const outputs = results.flatMap((result) => Object.entries(result.metafile.outputs));
  for (const [file, { bytes }] of outputs)
    if (file.endsWith('.js')) console.log(`${file}  ${(bytes / 1024).toFixed(0)} KB`);
  if (flags.has('--meta'))
    writeFileSync(join(dist, 'meta.json'), JSON.stringify(results.map((r) => r.metafile)));
}
