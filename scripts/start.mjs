#!/usr/bin/env node
// @ts-check
/**
 * `npm start`: shows the extension on the examples. In desktop VS Code where there is one, else in VS Code for the
 * Web on localhost. Uses Node built-ins only until the packages are installed.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './lib/install.mjs';
import { findOnPath, npm } from './lib/process.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const EXAMPLES = path.join(ROOT, 'examples');
const DEFAULT_PORT = 3210;

const HELP = `Usage: npm start [-- options]

Installs what is missing, builds, and opens the extension on the folder examples/:
in desktop VS Code when "code" is on the PATH, else in VS Code for the Web on localhost.

  --web            use VS Code for the Web even when there is a desktop VS Code
  --port N         port of VS Code for the Web (default ${DEFAULT_PORT}, or a free one)
  --no-open        only print the address, open no browser (also --headless)
  --help           print this

End it with Ctrl+C.`;

process.exitCode = await main();

/** @returns {Promise<number>} The exit code. */
async function main() {
  const options = readOptions();
  if (typeof options === 'number') return options;
  try {
    await ensureInstalled(ROOT);
    console.log('Building ...');
    const build = await npm(['run', '--silent', 'build'], { cwd: ROOT, quiet: true });
    if (build.code !== 0) throw new Error(`The build failed:\n${build.output}`);
    if (!options.web && (await openDesktop())) return 0;
    await serve(options);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

/** @returns {{ web: boolean, open: boolean, port: number | undefined } | number} */
function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        web: { type: 'boolean', default: false },
        port: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
        headless: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) {
      console.log(HELP);
      return 0;
    }
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536)) {
      throw new Error(`--port takes a number from 1 to 65535, not "${values.port}".`);
    }
    return { web: values.web, open: !values['no-open'] && !values.headless, port };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
    return 2;
  }
}

/** @returns {Promise<boolean>} Whether desktop VS Code took the extension. */
async function openDesktop() {
  const code = findOnPath('code');
  if (!code) return false;
  const args = ['--new-window', `--extensionDevelopmentPath=${ROOT}`, EXAMPLES];
  const opened = await new Promise((/** @type {(ok: boolean) => void} */ resolve) => {
    // `code` is a batch file on Windows, which only a shell can start; quotes guard paths with blanks.
    const child =
      process.platform === 'win32'
        ? spawn(`"${code}" ${args.map((arg) => `"${arg}"`).join(' ')}`, { shell: true, stdio: 'inherit' })
        : spawn(code, args, { stdio: 'inherit' });
    child.on('error', () => resolve(false));
    child.on('exit', (status) => resolve(status === 0));
  });
  console.log(
    opened
      ? 'Opened examples/ in desktop VS Code with the extension.'
      : 'Desktop VS Code did not start; using VS Code for the Web.',
  );
  return opened;
}

/**
 * Serves VS Code for the Web until a signal ends it.
 *
 * @param {{ open: boolean, port: number | undefined }} options
 */
async function serve(options) {
  const { freePort, serveWeb } = await import('./lib/web.mjs');
  const port = options.port ?? (await freePort(DEFAULT_PORT));
  const server = await serveWeb({ extension: ROOT, folder: EXAMPLES, port, openFiles: firstExample() }).catch(
    (error) => {
      throw error.code === 'EADDRINUSE'
        ? new Error(`Port ${port} is in use; choose another with --port.`)
        : error;
    },
  );
  console.log(`okrlint in VS Code for the Web: ${server.address}`);
  console.log('Changes stay in the browser. Ctrl+C ends it.');
  if (options.open) openBrowser(server.address);
  await new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
  });
  server.close();
}

/** @returns {string[]} The example to open first. */
function firstExample() {
  const files = existsSync(EXAMPLES) ? readdirSync(EXAMPLES).filter((file) => file.endsWith('.md')) : [];
  const first = files.find((file) => file === 'sales.okr.md') ?? files[0];
  return first ? [first] : [];
}

/**
 * Opens the default browser where there is a display to show it on; else the printed address has to do.
 *
 * @param {string} address
 */
function openBrowser(address) {
  const { env, platform } = process;
  const opener = () => {
    if (platform === 'win32') return { command: 'cmd.exe', args: ['/d', '/c', 'start', '""', address] };
    if (platform === 'darwin') return env.SSH_CONNECTION ? undefined : { command: 'open', args: [address] };
    const display = env.DISPLAY || env.WAYLAND_DISPLAY;
    return display && findOnPath('xdg-open') ? { command: 'xdg-open', args: [address] } : undefined;
  };
  const how = opener();
  if (!how) return;
  const child = spawn(how.command, how.args, { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
