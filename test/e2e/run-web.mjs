#!/usr/bin/env node
// @ts-check
/**
 * The end-to-end suite in the web extension host of VS Code 1.91 (the oldest supported), in a browser without a window.
 * `--verbose` also prints what VS Code logs.
 */
import { freePort, serveWeb } from '../../scripts/lib/web.mjs';
import { runSuiteInPage } from './lib/host-run.mjs';
import { main } from './lib/main.mjs';
import { stageExtension } from './lib/stage.mjs';

await main(async () => {
  const stage = await stageExtension();
  const server = await serveWeb({
    extension: stage.extension,
    tests: stage.tests,
    folder: stage.workspace,
    port: await freePort(),
  });
  try {
    return await runSuiteInPage({ host: 'web', address: server.address, timeoutSeconds: 180 });
  } finally {
    server.close();
    stage.remove();
  }
});
