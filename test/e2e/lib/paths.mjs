// @ts-check
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

/** Screenshots and logs of the last run; not committed. */
export const OUT = path.join(ROOT, 'test', 'e2e', 'out');

/**
 * Where installed editors are kept between runs: outside the repository, so that a fresh clone finds them too.
 *
 * @returns {string}
 */
export function cacheFolder() {
  const { env, platform } = process;
  if (env.OKRLINT_E2E_CACHE) return path.resolve(env.OKRLINT_E2E_CACHE);
  const home = homedir();
  const base =
    platform === 'win32'
      ? (env.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'))
      : platform === 'darwin'
        ? path.join(home, 'Library', 'Caches')
        : (env.XDG_CACHE_HOME ?? path.join(home, '.cache'));
  return path.join(base, 'okrlint-e2e');
}
