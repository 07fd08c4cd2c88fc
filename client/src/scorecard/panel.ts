/** "OKR: Open scorecard": one panel for the whole workspace, brought up to date when documents change. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { debounced } from '../checks';
import { readerLanguage } from '../language';
import { scorecardTexts } from '../texts/scorecard';
import { scorecardOf } from './collect';
import type { FromView, Scorecard, ToView } from './model';
import { pageOf, resourceRoots } from './page';

const VIEW = 'okrlint.scorecard';
/** Milliseconds without a change before the workspace is read again. */
const REST = 500;

export class ScorecardPanel implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #client: BaseLanguageClient;
  readonly #registered: vscode.Disposable;
  #panel: vscode.WebviewPanel | undefined;
  readonly #refreshSoon = debounced(REST, () => void this.#refresh());
  /** Several refreshes can be on their way; only the newest is shown. */
  #asked = 0;
  /** What the page was last sent, for tests. */
  last: Scorecard | undefined;

  constructor(context: vscode.ExtensionContext, client: BaseLanguageClient) {
    this.#context = context;
    this.#client = client;
    const changed = () => this.#refreshSoon();
    const markdown = vscode.workspace.createFileSystemWatcher('**/*.md');
    this.#registered = vscode.Disposable.from(
      vscode.commands.registerCommand('okrlint.openScorecard', () => this.open()),
      vscode.window.registerWebviewPanelSerializer(VIEW, {
        deserializeWebviewPanel: async (panel) => this.#take(panel),
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.languageId === 'markdown') changed();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('okrlint')) changed();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(changed),
      markdown,
      markdown.onDidChange(changed),
      markdown.onDidCreate(changed),
      markdown.onDidDelete(changed),
      this.#refreshSoon,
    );
  }

  open(): void {
    if (this.#panel) {
      this.#panel.reveal();
      return;
    }
    const title = scorecardTexts(readerLanguage()).title;
    this.#take(vscode.window.createWebviewPanel(VIEW, title, vscode.ViewColumn.Active));
  }

  #take(panel: vscode.WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    const { extensionUri } = this.#context;
    panel.webview.options = { enableScripts: true, localResourceRoots: resourceRoots(extensionUri) };
    panel.iconPath = vscode.Uri.joinPath(extensionUri, 'docs', 'images', 'icon.png');
    panel.webview.onDidReceiveMessage((message: FromView) => void this.#receive(message));
    panel.onDidChangeViewState(() => this.#refreshSoon());
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined;
    });
    panel.webview.html = pageOf(panel.webview, extensionUri);
  }

  async #receive(message: FromView): Promise<void> {
    if (message?.type === 'ready') return this.#refresh();
    if (message?.type !== 'open' || typeof message.uri !== 'string') return;
    const line = Number.isInteger(message.line) && message.line >= 0 ? message.line : 0;
    const at = new vscode.Position(line, 0);
    const beside = vscode.ViewColumn.Beside;
    try {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(message.uri, true));
      const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
      await vscode.window.showTextDocument(document, {
        selection: new vscode.Range(at, at),
        viewColumn: shown?.viewColumn ?? beside,
      });
    } catch {
      // The file has gone since: the next refresh drops its rows.
      this.#refreshSoon();
    }
  }

  async #refresh(): Promise<void> {
    const panel = this.#panel;
    if (!panel?.visible) return;
    const mine = ++this.#asked;
    const scorecard = await scorecardOf(this.#client);
    if (mine !== this.#asked || this.#panel !== panel || !scorecard) return;
    panel.title = scorecardTexts(scorecard.language).title;
    const message: ToView = { type: 'scorecard', scorecard };
    this.last = scorecard;
    await panel.webview.postMessage(message);
  }

  dispose(): void {
    this.#registered.dispose();
    this.#panel?.dispose();
  }
}
