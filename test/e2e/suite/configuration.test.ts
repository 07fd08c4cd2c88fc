import * as vscode from 'vscode';
import { closeAll, findingsOf, inFolder, noFindingsOf, openFile } from './support';

inFolder('configuration', () => {
  const set = (rules: Record<string, string> | undefined) =>
    vscode.workspace.getConfiguration('okrlint').update('rules', rules, vscode.ConfigurationTarget.Global);

  afterEach(async () => {
    await set(undefined);
    await closeAll();
  });

  it('applies at once to open documents', async () => {
    const { document } = await openFile('examples/sales.okr.md');
    await findingsOf(document.uri, 'kr-activity');
    await set({ 'kr-activity': 'off' });
    await noFindingsOf(document.uri, 'kr-activity');
    await set(undefined);
    await findingsOf(document.uri, 'kr-activity');
  });
});
