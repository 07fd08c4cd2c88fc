/** "OKR: Show rule documentation": the page of the rule at the cursor, or of any. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { RULES, type RulesParams, type RulesResult } from '../../../server/src/lsp/protocol';
import { readerLanguage, readerTexts } from '../language';
import { findingsOf } from './finding';

export function showRule(client: BaseLanguageClient) {
  return async (given?: unknown): Promise<void> => {
    const rules = await client.sendRequest<RulesResult>(RULES, {
      language: readerLanguage(),
    } satisfies RulesParams);
    const here = rulesAtCursor();
    const { rules: texts } = readerTexts();
    const items = rules
      .map(({ id, title, url }) => ({
        label: title,
        description: here.has(id) ? `${id} · ${texts.here}` : id,
        id,
        url,
      }))
      .sort((a, b) => Number(here.has(b.id)) - Number(here.has(a.id)));
    const picked =
      items.find(({ id }) => id === given) ??
      (await vscode.window.showQuickPick(items, { title: texts.title, matchOnDescription: true }));
    if (picked) await vscode.env.openExternal(vscode.Uri.parse(picked.url));
  };
}

function rulesAtCursor(): ReadonlySet<string> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return new Set();
  const line = editor.selection.active.line;
  const found = findingsOf(editor.document).filter(
    ({ range }) => range.start.line <= line && line <= range.end.line,
  );
  return new Set(found.map(({ code }) => String(typeof code === 'object' ? code.value : code)));
}
