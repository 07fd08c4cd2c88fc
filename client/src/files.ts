/** Reads workspace files for the server, by way of VS Code: they may be on a web page or behind a remote. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  FIND_FILES,
  type FindFilesParams,
  type FindFilesResult,
  LARGEST_FILE,
  READ_FILE,
  type ReadFileParams,
  type ReadFileResult,
} from '../../server/src/lsp/protocol';

const IGNORED = '{**/node_modules/**,**/.git/**}';

/** Answers the server's requests for files; to be called before the client starts. */
export function serveFiles(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest(READ_FILE, ({ uri }: ReadFileParams) => readText(vscode.Uri.parse(uri))),
    client.onRequest(FIND_FILES, findFiles),
  );
}

/** Files that are too large, missing or no UTF-8 text are `null`: none of that is an error here. */
async function readText(uri: vscode.Uri): Promise<ReadFileResult> {
  try {
    const { size, type } = await vscode.workspace.fs.stat(uri);
    if (size > LARGEST_FILE || (type & vscode.FileType.File) === 0) return null;
    const bytes = await vscode.workspace.fs.readFile(uri);
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return null;
  }
}

async function findFiles({ pattern, limit }: FindFilesParams): Promise<FindFilesResult> {
  const uris = await vscode.workspace.findFiles(pattern, IGNORED, limit);
  return uris.map((uri) => uri.toString());
}
