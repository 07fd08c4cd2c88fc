#!/usr/bin/env node
// @ts-check
/**
 * The end-to-end suite in the desktop (Node.js) extension host, by way of code-server. The first run installs it.
 * `--verbose` also prints what VS Code logs.
 */
import path from 'node:path';
import { installCodeServer, startCodeServer } from './lib/code-server.mjs';
import { runSuiteInPage } from './lib/host-run.mjs';
import { main } from './lib/main.mjs';
import { stageExtension } from './lib/stage.mjs';

await main(async () => {
  const folder = await installCodeServer();
  const stage = await stageExtension();
  try {
    const server = await startCodeServer({ folder, data: path.join(stage.folder, 'code-server') });
    try {
      return await runSuiteInPage({
        host: 'Node.js',
        address: page(server.authority, stage),
        timeoutSeconds: 180,
      });
    } finally {
      server.close();
    }
  } finally {
    stage.remove();
  }
});

/**
 * The address of a workbench that loads the extension from its folder and runs the tests in its extension host.
 *
 * @param {string} authority
 * @param {import('./lib/stage.mjs').Stage} stage
 */
function page(authority, { extension, tests, workspace }) {
  const remote = (/** @type {string} */ file) => `vscode-remote://${authority}${file}`;
  const payload = [
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(tests)],
    ['skipWelcome', 'true'],
  ];
  const query = new URLSearchParams({ folder: workspace, payload: JSON.stringify(payload) });
  return `http://${authority}/?${query}`;
}
