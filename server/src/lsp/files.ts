/**
 * Files beside the open documents: configuration and other OKR documents. The server has no file system of its own;
 * our client reads for it, and in Node other clients get the disk (`main.node.ts`).
 */
import type { Connection } from 'vscode-languageserver';
import {
  FIND_FILES,
  type FindFilesParams,
  type FindFilesResult,
  READ_FILE,
  type ReadFileParams,
  type ReadFileResult,
} from './protocol';

/** No method throws: what cannot be read is not there. */
export interface WorkspaceFiles {
  /** The text of a file; undefined where there is none, or it is too large or no UTF-8 text. */
  read(uri: string): Promise<string | undefined>;
  /** Where a file lies once links are followed; undefined where that cannot be told. */
  real?(uri: string): Promise<string | undefined>;
  /** URIs of at most `limit` files in the workspace folders that match a glob relative to them. */
  find(pattern: string, limit: number): Promise<readonly string[]>;
}

/** For clients that offer no files in places that have none. */
export const NO_FILES: WorkspaceFiles = {
  read: () => Promise.resolve(undefined),
  find: () => Promise.resolve([]),
};

/** Files by way of our own client. Links, which it cannot follow, are followed by `own` where that can. */
export function clientFiles(connection: Connection, own: WorkspaceFiles): WorkspaceFiles {
  return {
    ...(own.real && { real: own.real }),
    async read(uri) {
      try {
        const params: ReadFileParams = { uri };
        const result = await connection.sendRequest<ReadFileResult>(READ_FILE, params);
        return typeof result?.text === 'string' ? result.text : undefined;
      } catch {
        return undefined;
      }
    },
    async find(pattern, limit) {
      try {
        const params: FindFilesParams = { pattern, limit };
        const result = await connection.sendRequest<FindFilesResult>(FIND_FILES, params);
        return Array.isArray(result) ? result.filter((uri): uri is string => typeof uri === 'string') : [];
      } catch {
        return [];
      }
    },
  };
}
