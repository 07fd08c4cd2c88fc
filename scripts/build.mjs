/**
 * Bundles the program with esbuild into `dist/`:
 *
 * - `extension.js`, the client, and `language-server.js`, the server: each one file that runs in Node and in a Web Worker
 *   alike and loads the entrance that fits, because two bundles with the same content twice would double the VSIX;
 * - `server.js`, which starts the server in Node, with what has been compiled of it before;
 * - `scorecard.js`, the page of the scorecard in the editor;
 * - `cli.js`, the command line;
 * - `library.mjs`, the service for other programs;
 * - `THIRD-PARTY-NOTICES.txt`, the licences of every package that is in one of them.
 *
 * `--small` is for what is shipped and tested: it takes terser's time to save a further twentieth. `--watch` rebuilds on change, `--dev` keeps the code readable, `--meta` writes `dist/meta.json` for looking at sizes.
 */
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { minify } from 'terser';
import {
  knowledge,
  leanRules,
  nodeTransports,
  noEntities,
  noVersionCheck,
  ownGlobs,
  textForFile,
  usedParts,
} from './lib/bundle-plugins.mjs';
import { noticesOf } from './lib/notices.mjs';
import { usedProtocol, usedTypes } from './lib/protocol-types.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const flags = new Set(process.argv.slice(2));
const dev = flags.has('--dev') || flags.has('--watch');

/** Only a worker has `importScripts`; neither Node nor VS Code's Node extension host does. */
const IN_WORKER = "typeof importScripts === 'function'";

const CLIENT = `
import * as inNode from './client/src/extension.node';
import * as inBrowser from './client/src/extension.web';
export const { activate, deactivate } = ${IN_WORKER} ? inBrowser : inNode;
`;

const SERVER = `
import { main as inNode } from './server/src/main.node';
import { main as inWorker } from './server/src/main.worker';
void (${IN_WORKER} ? inWorker() : inNode(process.argv.slice(2)));
`;

/** @type {esbuild.BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: ['node20', 'es2022'],
  // Node's own modules are asked for only where Node is; everything else is taken in the variant that runs anywhere.
  mainFields: ['module', 'browser', 'main'],
  minify: !dev,
  sourcemap: dev ? 'linked' : false,
  // Else esbuild makes each `/\p{L}/u` a `new RegExp`, which is compiled anew wherever it stands in a function.
  supported: { 'regexp-unicode-property-escapes': true },
  // Their licences go into a file of their own.
  legalComments: 'none',
  // Vietnamese as it is: escapes would double the size of the knowledge.
  charset: 'utf8',
  logLevel: 'warning',
  metafile: true,
  // Its main file hides its parts from bundlers.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  plugins: [knowledge(), noEntities()],
  define: {
    OKRLINT_VERSION: JSON.stringify(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version),
    // Some ES modules ask where they are to make a `require` of their own; in a bundle that is this file.
    'import.meta.url': 'importMetaUrl',
  },
};
const anywhere = {
  // Packages that know Node also know the browser: only the transports are wanted in both variants.
  platform: 'neutral',
  conditions: ['worker', 'browser', 'module'],
  external: [...builtinModules, 'node:*'],
};
const here =
  "const importMetaUrl = typeof __filename === 'string' ? require('node:url').pathToFileURL(__filename).href : '';";
const SHEBANG = '#!/usr/bin/env node';

/** @param {string} contents */
const virtual = (contents) => ({ stdin: { contents, resolveDir: root, sourcefile: 'entry.js' } });

/** @type {esbuild.BuildOptions[]} */
const entries = [
  {
    ...anywhere,
    ...virtual(CLIENT),
    format: 'cjs',
    outfile: 'dist/extension.js',
    external: ['vscode', ...anywhere.external],
    plugins: [knowledge(), nodeTransports(), noVersionCheck(), ownGlobs(root)],
  },
  {
    ...anywhere,
    ...virtual(SERVER),
    banner: { js: here },
    format: 'iife',
    outfile: 'dist/language-server.js',
    plugins: [
      knowledge(),
      noEntities(),
      leanRules(),
      textForFile(),
      usedParts(),
      nodeTransports(),
      usedTypes(root),
      usedProtocol(root),
    ],
  },
  {
    banner: { js: `${SHEBANG}\n${here}` },
    entryPoints: ['server/src/main.cli.ts'],
    format: 'cjs',
    outfile: 'dist/cli.js',
  },
  {
    platform: 'browser',
    entryPoints: ['client/src/scorecard/view/main.ts'],
    format: 'iife',
    target: 'es2022',
    outfile: 'dist/scorecard.js',
  },
  // For other programs, in Node or a browser: nothing in it knows where it runs, and it needs nothing else.
  {
    ...anywhere,
    entryPoints: ['server/src/library.ts'],
    format: 'esm',
    outfile: 'dist/library.mjs',
    external: [],
    define: { OKRLINT_VERSION: common.define.OKRLINT_VERSION },
  },
];

/** @param {string} build Another one for each other server. */
const launcher = (build) => ({
  banner: { js: SHEBANG },
  entryPoints: ['server/src/main.launcher.ts'],
  format: 'cjs',
  outfile: 'dist/server.js',
  define: { ...common.define, OKRLINT_BUILD: JSON.stringify(build) },
});

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
// The sources are ES modules, the bundles are not: this keeps Node from guessing by the nearest package.json.
writeFileSync(join(dist, 'package.json'), '{ "type": "commonjs" }\n');

if (flags.has('--watch')) {
  for (const entry of [...entries, launcher('')])
    await (await esbuild.context({ ...common, ...entry })).watch();
  console.log('Watching. Ctrl+C ends it.');
} else {
  const results = await Promise.all(entries.map((entry) => esbuild.build({ ...common, ...entry })));
  if (flags.has('--small'))
    for (const file of ['extension.js', 'language-server.js']) await shrink(join(dist, file));
  const server = readFileSync(join(dist, 'language-server.js'));
  const build = createHash('sha256').update(server).digest('hex').slice(0, 16);
  results.push(await esbuild.build({ ...common, ...launcher(build) }));
  for (const bin of ['cli.js', 'server.js']) chmodSync(join(dist, bin), 0o755);
  const metafiles = results.map(({ metafile }) => metafile);
  writeFileSync(join(dist, 'THIRD-PARTY-NOTICES.txt'), noticesOf(root, metafiles));
  for (const [file, { bytes }] of metafiles.flatMap(({ outputs }) => Object.entries(outputs)))
    if (/\.m?js$/.test(file)) console.log(`${file}  ${(bytes / 1024).toFixed(0)} KB`);
  if (flags.has('--meta')) writeFileSync(join(dist, 'meta.json'), JSON.stringify(metafiles));
}

/** Minifies a bundle once more. Both are scripts whose names at the top nobody else uses. */
async function shrink(file) {
  const { code } = await minify(readFileSync(file, 'utf8'), {
    ecma: 2020,
    compress: {
      passes: 4,
      // Functions whose parameters nobody counts and that are never called with `new`.
      keep_fargs: false,
      unsafe_arrows: true,
      unsafe_methods: true,
      // These make it no shorter, but like one another, which is what compresses: 1.5 KB.
      inline: 1,
      hoist_funs: true,
      lhs_constants: false,
      sequences: false,
    },
    mangle: { toplevel: true },
    format: { comments: false, shebang: true },
  });
  writeFileSync(file, code);
}
