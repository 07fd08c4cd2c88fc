/** The disk for the language server in Node, for clients that offer no files of their own. */
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { glob } from 'tinyglobby';
import type { WorkspaceFiles } from './lsp/files';
import { LARGEST_FILE } from './lsp/protocol';

/** Folders that hold other people's files, or none that a person wrote. */
const IGNORED = ['**/node_modules/**', '**/.git/**'];

/** `folders` tells the workspace folders' URIs, as they are now. */
export function nodeFiles(folders: () => readonly string[]): WorkspaceFiles {
  return { read: readText, find: (pattern, limit) => findIn(folders(), pattern, limit) };
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

async function findIn(
  folders: readonly string[],
  pattern: string,
  limit: number,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of folders) {
    const cwd = pathOf(folder);
    if (cwd === undefined) continue;
    try {
      const paths = await glob(pattern, { cwd, absolute: true, ignore: IGNORED, followSymbolicLinks: false });
      found.push(...paths.sort().map((path) => pathToFileURL(path).href));
    } catch {
      // A folder that cannot be read has no files for us.
    }
    if (found.length >= limit) break;
  }
  return found.slice(0, limit);
}

function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
