#!/usr/bin/env node
// @ts-check
/**
 * `npm run size`: what is shipped and what its start costs, against the budget; ends with 1 where something has
 * outgrown it. Needs a build.
 * `--json FILE` also writes the figures.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { activationTime } from './lib/activation.mjs';
import { packZip } from './lib/vsix.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const KB = 1024;

/**
 * Kilobytes. What travels is compressed (VSIX and npm package are archives), and that is what the budgets are about;
 * the plain size is what has to be read at start, a third of the server being knowledge.
 */
const BUDGETS = [
  { file: 'dist/language-server.js', packed: 350, plain: 1250 },
  { file: 'dist/extension.js', packed: 125, plain: 500 },
  // No part of the VSIX.
  { file: 'dist/cli.js', packed: 450, plain: 1500 },
];
const VSIX_BUDGET = 500;
/** Milliseconds of processor time until the extension has started its server. */
const ACTIVATION_BUDGET = 50;
/** The two files about the package that vsce writes into it, compressed. */
const MANIFEST_BYTES = 2 * KB;

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const rows = BUDGETS.flatMap(({ file, packed, plain }) => {
  const content = readFileSync(path.join(ROOT, file));
  return [
    row(`${file}, compressed`, gzipSync(content, { level: 9 }).length / KB, packed),
    row(`${file}, plain`, content.length / KB, plain),
  ];
});
rows.push(row('VSIX', (await vsixSize()) / KB, VSIX_BUDGET));
rows.push(
  row('activation', activationTime(path.join(ROOT, 'dist'), ACTIVATION_BUDGET), ACTIVATION_BUDGET, 'ms'),
);

for (const { what, amount, unit, budget } of rows) {
  const mark = amount <= budget ? 'ok' : 'TOO MUCH';
  console.log(
    `${what.padEnd(34)}${amount.toFixed(0).padStart(6)} ${unit} of ${String(budget).padStart(5)}  ${mark}`,
  );
}
if (values.json) writeFileSync(values.json, `${JSON.stringify(rows, undefined, 2)}\n`);
const failed = rows.filter(({ amount, budget }) => amount > budget).length;
console.log(`${rows.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/**
 * @param {string} what
 * @param {number} amount
 * @param {number} budget
 */
function row(what, amount, budget, unit = 'KB') {
  return { what, amount, unit, budget };
}

/** Bytes of a VSIX with what is built: the files that vsce would take, packed as `npm run package` packs them, without a build. */
async function vsixSize() {
  const vsce = createRequire(import.meta.url)('@vscode/vsce');
  const files = await vsce.listFiles({ cwd: ROOT, packageManager: vsce.PackageManager.None });
  const content = Object.fromEntries(
    files.map((/** @type {string} */ file) => [`extension/${file}`, readFileSync(path.join(ROOT, file))]),
  );
  return (await packZip(content)).length + MANIFEST_BYTES;
}
