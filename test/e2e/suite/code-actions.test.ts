import * as vscode from 'vscode';
import { ok, same } from './check';
import { closeAll, findings, findingsOf, inFolder, noFindingsOf, openUntitled, until } from './support';

const DOCUMENTS = {
  English:
    '# Objective 1: Win more of the deals we enter\n\n- KR1: Call more customers\n- KR2: Raise the win rate from 18% to 25%\n',
  Vietnamese:
    '# Mục tiêu 1: Thắng nhiều cơ hội bán hàng hơn\n\n- KR1: Gọi điện cho khách hàng\n- KR2: Tăng tỷ lệ chốt đơn từ 18% lên 25%\n',
};

/** What stands in the tab stops for the present and the wanted value. */
const STOPS = {
  English: ['‹baseline›', '‹target›'],
  Vietnamese: ['‹mức hiện tại›', '‹mức cần đạt›'],
} as const;

/** The quick fixes offered for a finding, with their edits. */
function quickFixes(uri: vscode.Uri, { range }: vscode.Diagnostic): Promise<vscode.CodeAction[]> {
  return until(async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
      10,
    );
    const rewrites = actions.filter(({ edit, disabled }) => edit && !disabled);
    return rewrites.length > 0 ? rewrites : undefined;
  }, 'a quick fix');
}

inFolder('code actions', () => {
  afterEach(closeAll);

  for (const language of ['English', 'Vietnamese'] as const) {
    const content = DOCUMENTS[language];
    it(`offer a rewrite that clears the finding (${language})`, async () => {
      const editor = await openUntitled(content);
      const { document } = editor;
      const [finding] = await findingsOf(document.uri, 'kr-activity');
      ok(finding, 'no finding');
      const line = finding.range.start.line;

      const [fix] = await quickFixes(document.uri, finding);
      ok(fix?.edit, 'no edit');
      ok(await vscode.workspace.applyEdit(fix.edit), 'VS Code refused the edit');
      await noFindingsOf(document.uri, 'kr-activity');
      const rewritten = document.lineAt(line).text;
      ok(/^- KR1: \S/.test(rewritten), `the label is gone: ${rewritten}`);
      same(document.lineAt(3).text, content.split('\n')[3], 'the next key result');

      // What the user types into the tab stops.
      const [was, will] = STOPS[language];
      ok(rewritten.includes(was) && rewritten.includes(will), `no tab stops: ${rewritten}`);
      const filled = rewritten.replace(was, '18').replace(will, '25');
      await editor.edit((edit) => edit.replace(document.lineAt(line).range, filled));
      await until(
        () => (findings(document.uri).some(({ range }) => range.start.line === line) ? undefined : true),
        `no finding left in: ${filled}`,
      );
    });
  }
});
