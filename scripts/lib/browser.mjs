// @ts-check
/** Finding the Chromium, Chrome or Edge of this computer. */
import path from 'node:path';
import { findOnPath, isFile } from './process.mjs';

/** Environment variables that name a browser, strongest first. */
const VARIABLES = ['OKRLINT_BROWSER', 'CHROME_PATH'];

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'google-chrome-beta',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const LINUX_FILES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/lib/chromium/chromium',
  '/opt/google/chrome/chrome',
  '/opt/microsoft/msedge/msedge',
  '/snap/bin/chromium',
];
const MAC_APPS = ['Chromium', 'Google Chrome', 'Google Chrome Beta', 'Microsoft Edge'];
const WINDOWS_FILES = [
  String.raw`Chromium\Application\chrome.exe`,
  String.raw`Google\Chrome\Application\chrome.exe`,
  String.raw`Google\Chrome Beta\Application\chrome.exe`,
  String.raw`Microsoft\Edge\Application\msedge.exe`,
];
const WINDOWS_FOLDERS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'PROGRAMW6432', 'LOCALAPPDATA'];

/**
 * @typedef {object} Host
 * @property {NodeJS.ProcessEnv} env
 * @property {NodeJS.Platform} platform
 * @property {(path: string) => boolean} isFile
 */

/**
 * @param {Partial<Host>} [host] The computer to look on; this one by default.
 * @returns {string | undefined} The program of a Chromium-based browser. Throws an Error when an environment
 *   variable names a browser that does not exist: to use another one then would hide the mistake.
 */
export function findBrowser(host = {}) {
  const here = { env: process.env, platform: process.platform, isFile, ...host };
  for (const variable of VARIABLES) {
    const file = here.env[variable];
    if (!file) continue;
    if (here.isFile(file)) return file;
    throw new Error(`${variable} names ${file}, which does not exist.`);
  }
  return candidates(here).find(here.isFile);
}

/**
 * @param {NodeJS.Platform} [platform]
 * @returns {string} One line that says how to get a browser.
 */
export function howToInstallBrowser(platform = process.platform) {
  const how = {
    linux: 'install one with "sudo apt-get install chromium" (or your system\'s package)',
    darwin: 'install one with "brew install --cask chromium" or from https://www.google.com/chrome',
    win32: 'install one with "winget install Google.Chrome"',
  };
  const install = platform in how ? how[/** @type {keyof typeof how} */ (platform)] : 'install one';
  return `no Chromium, Chrome or Edge found: ${install}, or name it in ${VARIABLES[0]}`;
}

/**
 * @param {Host} host
 * @returns {string[]}
 */
function candidates(host) {
  switch (host.platform) {
    case 'darwin': {
      const folders = ['/Applications', ...(host.env.HOME ? [`${host.env.HOME}/Applications`] : [])];
      return folders.flatMap((folder) =>
        MAC_APPS.map((app) => path.posix.join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
      );
    }
    case 'win32': {
      const folders = WINDOWS_FOLDERS.map((variable) => host.env[variable]).filter(
        (folder) => folder !== undefined,
      );
      return folders.flatMap((folder) => WINDOWS_FILES.map((file) => path.win32.join(folder, file)));
    }
    default: {
      const onPath = LINUX_NAMES.map((name) => findOnPath(name, host)).filter((file) => file !== undefined);
      return [...onPath, ...LINUX_FILES];
    }
  }
}
