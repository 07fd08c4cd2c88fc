/** "OKR: Check workspace": findings of all OKR documents in the Problems panel, also of those that are not open. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CHECK_WORKSPACE, type CheckedDocument } from '../../../server/src/lsp/protocol';
import { type Checks, debounced } from '../checks';
import { readerTexts } from '../language';

export interface WorkspaceCheck {
  readonly files: number;
  readonly findings: number;
}

/** Milliseconds without a change before the workspace is checked again. */
const REST = 500;
const FILES = ['**/*.{md,markdown}', '**/.okrlintrc{,.json,.yaml,.yml}'];

export function checkWorkspace(
  { subscriptions }: vscode.ExtensionContext,
  client: BaseLanguageClient,
  checks: Checks,
) {
  const closed = new ClosedFindings(client, checks);
  subscriptions.push(closed);

  return async (): Promise<WorkspaceCheck> => {
    const texts = readerTexts().workspace;
    const result = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: texts.checking },
      () => closed.check(),
    );
    const { files, findings } = result;
    if (findings > 0) void offerProblems(texts.found(findings, files), texts.showProblems);
    else void vscode.window.showInformationMessage(files === 0 ? texts.noDocuments : texts.clean(files));
    return result;
  };
}

async function offerProblems(message: string, show: string): Promise<void> {
  const answer = await vscode.window.showInformationMessage(message, show);
  if (answer === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
}

/** Findings of documents that are not open. Once asked for they follow the files: nothing old is left standing. */
class ClosedFindings implements vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #collection = vscode.languages.createDiagnosticCollection('okrlint-workspace');
  readonly #checkSoon = debounced(REST, () => void this.check().catch(() => undefined));
  readonly #registered: vscode.Disposable[] = [this.#collection, this.#checkSoon];
  /** Open documents that are checked by themselves, as they are typed. */
  readonly #checked = new Set<string>();
  #found: readonly (readonly [vscode.Uri, vscode.Diagnostic[]])[] = [];
  #follows = false;

  constructor(client: BaseLanguageClient, checks: Checks) {
    this.#client = client;
    this.#registered.push(
      checks.onStart((uri) => {
        this.#checked.add(uri.toString());
        this.#collection.delete(uri);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        // The last words about it as it was in the editor; its changes may have been thrown away.
        if (this.#checked.delete(uri.toString()) && this.#follows) this.#checkSoon();
      }),
    );
  }

  /** Rejects while there is no server: what was found before then stays. */
  async check(): Promise<WorkspaceCheck> {
    const { protocol2CodeConverter: converter } = this.#client;
    const checked = await this.#client.sendRequest<CheckedDocument[]>(CHECK_WORKSPACE);
    this.#found = await Promise.all(
      checked.map(
        async ({ uri, diagnostics }) =>
          [converter.asUri(uri), await converter.asDiagnostics(diagnostics)] as const,
      ),
    );
    this.#show();
    this.#follow();
    return {
      files: checked.length,
      findings: checked.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0),
    };
  }

  #show(): void {
    // Where the workspace is checked all the time, its findings are shown already.
    const always = vscode.workspace.getConfiguration('okrlint').get('workspaceDiagnostics') === true;
    const closed = always ? [] : this.#found.filter(([uri]) => !this.#checked.has(uri.toString()));
    this.#collection.clear();
    this.#collection.set(closed.map(([uri, diagnostics]) => [uri, diagnostics]));
  }

  #follow(): void {
    if (this.#follows) return;
    this.#follows = true;
    const changed = () => this.#checkSoon();
    for (const glob of FILES) {
      const files = vscode.workspace.createFileSystemWatcher(glob);
      this.#registered.push(
        files,
        files.onDidCreate(changed),
        files.onDidChange(changed),
        files.onDidDelete(changed),
      );
    }
    this.#registered.push(
      vscode.workspace.onDidChangeWorkspaceFolders(changed),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('okrlint')) changed();
      }),
    );
  }

  dispose(): void {
    for (const registered of this.#registered) registered.dispose();
  }
}
