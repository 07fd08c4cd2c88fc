import * as vscode from 'vscode';
import { ok, same } from './check';
import { api, closeAll, inFolder, openFile, openUntitled, pause, until } from './support';

inFolder('the scorecard', () => {
  afterEach(closeAll);

  const opened = async () => {
    await vscode.commands.executeCommand('okrlint.openScorecard');
    const { scorecard } = await api();
    return until(() => scorecard.last, 'the scorecard');
  };

  it('opens in a tab and lists all OKR documents of the workspace', async () => {
    const card = await opened();
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    ok(tab?.input instanceof vscode.TabInputWebview, `no webview in front: ${tab?.label}`);
    const names = card.plans.map(({ name }) => name);
    for (const name of ['examples/sales.okr.md', 'examples/ban-hang.okr.md', 'company.okr.md'])
      ok(names.includes(name), `${name} is not in: ${names.join(', ')}`);
    ok(!names.some((name) => /readme/i.test(name)), `a README is in: ${names.join(', ')}`);
  });

  it('knows verdicts, progress and what supports what', async () => {
    const { plans } = await opened();
    const sales = plans.find(({ name }) => name === 'examples/sales.okr.md');
    const results = sales?.objectives.flatMap((goal) => goal.results) ?? [];
    ok(
      results.some(({ verdict }) => verdict === 'activity'),
      'no activity',
    );
    ok(
      results.some(({ progress }) => progress !== undefined),
      'no progress',
    );
    ok(
      plans.some(({ objectives }) => objectives.some(({ supports }) => supports.length > 0)),
      'nothing supports anything',
    );
  });

  it('follows what is typed', async () => {
    await opened();
    const editor = await openUntitled('# Objective 1: Grow\n\n- KR1: Raise the win rate from 18% to 25%\n');
    const name = 'Objectives that nobody had before';
    await editor.edit((edit) => edit.replace(editor.document.lineAt(0).range, `# Objective 1: ${name}`));
    await vscode.commands.executeCommand('okrlint.openScorecard');
    const { scorecard } = await api();
    await until(
      () =>
        scorecard.last?.plans.some(({ objectives }) => objectives.some(({ text }) => text === name)) ||
        undefined,
      'the new objective in the scorecard',
    );
  });

  it('has one panel only', async () => {
    await opened();
    await vscode.commands.executeCommand('okrlint.openScorecard');
    const panels = () =>
      vscode.window.tabGroups.all
        .flatMap((group) => group.tabs)
        .filter(({ input }) => input instanceof vscode.TabInputWebview);
    await until(() => panels().length > 0 || undefined, 'the tab');
    await pause(200);
    same(panels().length, 1, 'panels');
  });
});

inFolder('the status item', () => {
  afterEach(closeAll);

  it('counts the key results of the document in front', async () => {
    const { status } = await api();
    await openFile('examples/sales.okr.md');
    const current = await until(
      () => (status.current?.isOkr && status.current.keyResults > 0 ? status.current : undefined),
      'the status of sales.okr.md',
    );
    ok(
      current.measurable > 0 && current.measurable < current.keyResults,
      `${current.measurable} of ${current.keyResults}`,
    );
    same(current.profile, 'source', 'profile');
  });

  it('says nothing about a README', async () => {
    const { status } = await api();
    await openFile('README.md');
    await until(() => (status.current?.isOkr === false ? true : undefined), 'the status of README.md');
  });
});
