import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { activationTime } from '../../scripts/lib/activation.mjs';

describe('the time of activation', function () {
  this.timeout(60_000);
  let dist = '';
  beforeEach(() => {
    dist = mkdtempSync(path.join(tmpdir(), 'okrlint-activation-'));
  });
  afterEach(() => rmSync(dist, { recursive: true }));

  /** An extension that works for some milliseconds before it starts its server. */
  const extension = (work: number) =>
    writeFileSync(
      path.join(dist, 'extension.js'),
      `const vscode = require('vscode');
      class Mine extends vscode.TreeItem {}
      for (const document of vscode.workspace.textDocuments) throw new Error(document);
      exports.activate = async ({ subscriptions, extensionUri }) => {
        subscriptions.push(new vscode.EventEmitter(), new Mine(), vscode.commands.registerCommand('x', () => {}));
        await vscode.window.showInformationMessage('x');
        const end = process.cpuUsage().user + ${work * 1000};
        // Asking for the time is work of the system: it must not be all that is done.
        for (let sum = 0; process.cpuUsage().user < end; ) for (let n = 0; n < 100_000; n++) sum += Math.sqrt(n);
        setTimeout(() => require('child_process').fork(vscode.Uri.joinPath(extensionUri, 'x').fsPath), 0);
      };`,
    );

  it('counts all that the extension does until it starts its server', () => {
    extension(80);
    const slow = activationTime(dist);
    assert.ok(slow >= 80 && slow < 400, `${slow} ms`);
    extension(0);
    const quick = activationTime(dist);
    assert.ok(quick > 0 && quick < 60, `${quick} ms`);
  });

  it('is not known where it fails', () => {
    writeFileSync(path.join(dist, 'extension.js'), "exports.activate = () => { throw new Error('no') };");
    assert.throws(() => activationTime(dist), /no/);
  });
});
