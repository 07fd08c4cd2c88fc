// @ts-check
/**
 * What the extension costs VS Code at its start: loading `dist/extension.js` and everything that it does until it
 * starts the server, as processor time, because that does not depend on what else the computer does. VS Code itself
 * is played by an object that agrees to everything, so that only our own time is counted.
 */
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const RUNS = 7;
const MOST_RUNS = 40;
/** Milliseconds after which an extension that has not started its server is given up. */
const PATIENCE = 10_000;

/**
 * The least of several starts, each in a process of its own: what makes others take longer is the computer.
 *
 * @param {string} dist Folder of the bundles.
 * @param {number} [enough] While all took longer, the computer may be busy, and some more are made.
 * @returns {number} Milliseconds. Throws where the extension does not start its server.
 */
export function activationTime(dist, enough = Number.POSITIVE_INFINITY) {
  const script = `
    import { measure } from ${JSON.stringify(import.meta.url)};
    process.stdout.write(String(await measure(${JSON.stringify(dist)})));
    process.exit(0);`;
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS || (least > enough && run < MOST_RUNS); run++) {
    const time = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
    least = Math.min(least, Number(time));
  }
  return least;
}

/**
 * One start in this process.
 *
 * @param {string} dist
 * @returns {Promise<number>}
 */
export async function measure(dist) {
  const load = createRequire(pathToFileURL(path.join(dist, 'extension.js')));
  const Module = load('node:module');
  const original = Module._load;
  const agrees = agreeable(path.join(dist, 'server.js'));
  // Bundles copy a module's own properties into an object of the same prototype: this one has them all there.
  const vscode = Object.create(agrees);
  Module._load = (/** @type {string} */ request, /** @type {unknown[]} */ ...rest) =>
    request === 'vscode' ? vscode : original.call(Module, request, ...rest);
  const started = new Promise((/** @type {(value: void) => void} */ resolve, reject) => {
    load('node:child_process').fork = () => {
      resolve();
      return agrees;
    };
    setTimeout(() => reject(new Error('The extension has not started its server.')), PATIENCE);
  });
  // An extension host has these for its own sake.
  for (const module of [
    'child_process',
    'crypto',
    'fs',
    'net',
    'os',
    'path',
    'url',
    'util',
    'worker_threads',
  ])
    load(`node:${module}`);
  const before = process.cpuUsage();
  const extension = load('./extension.js');
  /** @type {{ subscriptions: unknown[], extensionUri: unknown }} */
  const context = { subscriptions: [], extensionUri: agrees };
  await extension.activate(context);
  await started;
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * Can be called, made, gone through and asked for anything, which is always itself; paths are `file`. It costs next to
 * nothing, so that its own time is not taken for the extension's.
 *
 * @param {string} file
 * @returns {any}
 */
function agreeable(file) {
  class Anything {}
  /** @type {Record<string | symbol, unknown>} */
  const known = {
    // No promise, or waiting for it would have no end.
    // biome-ignore lint/suspicious/noThenProperty: it is what has to be without a value
    then: undefined,
    fsPath: file,
    path: file,
    version: '1.100.0',
    prototype: Anything.prototype,
    [Symbol.iterator]: () => [][Symbol.iterator](),
    [Symbol.toPrimitive]: () => '',
  };
  /** @type {any} */
  const itself = new Proxy(Anything, {
    get: (_, key) => (key in known ? known[key] : itself),
    set: () => true,
    apply: () => itself,
    construct: (_, __, made) => (made === itself ? itself : Object.create(made.prototype)),
  });
  return itself;
}
