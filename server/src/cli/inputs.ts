/** From arguments to texts: files, folders, globs and standard input. */
import { readFile, stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { type CliIo, UsageError } from './io';

/** Markdown by any of its usual endings. */
const MARKDOWN = '**/*.{md,markdown,mdown,mkd}';
const IGNORED = ['**/node_modules/**', '**/.git/**'];

export interface Input {
  /** As shown to the user: relative to the working directory where that is shorter to read. */
  readonly name: string;
  /** With `/` as separator, for recognising OKR files by their path. */
  readonly path: string;
  readonly text: string;
}

/** A file that could not be read as text, with what to do about it. */
export interface Unreadable {
  readonly name: string;
  readonly reason: string;
}

export type InputResult = Input | Unreadable;

export function isUnreadable(input: InputResult): input is Unreadable {
  return 'reason' in input;
}

/**
 * Reads everything the arguments name, each file once, in a stable order.
 * @throws UsageError if an argument matches nothing.
 */
export async function readInputs(
  args: readonly string[],
  stdinName: string | undefined,
  io: CliIo,
): Promise<InputResult[]> {
  const paths = new Set<string>();
  let fromStdin = false;
  for (const arg of args) {
    if (arg === '-') fromStdin = true;
    else for (const path of await expand(arg, io.cwd)) paths.add(path);
  }
  const files = await Promise.all([...paths].map((path) => readOne(path, io.cwd)));
  if (!fromStdin) return files;
  const name = stdinName ?? '<stdin>';
  const path = stdinName === undefined ? '' : resolve(io.cwd, stdinName).split(sep).join('/');
  return [...files, decode(await io.readStdin(), name, path)];
}

/** A file as it is, a folder as the Markdown in it, anything else as a glob. */
async function expand(arg: string, cwd: string): Promise<string[]> {
  const path = resolve(cwd, arg);
  const info = await stat(path).catch(() => undefined);
  if (info?.isFile()) return [path];
  const options = {
    cwd: info?.isDirectory() ? path : cwd,
    absolute: true,
    ignore: IGNORED,
    expandDirectories: false,
  };
  if (info?.isDirectory()) return (await glob(MARKDOWN, options)).sort();
  if (!isDynamicPattern(arg))
    throw new UsageError(`${arg}: no such file or folder. Check the path, or quote it if it is a pattern.`);
  const found = (await glob(arg, options)).sort();
  if (found.length === 0) throw new UsageError(`${arg}: no file matches this pattern.`);
  return found;
}

async function readOne(path: string, cwd: string): Promise<InputResult> {
  const local = relative(cwd, path);
  const name = local === '' || local.startsWith('..') ? path : local;
  try {
    return decode(await readFile(path), name, path.split(sep).join('/'));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const reason =
      code === 'EACCES' ? 'no permission to read it' : `cannot be read (${code ?? String(error)})`;
    return { name, reason };
  }
}

/** UTF-8 to text. A byte-order mark is dropped, as editors do, so columns agree with theirs. */
function decode(bytes: Uint8Array, name: string, path: string): InputResult {
  if (bytes.includes(0)) return { name, reason: 'is not a text file (it contains NUL bytes)' };
  try {
    return { name, path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { name, reason: 'is not valid UTF-8. Save it with the encoding UTF-8 and try again' };
  }
}
