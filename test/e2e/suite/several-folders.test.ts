import * as vscode from 'vscode';
import { ok } from './check';
import { api, closeAll, findings, findingsOf, inSeveralFolders, until } from './support';

inSeveralFolders('with several folders', () => {
  afterEach(closeAll);

  it('finds the documents of all of them', async () => {
    await until(() => (vscode.workspace.workspaceFolders ?? []).length >= 2 || undefined, 'two folders');
    await vscode.commands.executeCommand('okrlint.openScorecard');
    const { scorecard } = await api();
    const names = await until(() => {
      const plans = scorecard.last?.plans.map(({ name }) => name) ?? [];
      return plans.length > 2 ? plans : undefined;
    }, 'the plans of both folders');
    for (const end of ['sales.okr.md', 'warehouse.okr.md'])
      ok(
        names.some((name) => name.endsWith(end)),
        `${end} is not in ${names.join(', ')}`,
      );
  });

  it('checks a document of any of them', async () => {
    const folder = await until(() => vscode.workspace.workspaceFolders?.[1], 'a second folder');
    const uri = vscode.Uri.joinPath(folder.uri, 'warehouse.okr.md');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await findingsOf(uri, 'kr-activity');
    ok(findings(uri).length > 0, 'no findings');
  });
});
