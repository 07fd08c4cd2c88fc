import * as vscode from 'vscode';
import { ok, same } from './check';
import { closeAll, EXTENSION_ID, inFolder, openFile, until } from './support';

inFolder('activation', () => {
  afterEach(closeAll);

  it('starts when a Markdown document is opened', async () => {
    const extension = vscode.extensions.getExtension(EXTENSION_ID);
    ok(extension, `${EXTENSION_ID} is not installed`);
    await openFile('examples/sales.okr.md');
    await until(() => extension.isActive || undefined, 'the extension to be active');
  });

  it('has an entry for this extension host', () => {
    const manifest = vscode.extensions.getExtension(EXTENSION_ID)?.packageJSON;
    const entry =
      vscode.env.uiKind === vscode.UIKind.Web && !vscode.env.remoteName ? manifest.browser : manifest.main;
    ok(typeof entry === 'string', 'no entry in package.json');
  });

  it('registers every command that package.json declares', async () => {
    const declared: { command: string }[] =
      vscode.extensions.getExtension(EXTENSION_ID)?.packageJSON.contributes?.commands ?? [];
    const known = new Set(await vscode.commands.getCommands(true));
    const missing = declared.map(({ command }) => command).filter((command) => !known.has(command));
    same(missing, [], 'commands without an implementation');
  });
});
