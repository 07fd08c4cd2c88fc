import * as vscode from 'vscode';
import { ok, same } from './check';
import { closeAll, fileUri, findings, findingsOf, inFolder, openFile, ruleOf, until } from './support';

const FILE = 'beside.okr.md';
/** With findings of both. Not among the other documents, where people would see it in pictures. */
const TEXT = `---
okr: 1
cycle: 2026-Q4
lang: en
---

# Shop OKRs
## Objective 1: Shops reorder without being asked

- KR1: Try to reach 50 repeat orders a week${'   '}
- KR2: Call more shop owners${'   '}
* KR3: Raise the share of repeat orders from 22% to 35%
`;
const TRY = 9;
const CALL = 10;

/** What the other linter (test/e2e/neighbour) says. */
const others = (uri: vscode.Uri) =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'markdownlint');

const actionsAt = (uri: vscode.Uri, line: number, kind: vscode.CodeActionKind) =>
  vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    new vscode.Range(line, 7, line, 7),
    kind.value,
    20,
  );

inFolder('beside another Markdown linter', () => {
  let editor: vscode.TextEditor;

  beforeEach(async () => {
    await vscode.workspace.fs.writeFile(fileUri(FILE), new TextEncoder().encode(TEXT));
    editor = await openFile(FILE);
    const { uri } = editor.document;
    await findingsOf(uri, 'kr-activity');
    await until(() => others(uri).length > 0 || undefined, 'findings of the other linter');
  });
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(fileUri(FILE));
  });

  it('both report on the same lines, each thing once', () => {
    const all = vscode.languages.getDiagnostics(editor.document.uri);
    const names = all.map((each) => `${each.source} ${ruleOf(each)} ${each.range.start.line}`);
    for (const name of [
      `okrlint kr-try-verb ${TRY}`,
      `okrlint kr-activity ${CALL}`,
      `markdownlint MD009 ${TRY}`,
      `markdownlint MD009 ${CALL}`,
      'markdownlint MD022 7',
    ])
      ok(names.includes(name), `${name} is not in: ${names.join(', ')}`);
    same(names.length, new Set(names).size, `different findings of ${names.join(', ')}`);
    same(
      findings(editor.document.uri).filter((finding) => /^MD\d/.test(ruleOf(finding))),
      [],
      'findings of ours about Markdown',
    );
  });

  it('both offer their quick fixes and hovers', async () => {
    const { uri } = editor.document;
    const titles = await until(async () => {
      const found = (await actionsAt(uri, CALL, vscode.CodeActionKind.QuickFix)).map(({ title }) => title);
      return found.length > 2 ? found : undefined;
    }, 'quick fixes');
    same(titles.filter((title) => title === 'Fix MD009').length, 1, `fixes of the other in ${titles}`);
    ok(titles.filter((title) => !title.startsWith('Fix MD')).length >= 2, `no rewrites in: ${titles}`);
    same(titles.length, new Set(titles).size, `different actions of ${titles}`);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      new vscode.Position(CALL, 8),
    );
    const texts = hovers.map(({ contents }) =>
      contents.map((content) => (typeof content === 'string' ? content : content.value)).join(),
    );
    same(texts.filter((text) => text.includes('MD009')).length, 1, 'hovers of the other');
    same(texts.filter((text) => /activity/i.test(text)).length, 1, 'hovers of okrlint');
  });

  it('source.fixAll.okrlint changes what is ours, and source.fixAll.markdownlint what is theirs', async () => {
    const { uri } = editor.document;
    const apply = async (name: string) => {
      const kind = vscode.CodeActionKind.SourceFixAll.append(name);
      const actions = await until(async () => {
        const found = await actionsAt(uri, 0, kind);
        return found.length > 0 ? found : undefined;
      }, `source.fixAll.${name}`);
      same(
        actions.map((action) => action.kind?.value),
        [`source.fixAll.${name}`],
        'kinds',
      );
      ok(actions[0]?.edit && (await vscode.workspace.applyEdit(actions[0].edit)), 'no edit');
    };
    await apply('okrlint');
    same(editor.document.getText(), TEXT.replace('Try to reach', 'Reach'), 'the text after our fixes');
    await apply('markdownlint');
    const text = editor.document.getText();
    ok(text.includes('- KR1: Reach 50 repeat orders a week\n'), `trailing blanks in: ${text}`);
    ok(text.includes('- KR2: Call more shop owners\n'), `our finding was changed: ${text}`);
  });

  it('on save both fix, and formatting is left to the other', async () => {
    const { uri } = editor.document;
    const settings = vscode.workspace.getConfiguration('editor', { languageId: 'markdown' });
    const set = (value: unknown) =>
      settings.update('codeActionsOnSave', value, vscode.ConfigurationTarget.Global, true);
    try {
      await set({ 'source.fixAll.okrlint': 'explicit', 'source.fixAll.markdownlint': 'explicit' });
      await editor.edit((edit) => edit.insert(new vscode.Position(CALL, 28), ' '));
      ok(await editor.document.save(), 'not saved');
      const text = editor.document.getText();
      ok(/^- KR1: Reach 50 repeat orders a week$/m.test(text), `not fixed by both: ${text}`);
      ok(/^- KR2: Call more shop owners$/m.test(text), `changed what needs thought: ${text}`);
    } finally {
      await set(undefined);
    }
    const end = editor.document.getText().indexOf('shop owners') + 'shop owners'.length;
    await editor.edit((edit) => edit.insert(editor.document.positionAt(end), '   '));
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
      'vscode.executeFormatDocumentProvider',
      uri,
      { tabSize: 2, insertSpaces: true },
    );
    ok(edits && edits.length > 0, 'no formatter');
    ok(!edits.some(({ newText }) => newText.includes('{owner')), 'fields were changed by formatting');
  });
});
