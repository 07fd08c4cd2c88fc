import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  type Diagnostic,
  DidChangeWatchedFilesNotification,
  DidSaveTextDocumentNotification,
  FileChangeType,
} from 'vscode-languageserver-protocol/node';
import { WEAK as TEXT } from '../cli/harness';
import { TestClient } from './harness';

const WATCHES: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};
const PULLS: ClientCapabilities = {
  ...WATCHES,
  workspace: { ...WATCHES.workspace, diagnostics: { refreshSupport: true } },
  textDocument: { diagnostic: {} },
};

const severity = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.find(({ code }) => code === 'kr-activity')?.severity;

describe('the language server with configuration files', () => {
  let folder: string;
  let client: TestClient;
  const uri = (name: string) => pathToFileURL(path.join(folder, name)).href;
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  const start = (capabilities: ClientCapabilities, settings: Record<string, unknown> = {}) =>
    TestClient.start({
      capabilities,
      settings: { okrlint: settings },
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'w' }],
    });
  const tell = (name: string) =>
    client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uri(name), type: FileChangeType.Changed }],
    });

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'okrlint-config-'));
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('heeds the nearest file, and changes of it at once', async () => {
    write('.okrlintrc.json', '{"rules":{"kr-activity":"error"}}');
    client = await start(WATCHES);
    await client.open(uri('a/team.okr.md'), TEXT);
    strictEqual(severity((await client.diagnostics(uri('a/team.okr.md'))).diagnostics), 1);
    ok(client.registered.has('workspace/didChangeWatchedFiles'));

    const nearer = client.nextDiagnostics(uri('a/team.okr.md'));
    write('a/.okrlintrc.yaml', 'rules: { kr-activity: hint }');
    await tell('a/.okrlintrc.yaml');
    strictEqual(severity((await nearer).diagnostics), 4);
  });

  it('says in its log which settings it leaves out, once', async () => {
    client = await start(WATCHES, { rules: { 'kr-activty': 'off', 'kr-activity': 'loud' } });
    for (const name of ['a.okr.md', 'b.okr.md']) {
      await client.open(uri(name), TEXT);
      strictEqual(severity((await client.diagnostics(uri(name))).diagnostics), 2);
    }
    deepStrictEqual(
      client.log.filter((line) => line.includes('okrlint.rules')),
      [
        'okrlint: okrlint.rules names "kr-activty", which is no rule. Correct or delete it.',
        'okrlint: okrlint.rules: "kr-activity" must be one of off, hint, information, warning, error. Correct or delete it.',
      ],
    );
  });

  it('lets the file win over the editor, but for enable and a chosen language', async () => {
    write('.okrlintrc.yaml', 'profile: strict\nlanguage: en\nrules: { kr-activity: hint }');
    client = await start(WATCHES, { profile: 'source', language: 'vi', rules: { 'kr-activity': 'error' } });
    await client.open(uri('team.okr.md'), TEXT);
    const { diagnostics } = await client.diagnostics(uri('team.okr.md'));
    strictEqual(severity(diagnostics), 4);
    match(String(diagnostics.find(({ code }) => code === 'kr-activity')?.message), /kết quả|công việc|việc/);
    const next = client.nextDiagnostics(uri('team.okr.md'));
    await client.configure({ okrlint: { enable: false } });
    deepStrictEqual((await next).diagnostics, []);
  });

  it('says in a broken file what is wrong, keeps the last good one, and takes it back when mended', async () => {
    write('.okrlintrc.yaml', 'rules:\n  kr-activity: error\n');
    client = await start(WATCHES);
    await client.open(uri('team.okr.md'), TEXT);
    strictEqual(severity((await client.diagnostics(uri('team.okr.md'))).diagnostics), 1);

    const complaint = client.nextDiagnostics(uri('.okrlintrc.yaml'));
    const again = client.nextDiagnostics(uri('team.okr.md'));
    write('.okrlintrc.yaml', 'rules:\n  kr-activty: hint\n');
    await tell('.okrlintrc.yaml');
    const [problem] = (await complaint).diagnostics;
    strictEqual(problem?.code, 'config-unknown-rule');
    strictEqual(problem?.severity, 1);
    deepStrictEqual(problem?.range.start, { line: 1, character: 2 });
    match(String(problem?.message), /Did you mean “kr-activity”/);
    strictEqual(severity((await again).diagnostics), 1, 'the last good version counts');

    const mended = client.nextDiagnostics(uri('.okrlintrc.yaml'));
    const third = client.nextDiagnostics(uri('team.okr.md'));
    write('.okrlintrc.yaml', 'rules:\n  kr-activity: hint\n');
    await tell('.okrlintrc.yaml');
    deepStrictEqual((await mended).diagnostics, []);
    strictEqual(severity((await third).diagnostics), 4);
  });

  it('reads a configuration as it is in the editor, before it is saved', async () => {
    write('.okrlintrc.json', '{"rules":{"kr-activity":"error"}}');
    client = await start(WATCHES);
    await client.open(uri('team.okr.md'), TEXT);
    await client.diagnostics(uri('team.okr.md'));
    const first = client.nextDiagnostics(uri('team.okr.md'));
    await client.open(uri('.okrlintrc.json'), '{"rules":{"kr-activity":"hint"}}', 'jsonc');
    strictEqual(severity((await first).diagnostics), 4);
    const second = client.nextDiagnostics(uri('.okrlintrc.json'));
    await client.change(uri('.okrlintrc.json'), { text: '{"rules":{"kr-activity":"hint"' });
    strictEqual((await second).diagnostics[0]?.code, 'config-no-syntax');
    const third = client.nextDiagnostics(uri('team.okr.md'));
    await client.close(uri('.okrlintrc.json'));
    strictEqual(severity((await third).diagnostics), 1, 'the file on the disk counts again');
  });

  it('publishes mistakes of the configuration to clients that pull, once', async () => {
    write('.okrlintrc.yaml', 'profile: x');
    client = await start(PULLS);
    await client.open(uri('team.okr.md'), TEXT);
    const complaint = client.nextDiagnostics(uri('.okrlintrc.yaml'));
    const report = await client.pull(uri('team.okr.md'));
    strictEqual(report.kind, 'full');
    strictEqual((await complaint).diagnostics[0]?.code, 'config-not-allowed');
    await client.open(uri('.okrlintrc.yaml'), 'profile: x', 'yaml');
    const own = await client.pull(uri('.okrlintrc.yaml'));
    deepStrictEqual(own.kind === 'full' && own.items, []);
    deepStrictEqual(
      client.published.filter((one) => one.uri.endsWith('.md')),
      [],
    );
  });

  it('gives pulled reports a new id when the configuration changes', async () => {
    client = await start(PULLS);
    await client.open(uri('team.okr.md'), TEXT);
    const first = await client.pull(uri('team.okr.md'));
    strictEqual((await client.pull(uri('team.okr.md'), first.resultId)).kind, 'unchanged');
    write('.okrlintrc.yaml', 'rules: { kr-activity: error }');
    await tell('.okrlintrc.yaml');
    const second = await client.pull(uri('team.okr.md'), first.resultId);
    ok(second.kind === 'full');
    strictEqual(severity(second.items), 1);
  });

  it('looks at Markdown that the configuration names and leaves alone what it ignores', async () => {
    write('.okrlintrc.yaml', 'files: goals/*.md\nignore: "**/archive"');
    client = await start(WATCHES);
    const plain = TEXT.replace(/Objective 1: |KR \d: /g, '').replace('# OKRs Q3 2026', '# Plans Q3 2026');
    for (const [name, text, wanted] of [
      ['notes.md', plain, false],
      ['goals/sales.md', plain, true],
      ['archive/team.okr.md', TEXT, false],
    ] as const) {
      await client.open(uri(name), text);
      const { diagnostics } = await client.diagnostics(uri(name));
      strictEqual(diagnostics.length > 0, wanted, name);
    }
  });

  it('heeds globs of the editor where no file speaks', async () => {
    client = await start(WATCHES, { files: { include: ['goals/*.md'], exclude: ['**/old/**', 7] } });
    const plain = TEXT.replace(/Objective 1: |KR \d: /g, '').replace('# OKRs Q3 2026', '# Plans Q3 2026');
    await client.open(uri('goals/sales.md'), plain);
    ok((await client.diagnostics(uri('goals/sales.md'))).diagnostics.length > 0);
    await client.open(uri('old/team.okr.md'), TEXT);
    deepStrictEqual((await client.diagnostics(uri('old/team.okr.md'))).diagnostics, []);
  });

  it('looks again on save where nobody watches files', async () => {
    client = await TestClient.start({ workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'w' }] });
    await client.open(uri('team.okr.md'), TEXT);
    strictEqual(severity((await client.diagnostics(uri('team.okr.md'))).diagnostics), 2);
    write('.okrlintrc.yaml', 'rules: { kr-activity: error }');
    const next = client.nextDiagnostics(uri('team.okr.md'));
    await client.connection.sendNotification(DidSaveTextDocumentNotification.type, {
      textDocument: { uri: uri('team.okr.md') },
    });
    strictEqual(severity((await next).diagnostics), 1);
  });

  it('asks a client that reads files for us', async () => {
    const asked: string[] = [];
    client = TestClient.spawn({ settings: {} });
    client.connection.onRequest('okrlint/readFile', ({ uri: wanted }: { uri: string }) => {
      asked.push(wanted);
      return wanted.endsWith('/o/.okrlintrc.json') ? { text: '{"rules":{"kr-activity":"error"}}' } : null;
    });
    await client.connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: WATCHES,
      workspaceFolders: [{ uri: 'vscode-vfs://github/o', name: 'o' }],
      initializationOptions: { files: true },
    });
    await client.connection.sendNotification('initialized', {});
    await client.open('vscode-vfs://github/o/a/team.okr.md', TEXT);
    const { diagnostics } = await client.diagnostics('vscode-vfs://github/o/a/team.okr.md');
    strictEqual(severity(diagnostics), 1);
    ok(asked.every((one) => one.startsWith('vscode-vfs://github/o/')));
  });
});
