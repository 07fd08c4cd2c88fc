#!/usr/bin/env node
// @ts-check
/**
 * The end-to-end suite in the desktop (Node.js) extension host, by way of code-server. The first run installs it.
 *
 *   --oldest    on VS Code 1.93 instead of 1.100
 *   --newest    on VS Code 1.139 (a big installation)
 *   --grep=X    runs only tests whose name holds X
 *   --verbose   also prints what VS Code logs
 */
import { mkdirSync, mkdtempSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser } from './lib/chromium.mjs';
import { EDITIONS, installCodeServer, startCodeServer } from './lib/code-server.mjs';
import { runSuiteInPage } from './lib/host-run.mjs';
import { main } from './lib/main.mjs';
import { OUT } from './lib/paths.mjs';
import { stageExtension } from './lib/stage.mjs';
import { checkUntrusted, UNTRUSTED_FILE, UNTRUSTED_SETTINGS, untrustedFolder } from './lib/untrusted.mjs';
import { Workbench } from './lib/workbench.mjs';

await main(async () => {
  const edition = process.argv.includes('--oldest')
    ? 'oldest'
    : process.argv.includes('--newest')
      ? 'newest'
      : 'usual';
  const installation = await installCodeServer(EDITIONS[edition]);
  const stage = await stageExtension();
  try {
    const server = await startCodeServer({
      installation,
      data: path.join(stage.folder, 'code-server'),
      extensions: [stage.neighbour],
    });
    try {
      const address = page(server.authority, stage);
      const counts = await runSuiteInPage({
        host: 'Node.js',
        address,
        timeoutSeconds: 300,
        prepare: allowTests,
      });
      if (counts.failed > 0 || counts.passed === 0) return false;
    } finally {
      server.close();
    }
    return await isSafe(installation, stage);
  } finally {
    stage.remove();
  }
});

/**
 * A stranger's folder in restricted mode, as a person sees it: VS Code trusts every folder that tests run in.
 *
 * @param {import('./lib/code-server.mjs').Installation} installation
 * @param {import('./lib/stage.mjs').Stage} stage
 */
async function isSafe(installation, stage) {
  const folder = mkdtempSync(path.join(stage.folder, 'untrusted-'));
  untrustedFolder(folder);
  const server = await startCodeServer({
    installation,
    data: path.join(stage.folder, 'code-server-untrusted'),
    settings: UNTRUSTED_SETTINGS,
    trust: true,
    extensions: [stage.extension],
  });
  const browser = await launchBrowser();
  try {
    const { authority } = server;
    const payload = [['openFile', `vscode-remote://${authority}${path.join(folder, UNTRUSTED_FILE)}`]];
    const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
    const size = { width: 1280, height: 800, scale: 1 };
    const workbench = await Workbench.open(browser, `http://${authority}/?${query}`, size);
    mkdirSync(OUT, { recursive: true });
    const take = async (/** @type {string} */ name) => {
      await workbench.page.screenshot({ path: path.join(OUT, `node-${name}.png`) });
    };
    await checkUntrusted(workbench, folder, take, true).catch(async (error) => {
      await take('untrusted-failure');
      throw error;
    });
    console.log('In restricted mode: checked, configured, nothing run');
    return true;
  } finally {
    await browser.close();
    server.close();
  }
}

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

/**
 * Newer versions of VS Code load extensions in development, and their tests, only when the driver of VS Code's own
 * tests is on. code-server has no option for that, so it is switched on in the configuration that the page carries.
 * (To answer the request for the page ourselves would make the browser refuse the page's WebSockets.)
 *
 * @param {import('playwright-core').Page} page
 */
async function allowTests(page) {
  await page.addInitScript(() => {
    const { prototype } = /** @type {any} */ (globalThis).Element;
    const original = prototype.getAttribute;
    prototype.getAttribute = function (/** @type {string} */ name) {
      const value = original.call(this, name);
      if (this.id !== 'vscode-workbench-web-configuration' || name !== 'data-settings' || !value)
        return value;
      const configuration = JSON.parse(value);
      configuration.developmentOptions = { ...configuration.developmentOptions, enableSmokeTestDriver: true };
      return JSON.stringify(configuration);
    };
  });
}
