/**
 * The built-in Markdown preview of OKR documents. Rendering cannot wait, so it shows what is known of a document, asks
 * the server for the newest, and has the preview rendered once more if that differs.
 */
import type MarkdownIt from 'markdown-it';
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { readerLanguage } from '../language';
import { planOf } from '../scorecard/collect';
import type { Plan } from '../scorecard/model';
import { previewPlugin } from './plugin';

/** Documents whose plans are kept; a person looks at a few. */
const MOST = 20;
const SETTING = 'okrlint.preview';

interface Entry {
  readonly plan: Plan | undefined;
  /** The plan as text, to see whether it has changed. */
  readonly json: string;
}

export class Preview implements vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #known = new Map<string, Entry>();
  readonly #asking = new Set<string>();
  readonly #again = new Set<string>();
  readonly #registered: vscode.Disposable;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    this.#registered = vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('okrlint') || this.#known.size === 0) return;
      this.#known.clear();
      void refresh();
    });
  }

  /** For VS Code's Markdown extension, which asks for it when the first preview opens. */
  readonly extendMarkdownIt = (md: MarkdownIt): MarkdownIt =>
    previewPlugin((uri) => {
      if (!isOn(uri)) return undefined;
      void this.#ask(uri);
      const plan = this.#known.get(uri)?.plan;
      return plan && { plan, language: readerLanguage(documentOf(uri)) };
    })(md);

  async #ask(uri: string): Promise<void> {
    if (this.#asking.has(uri)) {
      // Something has changed while the answer was on its way.
      this.#again.add(uri);
      return;
    }
    this.#asking.add(uri);
    try {
      const plan = await planOf(this.#client, uri, readerLanguage(documentOf(uri)));
      const json = JSON.stringify(plan) ?? '';
      const before = this.#known.get(uri)?.json ?? '';
      this.#known.delete(uri);
      this.#known.set(uri, { plan, json });
      for (const [oldest] of this.#known) if (this.#known.size > MOST) this.#known.delete(oldest);
      if (json !== before) await refresh();
    } catch {
      // No server, no marks.
    } finally {
      this.#asking.delete(uri);
      if (this.#again.delete(uri)) void this.#ask(uri);
    }
  }

  dispose(): void {
    this.#registered.dispose();
  }
}

function isOn(uri: string): boolean {
  const scope = vscode.Uri.parse(uri);
  return vscode.workspace.getConfiguration(undefined, scope).get<boolean>(SETTING) !== false;
}

function documentOf(uri: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
}

function refresh(): Thenable<unknown> {
  return vscode.commands.executeCommand('markdown.preview.refresh');
}
