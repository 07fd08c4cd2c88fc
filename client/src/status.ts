/**
 * The language status item (behind the braces in the status bar) and the context key `okrlint.okrDocument`, which
 * menus ask. Both follow the document that is being looked at; the server is asked only after it has checked anyway.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type DocumentStatus,
  STATUS,
  type StatusParams,
  type StatusResult,
} from '../../server/src/lsp/protocol';
import { type Check, type Checks, debounced } from './checks';
import { readerTexts } from './language';
import type { Recovery } from './recovery';
import { isShadow } from './shadow';

/** Milliseconds without another check before the server is asked. */
const REST = 200;
/** Checks that take longer than this are shown as being on their way. */
const NOTICEABLE = 300;
const CONTEXT_KEY = 'okrlint.okrDocument';

export class Status implements vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #recovery: Recovery;
  readonly #item = vscode.languages.createLanguageStatusItem('okrlint.status', []);
  readonly #registered: vscode.Disposable;
  readonly #askSoon = debounced(REST, () => void this.#ask());
  readonly #busySoon = debounced(NOTICEABLE, () => {
    this.#item.busy = true;
  });
  #milliseconds = 0;
  /** The last answer, for tests. */
  current: DocumentStatus | undefined;

  /** What the item says, for tests. */
  get text(): string {
    return this.#item.text;
  }

  constructor(client: BaseLanguageClient, checks: Checks, recovery: Recovery) {
    this.#client = client;
    this.#recovery = recovery;
    this.#item.name = 'okrlint';
    this.#registered = vscode.Disposable.from(
      this.#item,
      this.#askSoon,
      this.#busySoon,
      checks.onStart((uri) => {
        if (isActive(uri)) this.#busySoon();
      }),
      checks.onEnd((check) => this.#checked(check)),
      recovery.onChange(() => this.#askSoon()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#askSoon()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('okrlint')) this.#askSoon();
      }),
    );
    this.#askSoon();
  }

  #checked({ uri, milliseconds }: Check): void {
    if (!isActive(uri)) return;
    this.#busySoon.dispose();
    this.#item.busy = false;
    this.#milliseconds = milliseconds;
    this.#askSoon();
  }

  async #ask(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const status = document && (await this.#statusOf(document));
    // Another document is in front by now: its own answer is on the way.
    if (document !== vscode.window.activeTextEditor?.document) return;
    this.current = status;
    await vscode.commands.executeCommand('setContext', CONTEXT_KEY, status?.isOkr === true);
    if (this.#recovery.stopped) this.#showStopped();
    else if (document && status?.isOkr) this.#show(document, status);
    else this.#item.selector = [];
  }

  async #statusOf(document: vscode.TextDocument): Promise<DocumentStatus | undefined> {
    if (document.languageId !== 'markdown' || isShadow(document.uri) || !this.#client.isRunning())
      return undefined;
    try {
      const params: StatusParams = { uri: document.uri.toString() };
      return (await this.#client.sendRequest<StatusResult>(STATUS, params)) ?? undefined;
    } catch {
      // The server is on its way out or in; the next check asks again.
      return undefined;
    }
  }

  #show(document: vscode.TextDocument, { keyResults, measurable, profile }: DocumentStatus): void {
    const { status: texts } = readerTexts(document);
    this.#item.selector = { language: 'markdown', scheme: document.uri.scheme };
    this.#item.text = keyResults === 0 ? texts.none : texts.measurable(measurable, keyResults);
    this.#item.detail = texts.detail(profile, Math.max(1, Math.round(this.#milliseconds)));
    this.#item.severity =
      measurable < keyResults
        ? vscode.LanguageStatusSeverity.Warning
        : vscode.LanguageStatusSeverity.Information;
    this.#item.command = {
      command: 'workbench.actions.view.problems',
      title: texts.problems,
      tooltip: texts.open,
    };
  }

  /** Over every Markdown document: which of them holds OKRs is not known any more. */
  #showStopped(): void {
    const { stopped } = readerTexts();
    this.#item.selector = { language: 'markdown' };
    this.#item.text = stopped.title;
    this.#item.detail = stopped.detail;
    this.#item.busy = false;
    this.#item.severity = vscode.LanguageStatusSeverity.Error;
    this.#item.command = { command: 'okrlint.restartServer', title: stopped.restart };
  }

  dispose(): void {
    this.#registered.dispose();
  }
}

function isActive(uri: vscode.Uri): boolean {
  return vscode.window.activeTextEditor?.document.uri.toString() === uri.toString();
}
