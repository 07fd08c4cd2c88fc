import * as vscode from 'vscode';
import type { Api } from '../../../client/src/client';

export const EXTENSION_ID = 'okrlint.okrlint';

/**
 * Asks again and again until there is an answer. VS Code starts language servers in the background and gives empty
 * answers, or throws `Canceled`, until they are there.
 *
 * @param ask Returns undefined while there is nothing yet.
 * @param what Names what was waited for in the error that is thrown after `timeout` milliseconds.
 */
export async function until<T>(
  ask: () => T | undefined | PromiseLike<T | undefined>,
  what: string,
  timeout = 20_000,
): Promise<T> {
  const end = Date.now() + timeout;
  let last: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) {
      throw new Error(`Waited ${timeout / 1000} s for ${what}${last ? `; last error: ${last}` : ''}`);
    }
    await pause(50);
  }
}

/** Waits for the given time in milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The address of a file in the opened folder; `path` is relative to it. */
export function fileUri(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No folder is open.');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Opens a file of the opened folder in an editor. */
export async function openFile(path: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(fileUri(path));
  return vscode.window.showTextDocument(document);
}

/** Opens a new Markdown document that no file holds. */
export async function openUntitled(content: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  return vscode.window.showTextDocument(document);
}

/** Closes all editors without saving. */
export async function closeAll(): Promise<void> {
  // Closing an edited document asks whether to save it; going back to the file first avoids the question.
  while (vscode.window.activeTextEditor?.document.isDirty) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** okrlint's findings in a document. */
export function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'okrlint');
}

/** The rule that a finding comes from. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits until a document has findings of the rule and returns them, top to bottom. */
export function findingsOf(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic[]> {
  return until(() => {
    const found = findings(uri).filter((finding) => ruleOf(finding) === rule);
    return found.length > 0 ? found.sort((a, b) => a.range.start.compareTo(b.range.start)) : undefined;
  }, `a ${rule} finding in ${uri.path}`);
}

/** Waits until a document has no finding of the rule. */
export function noFindingsOf(uri: vscode.Uri, rule: string): Promise<true> {
  return until(
    () => (findings(uri).some((finding) => ruleOf(finding) === rule) ? undefined : true),
    `no more ${rule} findings in ${uri.path}`,
  );
}

/** What the extension gives to others, once it is active. */
export async function api(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>(EXTENSION_ID);
  if (!extension) throw new Error(`${EXTENSION_ID} is not installed`);
  return extension.activate();
}

/** `describe` for what needs an open folder, none, or several: the suite runs once with each. */
const describeWith = (open: 'folder' | 'nothing' | 'several') => (title: string, define: () => void) => {
  // The folders of a workspace file come later; the file itself is known at once.
  const { workspaceFile, workspaceFolders } = vscode.workspace;
  const is = workspaceFile ? 'several' : workspaceFolders?.length ? 'folder' : 'nothing';
  if (open === is) describe(title, define);
};
export const inFolder = describeWith('folder');
export const withoutFolder = describeWith('nothing');
export const inSeveralFolders = describeWith('several');
