/** Changes of files on the client's side, handed to whoever watches: the protocol has one notification for all. */
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type FileEvent,
  type FileSystemWatcher,
} from 'vscode-languageserver';

export type FileListener = (changes: readonly FileEvent[]) => void;

export class WatchedFiles {
  readonly #connection: Connection;
  readonly #canRegister: boolean;
  readonly #listeners: FileListener[] = [];
  #waiting: FileSystemWatcher[] | undefined = [];

  /** `canRegister`: the client watches what it is asked to. Others may still send changes of their own accord. */
  constructor(connection: Connection, canRegister: boolean) {
    this.#connection = connection;
    this.#canRegister = canRegister;
    connection.onDidChangeWatchedFiles(({ changes }) => this.tell(changes));
  }

  /** Calls `listener` with changes of files, all that come: it sorts out those that it knows. */
  watch(globs: readonly string[], listener: FileListener): void {
    this.#listeners.push(listener);
    const watchers = globs.map((globPattern) => ({ globPattern }));
    if (this.#waiting) this.#waiting.push(...watchers);
    else this.#register(watchers);
  }

  /** The client may be asked from now on. */
  initialized(): void {
    const watchers = this.#waiting ?? [];
    this.#waiting = undefined;
    this.#register(watchers);
  }

  /** For changes that come by other ways: files renamed or deleted in the editor. */
  tell(changes: readonly FileEvent[]): void {
    const named = Array.isArray(changes) ? changes.filter((change) => typeof change?.uri === 'string') : [];
    if (named.length > 0) for (const listener of this.#listeners) listener(named);
  }

  #register(watchers: FileSystemWatcher[]): void {
    if (!this.#canRegister || watchers.length === 0) return;
    this.#connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers })
      .catch((error: unknown) =>
        this.#connection.console.warn(`okrlint: the client does not watch files: ${String(error)}`),
      );
  }
}
