import * as vscode from 'vscode';
import { ok, same } from './check';
import {
  closeAll,
  EXTENSION_ID,
  findings,
  findingsOf,
  inFolder,
  openUntitled,
  ruleOf,
  until,
} from './support';

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

/** Whole documents, in English and in Vietnamese. */
const TEMPLATES = [
  ...['okr-sales', 'okr-marketing', 'okr-operations', 'okr-hr'],
  ...['okr-ban-hang', 'okr-tiep-thi', 'okr-van-hanh', 'okr-nhan-su'],
];

inFolder('snippets', () => {
  afterEach(closeAll);

  it('are offered when their prefix is typed', async () => {
    for (const prefix of TEMPLATES) {
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
    }
  });

  it('insert OKRs that okrlint has nothing against', async () => {
    const snippets = await contributedSnippets();
    const inserted: vscode.TextDocument[] = [];
    for (const prefix of TEMPLATES) {
      const editor = await openUntitled('');
      const snippet = snippets.get(prefix);
      ok(snippet, `no snippet ${prefix}`);
      await vscode.commands.executeCommand('editor.action.insertSnippet', { snippet });
      const text = editor.document.getText();
      ok(/KR/.test(text) && !text.includes('${'), `${prefix} inserted: ${text}`);
      inserted.push(editor.document);
    }
    // Findings of a document that is opened last show that the server has read those before it.
    const { document } = await openUntitled('# Objective 1: Sell more\n\n- KR1: Call more customers\n');
    await findingsOf(document.uri, 'kr-activity');
    const worse = (uri: vscode.Uri) =>
      findings(uri).filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning);
    for (const [index, { uri }] of inserted.entries()) {
      same(worse(uri).map(ruleOf), [], `warnings in the template ${TEMPLATES[index]}`);
    }
  });
});
