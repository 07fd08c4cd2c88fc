import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, serveWeb } from '../../scripts/lib/web.mjs';

describe('VS Code for the Web on localhost', function () {
  this.timeout(20_000);
  let extension = '';
  let folder = '';
  let server: Awaited<ReturnType<typeof serveWeb>> | undefined;

  beforeEach(() => {
    extension = mkdtempSync(path.join(tmpdir(), 'okrlint-web-'));
    folder = path.join(extension, 'plans & goals');
    mkdirSync(folder);
    writeFileSync(path.join(extension, 'package.json'), '{"name":"x"}');
    writeFileSync(path.join(folder, 'sales.okr.md'), '# Sales');
  });
  afterEach(() => {
    server?.close();
    server = undefined;
    rmSync(extension, { recursive: true, force: true });
  });

  async function configuration(address: string): Promise<Record<string, unknown>> {
    const page = await (await fetch(address)).text();
    const json = /id="vscode-workbench-web-configuration" data-settings="([^"]*)"/.exec(page)?.[1] ?? '';
    return JSON.parse(json.replaceAll('&quot;', '"'));
  }

  it('serves a page with the extension, the folder, the open file and the settings', async () => {
    const settings = { 'editor.wordWrap': 'on', 'x.quoted': 'a "quoted" value' };
    server = await serveWeb({
      extension,
      folder,
      port: await freePort(),
      openFiles: ['sales.okr.md'],
      settings,
    });
    assert.match(server.address, /^http:\/\/localhost:\d+\/$/);
    const { folderUri, defaultLayout, configurationDefaults, developmentOptions } = await configuration(
      server.address,
    );
    assert.deepEqual(folderUri, { scheme: 'vscode-test-web', authority: 'mount', path: '/plans & goals' });
    assert.deepEqual(defaultLayout, {
      force: true,
      editors: [
        { uri: { scheme: 'vscode-test-web', authority: 'mount', path: '/plans & goals/sales.okr.md' } },
      ],
    });
    assert.deepEqual({ ...(configurationDefaults as object), ...settings }, configurationDefaults);
    assert.equal((developmentOptions as { extensions: unknown[] }).extensions.length, 1);
  });

  it('serves the files and the workbench', async () => {
    server = await serveWeb({ extension, folder, port: await freePort() });
    const file = await fetch(new URL('static/mount/plans%20%26%20goals/sales.okr.md', server.address));
    assert.equal(await file.text(), '# Sales');
    const workbench = await fetch(
      new URL('static/build/out/vs/workbench/workbench.web.main.js', server.address),
    );
    assert.equal(workbench.status, 200);
    await workbench.body?.cancel();
  });

  it('prints nothing of its own', async () => {
    const printed: unknown[] = [];
    const { log } = console;
    const write = process.stdout.write;
    console.log = (...args) => printed.push(args);
    process.stdout.write = (...args: unknown[]) => printed.push(args) > 0;
    try {
      server = await serveWeb({ extension, folder, port: await freePort() });
      await configuration(server.address);
      await fetch(new URL('no/such/file', server.address));
    } finally {
      console.log = log;
      process.stdout.write = write;
    }
    assert.deepEqual(printed, []);
  });

  it('refuses a port that is taken, and finds another one', async () => {
    server = await serveWeb({ extension, folder, port: await freePort() });
    const taken = Number(new URL(server.address).port);
    await assert.rejects(serveWeb({ extension, folder, port: taken }), { code: 'EADDRINUSE' });
    assert.notEqual(await freePort(taken), taken);
  });
});
