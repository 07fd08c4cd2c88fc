/** Shows a proposed wording beside the document as it is, and applies it only when it is accepted. */
import * as vscode from 'vscode';
import type { Texts } from '../texts';
import type { Place } from './place';

/** Scheme of the read-only documents on both sides of the comparison; see `shadow.ts`. */
export const SCHEME = 'okrlint-proposal';

const contents = new Map<string, string>();

export function registerProposals(): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: ({ query }) => contents.get(query) ?? '',
  });
}

export async function acceptedAfterComparing(
  document: vscode.TextDocument,
  { range }: Place,
  proposal: string,
  texts: Texts['model'],
): Promise<boolean> {
  const before = document.getText();
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const old = before.slice(start, end);
  const left = virtual(document, 'before', before);
  const right = virtual(document, 'after', before.slice(0, start) + proposal + before.slice(end));
  try {
    await vscode.commands.executeCommand('vscode.diff', left, right, texts.compare, {
      selection: range,
      preview: true,
    });
    const answer = await vscode.window.showInformationMessage(texts.ask, texts.accept);
    await closeComparison(right);
    if (answer !== texts.accept) return false;
    if (document.isClosed || document.getText(range) !== old) {
      void vscode.window.showWarningMessage(texts.moved);
      return false;
    }
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, range, proposal);
    return await vscode.workspace.applyEdit(edit);
  } finally {
    contents.delete(left.query);
    contents.delete(right.query);
  }
}

let serial = 0;

function virtual({ uri }: vscode.TextDocument, side: string, content: string): vscode.Uri {
  const query = `${side}-${++serial}`;
  contents.set(query, content);
  return vscode.Uri.from({
    scheme: SCHEME,
    path: uri.path.startsWith('/') ? uri.path : `/${uri.path}`,
    query,
  });
}

async function closeComparison(right: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const own = tabs.filter(
    ({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.toString() === right.toString(),
  );
  await vscode.window.tabGroups.close(own);
}
