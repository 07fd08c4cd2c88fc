#!/usr/bin/env node
// @ts-check
/** All end-to-end runs, one after the other: web extension host, Node.js extension host, user interface. */
import path from 'node:path';
import { run } from '../../scripts/lib/process.mjs';
import { readCounts, summaryLine } from '../../scripts/lib/summary.mjs';
import { ROOT } from './lib/paths.mjs';

const total = { passed: 0, failed: 0, skipped: 0 };
for (const name of ['run-web.mjs', 'run-node.mjs', 'run-ui.mjs']) {
  console.log(`\n=== ${name}`);
  const { code, output } = await run(
    process.execPath,
    [path.join('test/e2e', name), ...process.argv.slice(2)],
    {
      cwd: ROOT,
    },
  );
  const counts = readCounts(output) ?? { passed: 0, failed: 0, skipped: 0 };
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
}
console.log(`\n${summaryLine(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;
