/** The disk for the language server in Node, for clients that offer no files of their own. */
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compileGlobs } from './config/globs';
import type { WorkspaceFiles } from './lsp/files';
import { LARGEST_FILE } from './lsp/protocol';

/** Folders that hold other people's files, or none that a person wrote. */
const IGNORED: ReadonlySet<string> = new Set(['node_modules', '.git']);

/** `folders` tells the workspace folders' URIs, as they are now. */
export function nodeFiles(folders: () => readonly string[]): WorkspaceFiles {
  return { read: readText, real: realUri, find: (pattern, limit) => findIn(folders(), pattern, limit) };
}

async function readText(uri: string): Promise<string | undefined> {
  const path = pathOf(uri);
  if (path === undefined) return undefined;
  try {
    const info = await stat(path);
    if (!info.isFile() || info.size > LARGEST_FILE) return undefined;
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch {
    return undefined;
  }
}

async function realUri(uri: string): Promise<string | undefined> {
  const path = pathOf(uri);
  if (path === undefined) return undefined;
  try {
    return pathToFileURL(await realpath(path)).href;
  } catch {
    return undefined;
  }
}

async function findIn(
  folders: readonly string[],
  pattern: string,
  limit: number,
): Promise<readonly string[]> {
  const isMeant = compileGlobs(pattern);
  const found: string[] = [];
  for (const folder of folders) {
    const root = pathOf(folder);
    if (root === undefined) continue;
    for await (const path of filesUnder(root))
      if (isMeant(path)) {
        found.push(pathToFileURL(join(root, path)).href);
        if (found.length >= limit) return found;
      }
  }
  return found;
}

/** Paths of all files under a folder, relative to it, with `/`; links are not followed. What cannot be read has none. */
async function* filesUnder(root: string, inside = ''): AsyncGenerator<string> {
  const entries = await readdir(join(root, inside), { withFileTypes: true }).catch(() => []);
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
    if (entry.isFile()) yield path;
    else if (entry.isDirectory() && !IGNORED.has(entry.name)) yield* filesUnder(root, path);
  }
}

function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
