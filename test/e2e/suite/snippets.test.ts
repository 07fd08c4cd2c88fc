import * as vscode from 'vscode';
import { ok, same } from './check';
import { closeAll, EXTENSION_ID, findings, findingsOf, openUntitled, ruleOf, until } from './support';

interface Snippet {
  prefix: string | string[];
  body: string | string[];
}

/** All snippets that the extension contributes, by prefix. */
async function contributedSnippets(): Promise<Map<string, string>> {
  const extension = vscode.extensions.getExtension(EXTENSION_ID);
  const files: { path: string }[] = extension?.packageJSON.contributes?.snippets ?? [];
  const snippets = new Map<string, string>();
  for (const { path } of files) {
    ok(extension, 'no extension');
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension.extensionUri, path));
    const entries = Object.values(JSON.parse(new TextDecoder().decode(bytes)) as Record<string, Snippet>);
    for (const { prefix, body } of entries) {
      for (const name of [prefix].flat()) snippets.set(name, [body].flat().join('\n'));
    }
  }
  return snippets;
}

describe('snippets', () => {
  afterEach(closeAll);

  it('are offered when their prefix is typed', async () => {
    const [prefix] = (await contributedSnippets()).keys();
    ok(prefix, 'package.json contributes no snippets');
    const { document } = await openUntitled(prefix);
    await until(async () => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        new vscode.Position(0, prefix.length),
      );
      const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return labels.includes(prefix) || undefined;
    }, `a completion "${prefix}"`);
  });

  it('insert an OKR that okrlint finds no activity in', async () => {
    for (const [prefix, body] of await contributedSnippets()) {
      const editor = await openUntitled('');
      await vscode.commands.executeCommand('editor.action.insertSnippet', { snippet: body });
      const text = editor.document.getText();
      ok(text.length > 0 && !text.includes('${'), `${prefix} inserted: ${text}`);
      same(findings(editor.document.uri).map(ruleOf), [], `findings in the snippet ${prefix}`);
      await closeAll();
    }
    // The server is awake, so the silence above meant something.
    const { document } = await openUntitled('# Objective 1: Sell more\n\n- KR1: Call 100 customers\n');
    await findingsOf(document.uri, 'kr-activity');
  });
});
