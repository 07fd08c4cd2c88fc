import * as vscode from 'vscode';
import { ok, same } from './check';
import { api, closeAll, findingsOf, openUntitled, until, withoutFolder } from './support';

const WEAK = '# Objective 1: Win more of the deals we enter\n\n- KR1: Call more customers\n';

withoutFolder('without a folder', () => {
  afterEach(closeAll);

  it('reads a document that was never saved', async () => {
    const { document } = await openUntitled(WEAK);
    await findingsOf(document.uri, 'kr-activity');
  });

  it('makes a new document that is not saved yet', async () => {
    const uri = await vscode.commands.executeCommand<vscode.Uri>('okrlint.newDocument', {
      language: 'en',
      team: 'hr',
    });
    same(uri.scheme, 'untitled', 'scheme of the new document');
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    ok(/KR1: \S/.test(text), `no template in: ${text}`);
  });

  it('opens a scorecard with what is open', async () => {
    await openUntitled(WEAK);
    await vscode.commands.executeCommand('okrlint.openScorecard');
    const { scorecard } = await api();
    await until(() => (scorecard.last && scorecard.last.plans.length > 0) || undefined, 'a plan');
  });
});
