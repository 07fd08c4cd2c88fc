/** "OKR: Check workspace": findings of all OKR documents in the Problems panel, also of those that are not open. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CHECK_WORKSPACE, type CheckedDocument } from '../../../server/src/lsp/protocol';
import { readerTexts } from '../language';

export interface WorkspaceCheck {
  readonly files: number;
  readonly findings: number;
}

export function checkWorkspace({ subscriptions }: vscode.ExtensionContext, client: BaseLanguageClient) {
  const closed = vscode.languages.createDiagnosticCollection('okrlint-workspace');
  subscriptions.push(
    closed,
    // An open document has findings of its own that follow the typing.
    vscode.workspace.onDidOpenTextDocument(({ uri }) => closed.delete(uri)),
  );

  return async (): Promise<WorkspaceCheck> => {
    const texts = readerTexts().workspace;
    const result = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: texts.checking },
      () => check(client, closed),
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

async function check(
  client: BaseLanguageClient,
  closed: vscode.DiagnosticCollection,
): Promise<WorkspaceCheck> {
  const checked = await client.sendRequest<CheckedDocument[]>(CHECK_WORKSPACE);
  const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
  // Where the workspace is checked all the time, its findings are shown already.
  const shownAlready = vscode.workspace.getConfiguration('okrlint').get('workspaceDiagnostics') === true;
  closed.clear();
  let findings = 0;
  for (const { uri: text, diagnostics } of checked) {
    findings += diagnostics.length;
    const uri = client.protocol2CodeConverter.asUri(text);
    if (!shownAlready && !open.has(uri.toString()))
      closed.set(uri, await client.protocol2CodeConverter.asDiagnostics(diagnostics));
  }
  return { files: checked.length, findings };
}
