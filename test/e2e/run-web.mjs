#!/usr/bin/env node
// @ts-check
/**
 * The end-to-end suite in the web extension host of VS Code 1.91 (the oldest supported), in a browser without a window.
 *
 *   --grep=X    runs only tests whose name holds X
 *   --verbose   also prints what VS Code logs
 */
import { summaryLine } from '../../scripts/lib/summary.mjs';
import { freePort, serveWeb } from '../../scripts/lib/web.mjs';
import { runSuiteInPage } from './lib/host-run.mjs';
import { main } from './lib/main.mjs';
import { stageExtension } from './lib/stage.mjs';

/** What is open besides the tests; see suite/index.ts for which of them run where. */
const WORKSPACES = [
  { what: 'a folder', workspace: undefined },
  { what: 'no folder', workspace: /** @type {const} */ (false) },
  { what: 'several folders', workspace: 'several.code-workspace' },
];

await main(async () => {
  const stage = await stageExtension();
  const total = { passed: 0, failed: 0, skipped: 0 };
  let passed = true;
  try {
    for (const { what, workspace } of WORKSPACES) {
      console.log(`With ${what} open`);
      const server = await serveWeb({
        extension: stage.extension,
        tests: stage.tests,
        others: [stage.neighbour],
        folder: stage.workspace,
        workspace,
        port: await freePort(),
      });
      try {
        const counts = await runSuiteInPage({ host: 'web', address: server.address, timeoutSeconds: 300 });
        for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) total[key] += counts[key];
        passed &&= counts.failed === 0 && counts.passed > 0;
      } finally {
        server.close();
      }
    }
  } finally {
    stage.remove();
  }
  console.log(`\n${summaryLine(total)}`);
  return passed;
});
