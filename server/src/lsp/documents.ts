/** Open documents: the text as the editor has it, and its reading, brought up to date when somebody asks. */
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { OkrDocument, OkrLanguageService, ReadOptions, Steps, TextEdit } from '../service';
import { finish } from '../text/steps';
import { OpenText } from './open-text';
import { inSlices } from './turns';

/** UTF-16 units of text that are read in some dozens of milliseconds. */
const SMALL = 100_000;

/** From so many on it takes half a second and more: long enough to be told first what its beginning holds. */
export const LARGE = 250_000;
/** What fills several screens, and is read and judged in a few dozen milliseconds. */
const HEAD = 20_000;

/** One version of an open document. */
export class OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  /** Path for telling what kind of file it is; undefined for untitled text. */
  readonly path: string | undefined;
  readonly #service: OkrLanguageService;
  #force: boolean | undefined;
  readonly #text: OpenText;
  #version: number;
  #reading: OkrDocument | undefined;
  /** A reading that has not come to its end, of the text as it was when it began. */
  #begun: Steps<OkrDocument> | undefined;
  /** Edits since the last reading was begun; undefined once the whole text was replaced. */
  #pending: TextEdit[] | undefined = [];

  constructor(service: OkrLanguageService, uri: string, languageId: string, version: number, text: string) {
    this.#service = service;
    this.uri = uri;
    this.languageId = languageId;
    this.path = pathOf(uri);
    this.#text = new OpenText(uri, languageId, text);
    this.#version = version;
  }

  get version(): number {
    return this.#version;
  }

  get text(): string {
    return this.#text.text.toString();
  }

  /** What configuration says about whether it holds OKRs; undefined where its name and text decide. */
  set force(force: boolean | undefined) {
    if (force === this.#force) return;
    this.#force = force;
    // Unknown edits: the next reading looks at the text with other eyes.
    this.#pending = undefined;
  }

  /** The reading of the current text. Of a large text it is long in coming unless it `isRead`. */
  get reading(): OkrDocument {
    const steps = this.#begun ?? this.#begin();
    this.#begun = undefined;
    if (steps) this.#reading = finish(steps);
    // What was typed while it was being read.
    return steps || !this.#reading ? this.reading : this.#reading;
  }

  /** Whether reading what has changed takes no time worth mentioning. */
  get isRead(): boolean {
    if (this.#text.text.length <= SMALL) return true;
    return (
      !this.#begun &&
      this.#reading !== undefined &&
      this.#pending !== undefined &&
      this.#isLittle(this.#pending)
    );
  }

  /** The first lines of a large text that nobody has read yet; undefined for every other. */
  get unreadHead(): string | undefined {
    const { text } = this.#text;
    if (this.#reading || text.length <= LARGE) return undefined;
    const head = text.slice(0, HEAD);
    return head.slice(0, head.lastIndexOf('\n') + 1) || undefined;
  }

  /** What a reading of it, or of a part of it, goes by beside the text. */
  get readOptions(): ReadOptions {
    return {
      ...(this.path === undefined ? {} : { path: this.path }),
      ...(this.#force === undefined ? {} : { force: this.#force }),
    };
  }

  /** Reads the text in slices, until it `isRead` or nobody wants it any more. Any number of callers can wait for it. */
  async read(isWanted: () => boolean): Promise<void> {
    while (!this.isRead && isWanted()) {
      const begun = this.#begun ?? this.#begin();
      this.#begun = begun;
      if (!begun) return;
      const end = await inSlices(begun, () => this.#begun === begun && isWanted());
      if (!end || this.#begun !== begun) continue;
      this.#reading = end.value;
      this.#begun = undefined;
    }
  }

  #isLittle(edits: readonly TextEdit[]): boolean {
    return edits.reduce((sum, { newText }) => sum + newText.length, 0) <= SMALL;
  }

  /** Begins to read what has changed; undefined where nothing has. */
  #begin(): Steps<OkrDocument> | undefined {
    const options = this.readOptions;
    const { text } = this.#text;
    const pending = this.#pending;
    const isNews = pending === undefined || pending.length > 0;
    this.#pending = [];
    if (!this.#reading) return this.#service.readInSteps(text, options);
    return isNews ? this.#service.updateInSteps(this.#reading, text, pending, options) : undefined;
  }

  /** Whether okrlint looks at this kind of document at all; prompts and skills also are Markdown, for machines. */
  get isMarkdown(): boolean {
    return this.languageId.toLowerCase() === 'markdown';
  }

  /** Takes over the editor's changes, in their order. */
  apply(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      const edit = this.#text.change(change);
      if (edit) this.#pending?.push(edit);
      else this.#pending = undefined;
    }
    this.#version = version;
  }
}

/** Schemes of texts that have no file behind them. */
const PATHLESS = new Set(['untitled:', 'vscode-notebook-cell:']);

/** The path of a URI; undefined for untitled text and what is no URI. */
export function pathOf(uri: string): string | undefined {
  try {
    const { protocol, pathname } = new URL(uri);
    return PATHLESS.has(protocol) ? undefined : decodeURIComponent(pathname);
  } catch {
    // An odd URI from an odd client is no reason to refuse its text.
    return undefined;
  }
}

/** Words of a client that should be text, and may be anything. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** How `TextDocuments` makes and changes our documents. */
export function documentsConfiguration(service: OkrLanguageService) {
  return {
    create: (uri: string, languageId: string, version: number, content: string) =>
      new OpenDocument(service, textOf(uri), textOf(languageId), version, textOf(content)),
    update: (document: OpenDocument, changes: TextDocumentContentChangeEvent[], version: number) => {
      document.apply(changes, version);
      return document;
    },
  };
}
