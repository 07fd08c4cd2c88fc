// @ts-check
/** Installs the npm packages when they are missing or out of date. Node built-ins only. */
import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { npm } from './process.mjs';

/** Oldest Node.js that the tools work with; the same as `engines.node` in package.json. */
const OLDEST_NODE = 20;

/**
 * Makes sure that `node_modules` holds what `package-lock.json` asks for.
 *
 * @param {string} root The repository.
 * @returns {Promise<void>} Throws an Error whose message is meant for the user.
 */
export async function ensureInstalled(root) {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE) {
    throw new Error(`okrlint needs Node.js ${OLDEST_NODE} or newer; this is ${process.versions.node}.`);
  }
  const reason = reasonToInstall(root);
  if (!reason) return;

  const modules = path.join(root, 'node_modules');
  if (isLink(modules)) {
    // `npm ci` empties the folder first: through a link that would empty somebody else's.
    throw new Error(
      `${reason}, and node_modules is a link to ${realpathSync(modules)}: run "npm ci --ignore-scripts" there.`,
    );
  }
  console.log(`${reason}: npm ci --ignore-scripts`);
  const { code } = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: root });
  if (code !== 0) throw new Error('npm could not install the packages (see above).');
}

/**
 * @param {string} root
 * @returns {string | undefined} Why an installation is needed; undefined when all is there.
 */
export function reasonToInstall(root) {
  const wanted = path.join(root, 'package-lock.json');
  const installed = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return 'The packages are not installed';
  // A checkout touches the lock file without changing it, so the time is only the cheap first question.
  if (statSync(wanted).mtimeMs <= statSync(installed).mtimeMs) return undefined;
  const missing = missingPackages(readPackages(wanted), readPackages(installed));
  return missing.length > 0 ? `The packages are out of date (${missing.slice(0, 3).join(', ')})` : undefined;
}

/**
 * @typedef {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} Packages
 *
 * @param {Packages} wanted The `packages` of package-lock.json.
 * @param {Packages} installed The `packages` of node_modules/.package-lock.json.
 * @returns {string[]} Names of the packages that are absent or have another version. Optional packages do not
 *   count: those for other platforms are never installed.
 */
export function missingPackages(wanted, installed) {
  return Object.entries(wanted)
    .filter(([where, { optional, devOptional }]) => where !== '' && !optional && !devOptional)
    .filter(([where, { version }]) => installed[where]?.version !== version)
    .map(([where]) => where.replace(/^.*node_modules\//, ''));
}

/**
 * @param {string} lockFile
 * @returns {Packages}
 */
function readPackages(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages ?? {};
}

/** @param {string} file */
function isLink(file) {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
