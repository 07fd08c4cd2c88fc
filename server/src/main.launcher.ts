/**
 * The language server's entrance for Node: `okr-language-server --stdio | --node-ipc | --socket=PORT | --pipe=NAME`.
 *
 * The server itself is the file beside it, one script for Node and for workers. Compiling that takes a fifth of a start,
 * so what V8 has made of it is kept for the next one.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { optimiseFor } from './launcher/effort';
import { folderForCode } from './launcher/folder';
import { compile, keep, keptFile } from './launcher/kept-code';

/** Tells one build from the next; empty while somebody works on the code. */
declare const OKRLINT_BUILD: string;

const FILE = 'language-server.js';
/** Milliseconds after which a server has run what a start needs, and has answered whoever waited for it. */
const SETTLED = 3000;

type Module = (require: NodeJS.Require, filename: string, dirname: string) => void;

/** Code compiled under other flags (to be debugged, say) is of no use to others: then nothing is kept. */
async function launch(): Promise<void> {
  optimiseFor('typing');
  const filename = join(__dirname, FILE);
  const code = readFileSync(filename, 'utf8');
  const folder = OKRLINT_BUILD && process.execArgv.length === 0 ? await folderForCode() : undefined;
  const file = folder === undefined ? undefined : keptFile(folder, `server-${OKRLINT_BUILD}`);
  const { script, kept } = compile(`(function (require, __filename, __dirname) {${code}\n})`, filename, file);
  (script.runInThisContext() as Module)(createRequire(filename), filename, dirname(filename));
  if (file === undefined || kept) return;
  const keepIt = () => {
    // Under other flags than those of a start it would be refused.
    optimiseFor('typing');
    keep(script, file);
  };
  setTimeout(keepIt, SETTLED).unref();
}

launch().catch((error: unknown) => {
  console.error(
    `okrlint: the language server cannot start: ${error instanceof Error ? error.message : error}`,
  );
  console.error('If its files are incomplete, install okrlint again.');
  process.exit(1);
});
