import * as vscode from 'vscode';
import { ok } from './check';
import { closeAll, inFolder, openFile, until } from './support';

/** What VS Code's Markdown extension makes of a document, with all plugins. */
const rendered = (document: vscode.TextDocument) =>
  vscode.commands.executeCommand<string>('markdown.api.render', document);

inFolder('the Markdown preview', () => {
  afterEach(async () => {
    await vscode.workspace
      .getConfiguration('okrlint')
      .update('preview', undefined, vscode.ConfigurationTarget.Global);
    await closeAll();
  });

  const marked = (document: vscode.TextDocument) =>
    until(async () => {
      const html = await rendered(document);
      return html.includes('okrlint-badge') ? html : undefined;
    }, 'marks in the preview');

  it('shows verdicts, progress and pace in English', async () => {
    const { document } = await openFile('examples/sales.okr.md');
    const html = await marked(document);
    ok(/Call more customers.*okrlint-activity/.test(html), `no mark behind the activity in: ${html}`);
    ok(/win rate.*okrlint-bar/.test(html), `no bar in: ${html}`);
    ok(html.includes('>measurable<'), `no words in: ${html}`);
  });

  it('speaks Vietnamese in a Vietnamese document', async () => {
    const { document } = await openFile('examples/ban-hang.okr.md');
    const html = await marked(document);
    ok(html.includes('>đo được<'), `no Vietnamese in: ${html}`);
  });

  it('leaves other Markdown alone', async () => {
    const { document } = await openFile('README.md');
    await rendered(document);
    // A document whose marks have come shows that the server has answered for both.
    await marked((await openFile('examples/sales.okr.md')).document);
    ok(!(await rendered(document)).includes('okrlint-'), 'marks in a README');
  });

  it('can be switched off', async () => {
    const { document } = await openFile('examples/sales.okr.md');
    await marked(document);
    await vscode.workspace
      .getConfiguration('okrlint')
      .update('preview', false, vscode.ConfigurationTarget.Global);
    await until(
      async () => !(await rendered(document)).includes('okrlint-') || undefined,
      'a preview without marks',
    );
  });
});
