/**
 * All OKR documents of the workspace: open ones as the editor has them, the others as they are on the disk. Nothing is
 * read before an OKR document is opened or somebody asks for the whole workspace, and then file by file, so that
 * requests get their turn in between.
 */
import { FileChangeType, type FileEvent, type TextDocuments } from 'vscode-languageserver';
import { type AlignmentIndex, createAlignmentIndex } from '../alignment';
import type { OkrDocument, OkrLanguageService } from '../service';
import { type OpenDocument, pathOf } from './documents';
import type { WorkspaceFiles } from './files';
import { inSlices } from './turns';
import type { WatchedFiles } from './watched-files';

/** More files are not read: who has more keeps them in a tool. */
const MAX_FILES = 2000;
/** Milliseconds in which what the editor asks for after opening a document is answered first. */
const WAKE_AFTER = 300;
/** Files that are OKR documents by their name come first, in case there are too many. */
const PATTERNS = ['**/*.okr.md', '**/{okr,okrs}.md', '**/okrs/**/*.md', '**/*.{md,markdown}'];
const MARKDOWN = /\.(?:md|markdown)$/i;

export interface WorkspaceParts {
  readonly service: OkrLanguageService;
  readonly documents: TextDocuments<OpenDocument>;
  readonly files: WorkspaceFiles;
  readonly watched: WatchedFiles;
  /** Whether configuration says that a file holds OKRs or none. */
  readonly forceOf: (uri: string) => Promise<boolean | undefined>;
}

export class WorkspaceIndex {
  readonly #parts: WorkspaceParts;
  readonly #index = createAlignmentIndex();
  /** Open documents that have changed since the index last saw them. */
  readonly #stale = new Set<string>();
  readonly #listeners: ((ids: boolean) => void)[] = [];
  /** Ends earlier scans when a new one begins. */
  #generation = 0;
  #scan: Promise<void> | undefined;
  #waking = false;
  #complete = false;
  /** The state of ids that listeners know; undefined before all files were read. */
  #toldVersion: number | undefined;

  constructor(parts: WorkspaceParts) {
    this.#parts = parts;
    parts.documents.onDidChangeContent(({ document }) => this.#stale.add(document.uri));
    parts.documents.onDidClose(({ document }) => this.#closed(document.uri));
  }

  /** Whether all files have been read, so that what is not there is missing for sure. */
  get isComplete(): boolean {
    return this.#complete;
  }

  /** The index with the open documents as they are now, and other files as far as they have been read. */
  get alignment(): AlignmentIndex {
    for (const uri of this.#stale) {
      const open = this.#parts.documents.get(uri);
      // It is taken in as soon as it has been read: nobody waits for a large document that he does not look at.
      if (open?.isMarkdown && !open.isRead) continue;
      this.#stale.delete(uri);
      if (open?.isMarkdown) this.#take(uri, open.reading);
    }
    return this.#index;
  }

  /** An OKR document is open: reads the workspace when the first requests are answered. */
  wake(): void {
    if (this.#scan || this.#waking) return;
    this.#waking = true;
    setTimeout(() => void this.ready(), WAKE_AFTER);
  }

  /** Reads the workspace if nobody has asked for it yet; resolves when all is read. Never rejects. */
  ready(): Promise<void> {
    if (!this.#scan) {
      if (this.#generation === 0)
        this.#parts.watched.watch(['**/*.{md,markdown}'], (changes) => void this.#filesChanged(changes));
      this.#scan = this.#readAll(++this.#generation);
    }
    return this.#scan;
  }

  /** Folders or configuration have changed: reads all files again if they were read before. */
  readAgain(): void {
    if (!this.#scan) return;
    this.#scan = undefined;
    void this.ready();
  }

  /** Calls `listener` when files that are not open have been read; `ids`: their ids or references have changed. */
  onDidChange(listener: (ids: boolean) => void): void {
    this.#listeners.push(listener);
  }

  async #readAll(generation: number): Promise<void> {
    const uris = await this.#find();
    const gone = new Set(this.#index.names());
    for (const uri of uris) {
      gone.delete(uri);
      await this.#readFile(uri);
      // A timer lets messages in that have come meanwhile.
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (generation !== this.#generation) return;
    }
    for (const uri of gone) if (!this.#parts.documents.get(uri)) this.#index.remove(uri);
    this.#complete = uris.size > 0 && uris.size < MAX_FILES;
    this.#tell();
  }

  async #find(): Promise<ReadonlySet<string>> {
    const uris = new Set<string>();
    for (const pattern of PATTERNS) {
      if (uris.size >= MAX_FILES) break;
      for (const uri of await this.#parts.files.find(pattern, MAX_FILES))
        if (uris.size < MAX_FILES) uris.add(uri);
    }
    return uris;
  }

  async #readFile(uri: string): Promise<void> {
    const { documents, files, service, forceOf } = this.#parts;
    if (documents.get(uri)) return;
    const text = await files.read(uri);
    const force = await forceOf(uri);
    // Opened meanwhile: the editor's text is the newer one.
    if (documents.get(uri)) return;
    if (text === undefined) {
      this.#index.remove(uri);
      return;
    }
    const path = pathOf(uri);
    const steps = service.readInSteps(text, {
      ...(path === undefined ? {} : { path }),
      ...(force === undefined ? {} : { force }),
    });
    const read = await inSlices(steps);
    if (!read || documents.get(uri)) return;
    this.#take(uri, detached(read.value));
  }

  #take(uri: string, reading: OkrDocument): void {
    if (reading.recognition.isOkr) this.#index.update(uri, reading);
    else this.#index.remove(uri);
  }

  #closed(uri: string): void {
    this.#stale.delete(uri);
    void this.#reread([uri]);
  }

  async #filesChanged(changes: readonly FileEvent[]): Promise<void> {
    const uris = changes.filter(({ uri }) => MARKDOWN.test(uri));
    for (const { uri, type } of uris)
      if (type === FileChangeType.Deleted && !this.#parts.documents.get(uri)) this.#index.remove(uri);
    await this.#reread(uris.filter(({ type }) => type !== FileChangeType.Deleted).map(({ uri }) => uri));
  }

  async #reread(uris: readonly string[]): Promise<void> {
    // What was never read may stay unread, but what was open is gone with its editor.
    for (const uri of uris.slice(0, MAX_FILES))
      if (this.#scan) await this.#readFile(uri);
      else this.#index.remove(uri);
    if (this.#complete) this.#tell();
  }

  /** Whether anything follows from knowing all files: not for a document that stands alone. */
  #matters(): boolean {
    const names = [...this.#index.names()];
    return names.some((name) => !this.#parts.documents.get(name) || this.#index.references(name).length > 0);
  }

  #tell(): void {
    const { version } = this.alignment;
    const ids = this.#toldVersion === undefined ? this.#matters() : version !== this.#toldVersion;
    this.#toldVersion = version;
    for (const listener of this.#listeners) listener(ids);
  }
}

/** A reading without what makes it quick to update: of files that nobody edits only the result is kept. */
function detached(reading: OkrDocument): OkrDocument {
  const { text, lines, recognition, frontMatter, chunks } = reading;
  const objectives = reading.objectives();
  const orphans = reading.orphans();
  return {
    text,
    slice: (start, end) => text.slice(start, end),
    lines,
    recognition,
    frontMatter,
    chunks,
    objectives: () => objectives,
    orphans: () => orphans,
  };
}
