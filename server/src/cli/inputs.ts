/** From arguments to files: files, folders, globs; what `.okrlintignore` names is left out. */
import { readFile, stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { glob, isDynamicPattern } from 'tinyglobby';
import { type CliIo, UsageError } from './io';

/** Markdown by any of its usual endings. */
const MARKDOWN = '**/*.{md,markdown,mdown,mkd}';
const IGNORED = ['**/node_modules/**', '**/.git/**'];
export const IGNORE_FILE = '.okrlintignore';

export interface InputFile {
  /** Absolute. */
  readonly path: string;
  /** As shown to the user: relative to the working directory where that is shorter to read. */
  readonly name: string;
  /** The user named this very file. */
  readonly named: boolean;
}

export interface Inputs {
  /** Each once, in a stable order. */
  readonly files: readonly InputFile[];
  readonly stdin: boolean;
  /** Files that were named and are left out all the same. */
  readonly ignored: readonly string[];
}

/**
 * Everything the arguments name.
 * @throws UsageError if an argument matches nothing
 */
export async function findInputs(args: readonly string[], { cwd }: Pick<CliIo, 'cwd'>): Promise<Inputs> {
  const ignores = await readIgnoreFile(cwd);
  const files = new Map<string, InputFile>();
  const ignored: string[] = [];
  for (const arg of args) {
    if (arg === '-') continue;
    const { paths, named } = await expand(arg, cwd);
    for (const path of paths) {
      const name = nameOf(path, cwd);
      if (isIgnored(ignores, cwd, path)) {
        if (named) ignored.push(name);
      } else if (named || !files.has(path)) files.set(path, { path, name, named });
    }
  }
  return { files: [...files.values()], stdin: args.includes('-'), ignored };
}

/** A path as it is shown. */
export function nameOf(path: string, cwd: string): string {
  const local = relative(cwd, path);
  return local === '' || local.startsWith('..') ? path : local;
}

/** With `/` as separator, as documents and globs know paths. */
export function slashed(path: string): string {
  return path.split(sep).join('/');
}

async function readIgnoreFile(cwd: string): Promise<Ignore | undefined> {
  try {
    return ignore({ allowRelativePaths: false }).add(await readFile(resolve(cwd, IGNORE_FILE), 'utf8'));
  } catch {
    return undefined;
  }
}

function isIgnored(ignores: Ignore | undefined, cwd: string, path: string): boolean {
  const local = slashed(relative(cwd, path));
  return ignores !== undefined && ignore.isPathValid(local) && ignores.ignores(local);
}

/** A file as it is, a folder as the Markdown in it, anything else as a glob. */
async function expand(arg: string, cwd: string): Promise<{ paths: readonly string[]; named: boolean }> {
  const path = resolve(cwd, arg);
  const info = await stat(path).catch(() => undefined);
  if (info?.isFile()) return { paths: [path], named: true };
  const options = {
    cwd: info?.isDirectory() ? path : cwd,
    absolute: true,
    ignore: IGNORED,
    expandDirectories: false,
    dot: false,
  };
  if (info?.isDirectory()) return { paths: (await glob(MARKDOWN, options)).sort(), named: false };
  if (!isDynamicPattern(arg)) throw new UsageError('noFile', { file: arg });
  const found = (await glob(slashed(arg), options)).sort();
  if (found.length === 0) throw new UsageError('noMatch', { file: arg });
  return { paths: found.map((one) => resolve(one)), named: false };
}
