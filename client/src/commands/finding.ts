/** Commands about the finding at the cursor, or the next one: what the mouse and Ctrl+. do, for keyboard and palette. */
import * as vscode from 'vscode';
import { readerTexts } from '../language';

/** "OKR: Explain": shows the hover of the key result at the cursor, or of the next one that has a finding. */
export async function explain(): Promise<void> {
  const editor = markdownEditor();
  if (!editor) return;
  const { document, selection } = editor;
  const here = findingsOf(document).some(({ range }) => range.contains(selection.active));
  if (here || (await hasHover(document, selection.active)) || goToFinding(editor))
    await vscode.commands.executeCommand('editor.action.showHover');
}

/** "OKR: Rewrite": opens the menu of rewrites for the finding at the cursor, or the next one. */
export async function rewrite(): Promise<void> {
  const editor = markdownEditor();
  if (editor && goToFinding(editor)) await vscode.commands.executeCommand('editor.action.quickFix');
}

export function findingsOf({ uri }: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'okrlint')
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

function markdownEditor(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId === 'markdown') return editor;
  void vscode.window.showInformationMessage(readerTexts().finding.noDocument);
  return undefined;
}

/** Whether the cursor now is on a finding. The most severe of the finding's line is taken; after the last comes the first. */
function goToFinding(editor: vscode.TextEditor): boolean {
  const { document, selection } = editor;
  const findings = findingsOf(document);
  const line = selection.active.line;
  const onLine = findings.filter(({ range }) => range.start.line <= line && line <= range.end.line);
  const target =
    worst(onLine) ?? worst(sameLine(findings.filter(({ range }) => range.start.line > line))) ?? findings[0];
  if (!target) {
    void vscode.window.showInformationMessage(readerTexts(document).finding.none);
    return false;
  }
  if (!target.range.contains(selection.active)) {
    const { start } = target.range;
    editor.selection = new vscode.Selection(start, start);
    editor.revealRange(target.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
  return true;
}

function sameLine(findings: readonly vscode.Diagnostic[]): readonly vscode.Diagnostic[] {
  const line = findings[0]?.range.start.line;
  return findings.filter(({ range }) => range.start.line === line);
}

function worst(findings: readonly vscode.Diagnostic[]): vscode.Diagnostic | undefined {
  return [...findings].sort((a, b) => a.severity - b.severity)[0];
}

async function hasHover({ uri }: vscode.TextDocument, position: vscode.Position): Promise<boolean> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    position,
  );
  return hovers.length > 0;
}
