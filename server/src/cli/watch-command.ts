/** `--watch`: checks again whenever a Markdown file or a configuration changes. */
import { basename, resolve } from 'node:path';
import { watch } from 'chokidar';
import { isDynamicPattern } from 'tinyglobby';
import { CONFIG_NAMES } from '../config';
import { IGNORE_FILE } from './inputs';
import { type CliIo, tell } from './io';

/** Editors write several files at once; one run answers all (ms). */
const PAUSE = 150;

const matters = (path: string): boolean => {
  const name = basename(path);
  return (
    /\.(?:md|markdown|mdown|mkd|json|ya?ml)$/i.test(name) ||
    CONFIG_NAMES.includes(name) ||
    name === IGNORE_FILE
  );
};

/** Runs `check` now and after every change, until `io.signal` ends it; then returns the last exit code. */
export async function watchAndRun(
  args: readonly string[],
  io: CliIo,
  check: () => Promise<number>,
): Promise<number> {
  let code = await check();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();
  const watcher = watch(watched(args, io.cwd), {
    ignoreInitial: true,
    ignored: (path, info) =>
      /[\\/](?:node_modules|\.git)(?:[\\/]|$)/.test(path) || (info?.isFile() === true && !matters(path)),
  });
  watcher.on('error', (error) => tell(io, 'cannotWatch', { reason: String(error) }));
  watcher.on('all', (_, path) => {
    if (!matters(path)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(async () => {
        code = await check();
      });
    }, PAUSE);
  });
  await new Promise<void>((ready) => watcher.once('ready', ready));
  tell(io, 'watching');
  await new Promise<void>((end) => {
    if (io.signal?.aborted) end();
    io.signal?.addEventListener('abort', () => end(), { once: true });
  });
  clearTimeout(timer);
  await watcher.close();
  await running;
  return code;
}

/** Folders and files to watch: what is named, the folder for a glob, and the configuration beside. */
function watched(args: readonly string[], cwd: string): string[] {
  const named = args
    .filter((arg) => arg !== '-')
    .map((arg) => (isDynamicPattern(arg) ? cwd : resolve(cwd, arg)));
  const beside = [...CONFIG_NAMES, IGNORE_FILE].map((name) => resolve(cwd, name));
  return [...new Set([...named, ...beside])];
}
