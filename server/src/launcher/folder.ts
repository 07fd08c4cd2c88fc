/** Where the compiled server may be kept. */
import { isAbsolute, join } from 'node:path';
import process from 'node:process';

/**
 * The folder that the environment names for compiled code as Node itself understands it (`NODE_COMPILE_CACHE`; none
 * with `NODE_DISABLE_COMPILE_CACHE`), otherwise the user's own for such things. Never one that depends on the folder
 * in which somebody works: whoever can write there could have us run anything.
 */
export async function folderForCode(): Promise<string | undefined> {
  const { NODE_COMPILE_CACHE: chosen, NODE_DISABLE_COMPILE_CACHE: disabled } = process.env;
  if (disabled === '1') return undefined;
  const folder = chosen ? join(chosen, 'okrlint') : await usersOwn();
  return folder !== undefined && isAbsolute(folder) ? folder : undefined;
}

async function usersOwn(): Promise<string | undefined> {
  try {
    // Asks for the home folder when it is loaded, and there are users without one.
    const { default: envPaths } = await import('env-paths');
    return envPaths('okrlint', { suffix: '' }).cache;
  } catch {
    return undefined;
  }
}
