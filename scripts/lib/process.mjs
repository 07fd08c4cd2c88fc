// @ts-check
/** Starting other programs. Node built-ins only: this runs before anything is installed. */
import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} RunResult
 * @property {number} code Exit code; 127 when the program could not be started, 128 + n when a signal ended it.
 * @property {string} output Standard output and error, in the order in which they came.
 */

/**
 * Runs a program to its end. Its output is passed on as it comes and is returned as well.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, timeoutSeconds?: number }} [options]
 *   `quiet` keeps the output to itself; `timeoutSeconds` ends the program after that time (exit code 124).
 * @returns {Promise<RunResult>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let output = '';
    let timedOut = false;
    const take = (/** @type {NodeJS.WriteStream} */ to) => (/** @type {Buffer} */ chunk) => {
      output += chunk.toString('utf8');
      if (!options.quiet) to.write(chunk);
    };
    child.stdout.on('data', take(process.stdout));
    child.stderr.on('data', take(process.stderr));
    const timer = options.timeoutSeconds
      ? setTimeout(() => {
          timedOut = true;
          child.kill('SIGTERM');
        }, options.timeoutSeconds * 1000)
      : undefined;
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ code: 127, output: `${output}${error.message}\n` });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code: timedOut ? 124 : (code ?? 128), output });
    });
  });
}

/**
 * The command line that runs npm itself: the npm that started us if there is one, else the one on the PATH.
 * On Windows npm is a batch file, which only a shell can start.
 *
 * @returns {{ command: string, args: string[] }}
 */
export function npmCommand() {
  const own = process.env.npm_execpath;
  if (own && /\.c?js$/.test(own) && isFile(own)) return { command: process.execPath, args: [own] };
  if (process.platform === 'win32') return { command: 'cmd.exe', args: ['/d', '/s', '/c', 'npm'] };
  return { command: 'npm', args: [] };
}

/**
 * Runs npm with the given arguments, see {@link run}.
 *
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function npm(args, options) {
  const { command, args: first } = npmCommand();
  return run(command, [...first, ...args], options);
}

/**
 * Finds a program on the PATH.
 *
 * @param {string} name Without an extension.
 * @param {{ env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform, isFile?: (path: string) => boolean }} [host]
 * @returns {string | undefined} Its full path.
 */
export function findOnPath(name, host = {}) {
  const { env = process.env, platform = process.platform, isFile: exists = isFile } = host;
  const windows = platform === 'win32';
  const { join, delimiter } = windows ? path.win32 : path.posix;
  const endings = windows ? ['.exe', '.cmd', '.bat'] : [''];
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter(Boolean);
  for (const folder of folders) {
    for (const ending of endings) {
      const file = join(folder, name + ending);
      if (exists(file)) return file;
    }
  }
  return undefined;
}

/**
 * @param {string} file
 * @returns {boolean}
 */
export function isFile(file) {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
