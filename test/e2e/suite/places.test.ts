import * as vscode from 'vscode';
import { ok, same } from './check';
import {
  closeAll,
  EXTENSION_ID,
  fileUri,
  findings,
  findingsOf,
  inFolder,
  openFile,
  pause,
  ruleOf,
  until,
} from './support';

const WEAK = '# Objective 1: Win more of the deals we enter\n\n- KR1: Call more customers\n';

inFolder('everywhere', () => {
  afterEach(closeAll);

  it('says so in package.json', () => {
    const manifest = vscode.extensions.getExtension(EXTENSION_ID)?.packageJSON;
    same(manifest.capabilities.untrustedWorkspaces.supported, true, 'untrusted workspaces');
    same(manifest.capabilities.virtualWorkspaces, true, 'virtual workspaces');
    ok(manifest.main && manifest.browser, 'no entry for desktop or web');
  });

  it('reads each Markdown cell of a notebook as a document of its own', async () => {
    const uri = fileUri('plan.ipynb');
    await vscode.commands.executeCommand('vscode.open', uri);
    const notebook = await until(
      () => vscode.workspace.notebookDocuments.find((each) => each.uri.toString() === uri.toString()),
      'the notebook',
    );
    const [first, code, notes] = notebook.getCells().map(({ document }) => document.uri);
    ok(first && code && notes, 'cells are missing');
    const [finding] = await findingsOf(first, 'kr-activity');
    same(finding?.range.start.line, 2, 'line in the cell');
    same([...findings(code), ...findings(notes)].map(ruleOf), [], 'findings in other cells');
  });

  it('leaves the old side of a comparison alone', async () => {
    const shown = 'git';
    const provider = vscode.workspace.registerTextDocumentContentProvider(shown, {
      provideTextDocumentContent: () => WEAK,
    });
    try {
      const old = vscode.Uri.from({ scheme: shown, path: '/old/team.okr.md' });
      const editor = await openFile('examples/sales.okr.md');
      await vscode.commands.executeCommand('vscode.diff', old, editor.document.uri, 'old and new');
      await findingsOf(editor.document.uri, 'kr-activity');
      await pause(300);
      same(findings(old).map(ruleOf), [], 'findings on the old side');
    } finally {
      provider.dispose();
    }
  });

  it('reads documents of virtual file systems', async () => {
    const scheme = 'okrlint-test-memory';
    const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: () => WEAK,
    });
    try {
      const document = await vscode.workspace.openTextDocument(
        vscode.Uri.from({ scheme, path: '/plans/team.okr.md' }),
      );
      await vscode.window.showTextDocument(document);
      await findingsOf(document.uri, 'kr-activity');
    } finally {
      provider.dispose();
    }
  });

  it('leaves what is written for machines alone', async () => {
    // Languages that newer versions of VS Code have; plain text stands for them where they are not known.
    const known = await vscode.languages.getLanguages();
    const languages = ['prompt', 'instructions', 'chatmode', 'chatagent', 'skill', 'plaintext'].filter((id) =>
      known.includes(id),
    );
    const documents = await Promise.all(
      languages.map((language) => vscode.workspace.openTextDocument({ language, content: WEAK })),
    );
    const { document } = await openFile('examples/sales.okr.md');
    await findingsOf(document.uri, 'kr-activity');
    await pause(300);
    for (const { uri, languageId } of documents)
      same(findings(uri).map(ruleOf), [], `findings in ${languageId}`);
  });

  it('does not change how other Markdown is edited', () => {
    const contributes = vscode.extensions.getExtension(EXTENSION_ID)?.packageJSON.contributes;
    same(Object.keys(contributes.configurationDefaults ?? {}), [], 'defaults of other settings');
  });
});
