// @ts-check
/**
 * What the end-to-end tests run on: a temporary folder with exactly the files that the VSIX would hold, so that a
 * file forgotten in .vscodeignore fails here and not at the user's.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './paths.mjs';

/** `--grep=X` runs only tests whose name holds X. */
const GREP = process.argv.find((argument) => argument.startsWith('--grep='))?.slice('--grep='.length) ?? '';

const vsce = createRequire(import.meta.url)('@vscode/vsce');

/**
 * @typedef {object} Stage
 * @property {string} folder The temporary folder; whatever else is put there is removed with it.
 * @property {string} extension Folder of the extension.
 * @property {string} neighbour Folder of another extension, to be active beside ours.
 * @property {string} tests CommonJS bundle of the mocha suite, inside `extension`.
 * @property {string} workspace Folder to open: the examples, and the documents of test/e2e/workspace.
 * @property {() => void} remove
 */

/** @returns {Promise<Stage>} */
export async function stageExtension() {
  const folder = mkdtempSync(path.join(tmpdir(), 'okrlint-e2e-'));
  const extension = path.join(folder, 'extension');
  const workspace = path.join(folder, 'workspace');
  for (const file of await packagedFiles()) {
    cpSync(path.join(ROOT, file), path.join(extension, file), { recursive: true });
  }
  cpSync(path.join(ROOT, 'examples'), path.join(workspace, 'examples'), { recursive: true });
  cpSync(path.join(ROOT, 'test', 'e2e', 'workspace'), workspace, { recursive: true });
  mkdirSync(path.join(extension, 'e2e'));
  const tests = path.join(extension, 'e2e', 'suite.js');
  await bundle('suite/index.ts', tests);
  const neighbour = path.join(folder, 'neighbour');
  await bundle('neighbour/extension.ts', path.join(neighbour, 'extension.js'));
  cpSync(path.join(ROOT, 'test/e2e/neighbour/package.json'), path.join(neighbour, 'package.json'));
  return {
    folder,
    extension,
    neighbour,
    tests,
    workspace,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * @param {string} [root]
 * @returns {Promise<string[]>} The files of the VSIX, relative to `root`, with forward slashes.
 */
export function packagedFiles(root = ROOT) {
  return vsce.listFiles({ cwd: root, packageManager: vsce.PackageManager.None });
}

/**
 * One CommonJS file for both extension hosts. It asks for Node's modules only where Node is; the suite brings mocha's
 * browser build.
 *
 * @param {string} entry Below test/e2e.
 * @param {string} outfile
 */
async function bundle(entry, outfile) {
  await build({
    entryPoints: [path.join(ROOT, 'test', 'e2e', entry)],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    // Neither host has a page.
    conditions: ['worker', 'module'],
    target: 'es2022',
    external: ['vscode', 'node:*'],
    define: { E2E_GREP: JSON.stringify(GREP) },
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}
