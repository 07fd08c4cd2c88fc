/**
 * `.okrlintrc` files as the language server sees them: read through the workspace's files, or from the editor where
 * they are open; mistakes are published as diagnostics of the file that has them, also to clients that pull, because
 * those ask for Markdown only.
 */
import { type Diagnostic, DiagnosticSeverity, type FileEvent } from 'vscode-languageserver';
import {
  CONFIG_NAMES,
  type ConfigProblem,
  ConfigResolver,
  folderOf,
  placeOf,
  type Resolved,
} from '../config';
import type { Language } from '../text/language';
import type { OpenDocument } from './documents';
import type { WorkspaceFiles } from './files';
import type { WorkspaceFolders } from './folders';
import type { WatchedFiles } from './watched-files';

/** Typing in a configuration waits so long (ms) before all documents are looked at anew. */
const TYPING_PAUSE = 200;

export interface ConfigurationParts {
  readonly files: WorkspaceFiles;
  readonly folders: WorkspaceFolders;
  readonly watched: WatchedFiles;
  readonly send: (params: { uri: string; diagnostics: Diagnostic[]; version?: number }) => void;
}

export class Configurations {
  readonly #parts: ConfigurationParts;
  readonly #resolver: ConfigResolver;
  readonly #listeners: (() => void)[] = [];
  /** Documents that are no Markdown, by place: one of them may be a configuration that is being written. */
  readonly #open = new Map<string, OpenDocument>();
  /** Problems by the file they are in, and what was published last. */
  #problems = new Map<string, Map<string, ConfigProblem>>();
  readonly #published = new Map<string, string>();
  readonly #watching = new Set<string>();
  #language: Language = 'en';
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: ConfigurationParts) {
    this.#parts = parts;
    this.#resolver = new ConfigResolver({
      read: (uri) => this.#read(uri),
      real: (uri) => parts.files.real?.(uri) ?? Promise.resolve(undefined),
      rootOf: (uri) => parts.folders.of(uri) ?? folderOf(uri) ?? uri,
      language: () => this.#language,
    });
    parts.watched.watch([`**/{${CONFIG_NAMES.join(',')}}`], (changes) => this.#filesChanged(changes));
  }

  /** The configuration of a document, undefined where there is none. Its mistakes are published on the way. */
  async for(uri: string): Promise<Resolved | undefined> {
    const resolver = this.#resolver;
    const found = await resolver.for(uri);
    for (const file of found?.files ?? []) this.#watch(file);
    if (found) this.#report(found);
    return found;
  }

  /** The language that the reader has chosen for messages. */
  speak(language: Language): void {
    if (language === this.#language) return;
    this.#language = language;
    this.#resolver.forget();
  }

  /** Calls `listener` when documents may have other settings than before. */
  onDidChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** A document that is no Markdown was opened, changed or closed. */
  opened(document: OpenDocument): void {
    this.#open.set(placeOf(document.uri), document);
    if (!this.#resolver.knows(document.uri)) return;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.changed([document.uri]), TYPING_PAUSE);
  }

  closed(uri: string): void {
    if (this.#open.delete(placeOf(uri)) && this.#resolver.knows(uri)) this.changed([uri]);
  }

  /** Files may be different for whoever asks next. */
  forget(): void {
    this.#resolver.forget();
  }

  /** Files, or with no argument all of them, may be different now. */
  changed(uris?: readonly string[]): void {
    this.#resolver.forget(uris);
    this.#problems = new Map();
    for (const listener of this.#listeners) listener();
    void this.#lookAgain();
  }

  #filesChanged(changes: readonly FileEvent[]): void {
    const known = changes.filter(({ uri }) => this.#resolver.knows(uri)).map(({ uri }) => uri);
    if (known.length > 0) this.changed(known);
  }

  #read(uri: string): Promise<string | undefined> {
    const open = this.#open.get(placeOf(uri));
    return open ? Promise.resolve(open.text) : this.#parts.files.read(uri);
  }

  /** Files that are extended may have any name. */
  #watch(uri: string): void {
    const folder = this.#parts.folders.of(uri);
    const name = uri.slice(uri.lastIndexOf('/') + 1);
    if (CONFIG_NAMES.includes(name) || this.#watching.has(uri) || folder === undefined) return;
    this.#watching.add(uri);
    const literal = placeOf(uri.slice(folder.length + 1)).replace(/[*?{}[\]]/g, '?');
    this.#parts.watched.watch([`**/${literal}`], () => {});
  }

  /** Mistakes of open configurations and of those that had some show even if no document asks for them now. */
  async #lookAgain(): Promise<void> {
    const uris = new Set([...this.#published.keys(), ...[...this.#open.values()].map(({ uri }) => uri)]);
    for (const uri of uris) if (this.#resolver.knows(uri)) await this.for(uri);
    for (const uri of this.#published.keys()) this.#publish(uri);
  }

  #report({ files, problems }: Resolved): void {
    const touched = new Set([...files, ...problems.map(({ uri }) => uri)]);
    for (const uri of files) this.#problems.set(uri, new Map());
    for (const problem of problems) {
      const { uri, code, start } = problem;
      const ofFile = this.#problems.get(uri) ?? new Map<string, ConfigProblem>();
      ofFile.set(`${code} ${start.line}:${start.character}`, problem);
      this.#problems.set(uri, ofFile);
    }
    for (const uri of touched) this.#publish(uri);
  }

  #publish(uri: string): void {
    const diagnostics = [...(this.#problems.get(uri)?.values() ?? [])].map(toDiagnostic);
    const open = this.#open.get(placeOf(uri));
    const text = JSON.stringify([diagnostics, open?.version]);
    if (diagnostics.length === 0 && !this.#published.has(uri)) return;
    if (this.#published.get(uri) === text) return;
    if (diagnostics.length === 0) this.#published.delete(uri);
    else this.#published.set(uri, text);
    this.#parts.send({
      uri: open?.uri ?? uri,
      diagnostics,
      ...(open ? { version: open.version } : {}),
    });
  }
}

function toDiagnostic({ start, end, severity, code, message }: ConfigProblem): Diagnostic {
  return {
    range: { start, end },
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    source: 'okrlint',
    code: `config-${code}`,
    message,
  };
}
