#!/usr/bin/env node
// @ts-check
/**
 * All end-to-end runs, one after the other: web extension host, Node.js extension host of old and new versions, user
 * interface.
 */
import path from 'node:path';
import { run } from '../../scripts/lib/process.mjs';
import { readCounts, summaryLine } from '../../scripts/lib/summary.mjs';
import { ROOT } from './lib/paths.mjs';

const RUNS = [
  ['run-web.mjs'],
  ['run-node.mjs', '--oldest'],
  ['run-node.mjs'],
  ['run-node.mjs', '--newest'],
  ['run-ui.mjs'],
];

const total = { passed: 0, failed: 0, skipped: 0 };
for (const [script = '', ...args] of RUNS) {
  console.log(`\n=== ${[script, ...args].join(' ')}`);
  const { code, output } = await run(process.execPath, [path.join('test/e2e', script), ...args], {
    cwd: ROOT,
  });
  const counts = readCounts(output) ?? { passed: 0, failed: 0, skipped: 0 };
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
}
console.log(`\n${summaryLine(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;
