/**
 * A second linter on the same Markdown: markdownlint's rules with diagnostics, quick fixes, fix-all, hover and a
 * formatter, as markdownlint's own extension has them. It looks only at files that are named for it, so that the other
 * tests have VS Code for themselves.
 */
import { applyFix, applyFixes, type LintError } from 'markdownlint';
import { lint } from 'markdownlint/sync';
import * as vscode from 'vscode';

const SELECTOR: vscode.DocumentSelector = { language: 'markdown', pattern: '**/beside*.md' };
const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('markdownlint');

export function activate({ subscriptions }: vscode.ExtensionContext): void {
  const collection = vscode.languages.createDiagnosticCollection('markdownlint');
  const check = (document: vscode.TextDocument) => {
    if (vscode.languages.match(SELECTOR, document) > 0)
      collection.set(
        document.uri,
        errorsOf(document).map((error) => diagnosticOf(document, error)),
      );
  };
  subscriptions.push(
    collection,
    vscode.workspace.onDidOpenTextDocument(check),
    vscode.workspace.onDidChangeTextDocument(({ document }) => check(document)),
    vscode.languages.registerCodeActionsProvider(
      SELECTOR,
      { provideCodeActions: (document, range) => actionsIn(document, range) },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, FIX_ALL] },
    ),
    vscode.languages.registerHoverProvider(SELECTOR, {
      provideHover: (document, { line }) => {
        const here = errorsOf(document).filter(({ lineNumber }) => lineNumber === line + 1);
        return here.length > 0
          ? new vscode.Hover(here.map(({ ruleNames }) => ruleNames.join('/')))
          : undefined;
      },
    }),
    vscode.languages.registerDocumentFormattingEditProvider(SELECTOR, {
      provideDocumentFormattingEdits: (document) => [allFixed(document)],
    }),
  );
  for (const document of vscode.workspace.textDocuments) check(document);
}

function errorsOf(document: vscode.TextDocument): LintError[] {
  return lint({ strings: { text: document.getText() } }).text ?? [];
}

function diagnosticOf(document: vscode.TextDocument, error: LintError): vscode.Diagnostic {
  const { range } = document.lineAt(error.lineNumber - 1);
  const diagnostic = new vscode.Diagnostic(range, error.ruleDescription, vscode.DiagnosticSeverity.Warning);
  diagnostic.source = 'markdownlint';
  diagnostic.code = error.ruleNames[0] ?? '';
  return diagnostic;
}

function actionsIn(document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
  const all = new vscode.CodeAction('Fix all of markdownlint', FIX_ALL);
  all.edit = editOf(document, allFixed(document));
  const fixes = errorsOf(document).flatMap(({ lineNumber, fixInfo, ruleNames }) => {
    const line = document.lineAt(lineNumber - 1);
    if (!fixInfo || !line.range.intersection(range)) return [];
    const fix = new vscode.CodeAction(`Fix ${ruleNames[0]}`, vscode.CodeActionKind.QuickFix);
    const text = applyFix(line.text, fixInfo, '\n') ?? '';
    fix.edit = editOf(document, vscode.TextEdit.replace(line.range, text));
    return [fix];
  });
  return [...fixes, all];
}

function allFixed(document: vscode.TextDocument): vscode.TextEdit {
  const text = document.getText();
  const whole = new vscode.Range(new vscode.Position(0, 0), document.positionAt(text.length));
  return vscode.TextEdit.replace(whole, applyFixes(text, errorsOf(document)));
}

function editOf({ uri }: vscode.TextDocument, change: vscode.TextEdit): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(uri, [change]);
  return edit;
}
