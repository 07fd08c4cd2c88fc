import * as vscode from 'vscode';
import { ok } from './check';
import { closeAll, findingsOf, inFolder, openFile, until } from './support';

/** The texts of all hovers at a position. */
async function hoverAt(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const text = await until(async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      position,
    );
    const texts = hovers.flatMap(({ contents }) =>
      contents.map((content) => (typeof content === 'string' ? content : content.value)),
    );
    return texts.length > 0 ? texts.join('\n\n') : undefined;
  }, 'a hover');
  return text;
}

inFolder('hover', () => {
  afterEach(closeAll);

  it('explains in English why a key result is an activity', async () => {
    const { document } = await openFile('examples/sales.okr.md');
    const [finding] = await findingsOf(document.uri, 'kr-activity');
    ok(finding, 'no finding');
    const text = await hoverAt(document.uri, finding.range.start);
    ok(/activity/i.test(text), `no explanation in: ${text}`);
    ok(text.length > 80, `too short to explain anything: ${text}`);
  });

  it('explains it in Vietnamese in a Vietnamese document', async () => {
    const { document } = await openFile('examples/ban-hang.okr.md');
    const [finding] = await findingsOf(document.uri, 'kr-activity');
    ok(finding, 'no finding');
    const text = await hoverAt(document.uri, finding.range.start);
    ok(/hoạt động|việc làm|công việc/i.test(text.normalize('NFC')), `no Vietnamese explanation in: ${text}`);
  });
});
