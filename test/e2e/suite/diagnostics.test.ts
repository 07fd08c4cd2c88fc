import * as vscode from 'vscode';
import { ok, same } from './check';
import {
  closeAll,
  fileUri,
  findings,
  findingsOf,
  inFolder,
  noFindingsOf,
  openFile,
  openUntitled,
  pause,
  ruleOf,
  until,
} from './support';

inFolder('diagnostics', () => {
  afterEach(closeAll);

  it('marks the activities of every example', async () => {
    const examples = (await vscode.workspace.fs.readDirectory(fileUri('examples')))
      .map(([name]) => name)
      .filter((name) => name.endsWith('.okr.md'));
    ok(examples.length >= 2, `only ${examples.length} examples`);
    ok(
      examples.includes('sales.okr.md') && examples.includes('ban-hang.okr.md'),
      'no example in both languages',
    );
    for (const name of examples) {
      const { document } = await openFile(`examples/${name}`);
      const [first] = await findingsOf(document.uri, 'kr-activity');
      same(first?.severity, vscode.DiagnosticSeverity.Warning, `severity in ${name}`);
    }
  });

  it('stays inside the line of the key result', async () => {
    const { document } = await openFile('examples/sales.okr.md');
    for (const { range } of await findingsOf(document.uri, 'kr-activity')) {
      ok(range.isSingleLine, `a finding spans lines ${range.start.line} to ${range.end.line}`);
      ok(!range.isEmpty, `the finding in line ${range.start.line} is empty`);
      same(document.validateRange(range), range, 'range');
    }
  });

  it('links each finding to the page of its rule', async () => {
    const { document } = await openFile('examples/sales.okr.md');
    const [first] = await findingsOf(document.uri, 'kr-activity');
    ok(
      typeof first?.code === 'object' && /kr-activity/.test(first.code.target.toString()),
      'no link to the rule',
    );
  });

  it('follows typing in a document that was never saved', async () => {
    const editor = await openUntitled(
      '# Objective 1: Win more of the deals we enter\n\n- KR1: Call more customers\n',
    );
    const { uri } = editor.document;
    await findingsOf(uri, 'kr-activity');

    const line = editor.document.lineAt(2).range;
    await editor.edit((edit) => edit.replace(line, '- KR1: Raise the win rate from 18% to 25% by 30 June'));
    await noFindingsOf(uri, 'kr-activity');

    await editor.edit((edit) =>
      edit.replace(editor.document.lineAt(2).range, '- KR1: Gọi điện cho khách hàng'),
    );
    await findingsOf(uri, 'kr-activity');
  });

  it('says nothing about a README', async () => {
    const readme = await openFile('README.md');
    // There is nothing to wait for, so a document with findings, opened after it, shows that the server has answered.
    const { document } = await openFile('examples/sales.okr.md');
    await findingsOf(document.uri, 'kr-activity');
    await pause(300);
    same(findings(readme.document.uri).map(ruleOf), [], 'findings in README.md');
  });

  it('come for the top of a large document first, then for all of it', async function () {
    this.timeout(120_000);
    // Large enough that VS Code has opened its tab, and asks for the last time, before all of it is read.
    let text = '# OKRs\n\n';
    for (let n = 1; text.length < 2_000_000; n++)
      text += `## Objective ${n}: Shops in district ${n} reorder\n\n- KR1: Raise orders of shop ${n} from 20 to 30 a week\n- KR2: Call more shop owners\n\n`;
    const editor = await openUntitled(text);
    const { uri, lineCount } = editor.document;
    const counts: number[] = [];
    const listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((each) => each.toString() === uri.toString())) counts.push(findings(uri).length);
    });
    const activities = () => findings(uri).filter((finding) => ruleOf(finding) === 'kr-activity');
    await until(
      () => activities().some(({ range }) => range.start.line < 10) || undefined,
      'the first finding',
    );
    await until(() => activities().length > 300 || undefined, 'all findings', 60_000);
    const some = counts.find((count) => count > 0);
    ok(some !== undefined && some < 300, `findings as they came: ${counts.join(', ')}`);
    // Who types goes on with all of them.
    const end = new vscode.Position(lineCount - 1, 0);
    await editor.edit((edit) => edit.insert(end, '## Objective: Shops stay\n\n- KR1: Visit shops\n'));
    await pause(3000);
    listening.dispose();
    ok(activities().length > 300, `findings as they came: ${counts.join(', ')}`);
  });

  it('go when their document is closed', async () => {
    const uri = fileUri('closing.okr.md');
    await vscode.workspace.fs.writeFile(
      uri,
      new TextEncoder().encode('# Objective 1: Sell more\n\n- KR1: Call more customers\n'),
    );
    // As a click on it does; what an extension opens stays open for minutes.
    await vscode.commands.executeCommand('vscode.open', uri);
    await findingsOf(uri, 'kr-activity');
    await closeAll();
    await until(() => findings(uri).length === 0 || undefined, 'no findings of a closed document');
    await pause(1000);
    same(findings(uri).map(ruleOf), [], 'findings of a closed document');
    await vscode.workspace.fs.delete(uri);
  });
});
