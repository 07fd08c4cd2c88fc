/** The workspace folders, as they are now. */
import type { InitializeParams, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { isRecord } from '../text/records';

/** What a client names, as far as these are names. */
function urisOf(folders: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(folders) ? folders : [];
  return list.flatMap((folder) => (isRecord(folder) && typeof folder.uri === 'string' ? [folder.uri] : []));
}

export class WorkspaceFolders {
  #uris: readonly string[];

  constructor({ workspaceFolders, rootUri }: Pick<InitializeParams, 'workspaceFolders' | 'rootUri'>) {
    this.#uris = workspaceFolders ? urisOf(workspaceFolders) : rootUri ? [rootUri] : [];
  }

  /** Without a folder the list is empty. */
  get uris(): readonly string[] {
    return this.#uris;
  }

  /** The innermost folder that holds a document. */
  of(uri: string): string | undefined {
    const holders = this.#uris.filter((folder) =>
      uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`),
    );
    return holders.sort((a, b) => b.length - a.length)[0];
  }

  change({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = new Set(urisOf(removed));
    const kept = this.#uris.filter((uri) => !gone.has(uri));
    this.#uris = [...new Set([...kept, ...urisOf(added)])];
  }
}
