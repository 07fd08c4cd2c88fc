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

const WEAK = '# Objective 1: Sell more\n\n- KR1: Call more customers\n';
const count = (uri: vscode.Uri, rule: string) =>
  findings(uri).filter((finding) => ruleOf(finding) === rule).length;

const run = <T>(command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand<T>(`okrlint.${command}`, ...args);

inFolder('commands', () => {
  afterEach(closeAll);

  it('make a new document for a team, and never overwrite one', async () => {
    const first = await run<vscode.Uri>('newDocument', { language: 'vi', team: 'sales' });
    const year = new Date().getFullYear();
    ok(
      new RegExp(`/okrs/ban-hang-${year}-q[1-4]\\.okr\\.md$`).test(first.path),
      `unexpected name: ${first.path}`,
    );
    const editor = vscode.window.activeTextEditor;
    same(editor?.document.uri.toString(), first.toString(), 'the document in front');
    const text = editor?.document.getText() ?? '';
    ok(new RegExp(`cycle: ${year}-Q[1-4]`).test(text), `no cycle in: ${text}`);
    ok(/KR1: \S/.test(text) && !text.includes('${'), `no template in: ${text}`);
    same(editor?.document.isDirty, false, 'unsaved changes');

    const second = await run<vscode.Uri>('newDocument', { language: 'vi', team: 'sales' });
    ok(/-2\.okr\.md$/.test(second.path), `unexpected second name: ${second.path}`);
    same(
      new TextDecoder().decode(await vscode.workspace.fs.readFile(first)),
      text,
      'the first document after the second was made',
    );
    for (const uri of [first, second]) await vscode.workspace.fs.delete(uri);
  });

  it('give a new document nothing to mend', async () => {
    const uri = await run<vscode.Uri>('newDocument', { language: 'en', team: 'support' });
    // Findings of a document that is opened later show that the server has read the new one.
    const { document } = await openUntitled('# Objective 1: Sell more\n\n- KR1: Call more customers\n');
    await findingsOf(document.uri, 'kr-activity');
    const serious = findings(uri).filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning);
    same(serious.map(ruleOf), [], 'warnings in a new document');
    await vscode.workspace.fs.delete(uri);
  });

  it('open an example in either language without touching a file', async () => {
    for (const [language, word] of [
      ['en', 'Objective 1'],
      ['vi', 'Mục tiêu 1'],
    ] as const) {
      await run('openExample', language);
      const document = vscode.window.activeTextEditor?.document;
      ok(document?.isUntitled && document.getText().includes(word), `no example in ${language}`);
      await findingsOf(document.uri, 'kr-activity');
    }
  });

  it('lead to the next finding', async () => {
    const editor = await openFile('examples/sales.okr.md');
    const [activity] = await findingsOf(editor.document.uri, 'kr-activity');
    ok(activity, 'no finding');
    const above = new vscode.Position(activity.range.start.line - 1, 0);
    editor.selection = new vscode.Selection(above, above);
    // The line above may have a finding of its own.
    const expected = findings(editor.document.uri)
      .map(({ range }) => range.start.line)
      .filter((line) => line >= above.line)
      .sort((a, b) => a - b)[0];
    await run('rewrite');
    same(editor.selection.active.line, expected, 'line of the cursor');
  });

  it('set the language of messages', async () => {
    const configuration = () => vscode.workspace.getConfiguration('okrlint').get('language');
    try {
      await run('setLanguage', 'vi');
      same(configuration(), 'vi', 'okrlint.language');
      const { document } = await openFile('examples/sales.okr.md');
      await until(
        () => findings(document.uri).some(({ message }) => /[ăđơư\u1EA0-\u1EF9]/u.test(message)) || undefined,
        'a finding in Vietnamese',
      );
    } finally {
      await run('setLanguage', 'auto');
    }
    same(configuration(), 'auto', 'okrlint.language');
  });

  it('check the whole workspace, open or not', async () => {
    // Reads what is in the workspace; the server may still be starting.
    const { files, findings: found } = await until(async () => {
      const result = await run<{ files: number; findings: number }>('checkWorkspace');
      return result && result.files > 0 ? result : undefined;
    }, 'a check of the workspace');
    ok(files >= 8, `only ${files} files`);
    ok(found >= 8, `only ${found} findings`);
    await until(
      () => findings(fileUri('examples/hr.okr.md')).length > 0 || undefined,
      'findings in a file that is not open',
    );
  });

  it('keep what they found in closed files up to date', async () => {
    const write = (uri: vscode.Uri, text: string) =>
      vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const setEnabled = (on: boolean | undefined) =>
      vscode.workspace.getConfiguration('okrlint').update('enable', on, vscode.ConfigurationTarget.Global);
    const uri = fileUri('later.okr.md');
    // Not one that other tests have opened: what an extension opens stays open for minutes.
    const always = fileUri('closed.okr.md');
    const none = () => until(() => findings(uri).length === 0 || undefined, 'no findings in later.okr.md');
    try {
      await write(always, WEAK);
      await until(() => run('checkWorkspace'), 'a check of the workspace');
      await until(() => findings(always).length > 0 || undefined, 'findings in closed.okr.md');
      await write(uri, WEAK);
      await findingsOf(uri, 'kr-activity');
      await write(uri, WEAK.replace('Call more customers', 'Raise the win rate from 18% to 25% by 30 June'));
      await noFindingsOf(uri, 'kr-activity');
      await write(uri, WEAK);
      await findingsOf(uri, 'kr-activity');

      // An open one has its findings once.
      await vscode.commands.executeCommand('vscode.open', uri);
      await until(() => count(uri, 'kr-activity') === 1 || undefined, 'one finding while it is open');
      await pause(700);
      same(count(uri, 'kr-activity'), 1, 'findings while it is open');
      await closeAll();
      await until(() => count(uri, 'kr-activity') === 1 || undefined, 'one finding when it is closed');
      // VS Code lets a document go some time after its tab.
      await pause(4000);
      same(count(uri, 'kr-activity'), 1, 'findings when it is closed');

      await setEnabled(false);
      await none();
      await until(() => findings(always).length === 0 || undefined, 'no findings in closed.okr.md');
      await setEnabled(undefined);
      await findingsOf(uri, 'kr-activity');

      await vscode.workspace.fs.delete(uri);
      await none();
      ok(findings(always).length > 0, 'no findings in closed.okr.md any more');
    } finally {
      await setEnabled(undefined);
      for (const each of [uri, always])
        await vscode.workspace.fs.delete(each).then(undefined, () => undefined);
    }
  });

  it('restart the server', async () => {
    const { document } = await openFile('examples/sales.okr.md');
    await findingsOf(document.uri, 'kr-activity');
    await run('restartServer');
    await findingsOf(document.uri, 'kr-activity');
    const hovers = await until(async () => {
      const found = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        findings(document.uri)[0]?.range.start,
      );
      return found.length > 0 ? found : undefined;
    }, 'a hover after the restart');
    ok(hovers.length > 0, 'no hover');
  });
});
