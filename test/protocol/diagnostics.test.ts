/** Diagnostics over a workspace: asked for by file and as a whole, and what makes them come again. */
import { deepStrictEqual, ok, rejects, strictEqual } from 'node:assert';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  DiagnosticRefreshRequest,
  DiagnosticTag,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type WorkspaceDiagnosticParams,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol';
import type { TestClient } from './harness';
import { Workspace } from './workspace';

const plan = (verb: string) =>
  `# OKRs Q3 2026\n\n## Objective 1: Shops reorder without being asked {#${verb.toLowerCase()}}\n\n- KR 1: Raise repeat orders from 22% to 35%\n- KR 2: ${verb} more shop owners\n`;
const FILES = {
  'a.okr.md': plan('Phone'),
  'b.okr.md': plan('Visit'),
  'README.md': '# No plan\n\n- Phone more people\n',
};
const PULLS: ClientCapabilities = {
  workspace: { configuration: true, diagnostics: { refreshSupport: true } },
  textDocument: {
    diagnostic: {},
    publishDiagnostics: { tagSupport: { valueSet: [DiagnosticTag.Unnecessary] } },
  },
};

describe('diagnostics of a workspace', () => {
  let workspace: Workspace;
  let client: TestClient;
  beforeEach(() => {
    workspace = new Workspace(FILES);
  });
  afterEach(() => {
    client.kill();
    workspace.remove();
  });

  const askAll = (params: Partial<WorkspaceDiagnosticParams> = {}) =>
    client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [], ...params });
  const short = (items: readonly WorkspaceDocumentDiagnosticReport[]) =>
    items.map((report) => [
      report.uri.slice(report.uri.lastIndexOf('/') + 1),
      report.kind === 'full' ? report.items.map(({ code }) => code).includes('kr-activity') : 'unchanged',
    ]);
  const idsOf = (items: readonly WorkspaceDocumentDiagnosticReport[]) =>
    items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));

  it('points to the other place, in this document and in others, where the client can show it', async () => {
    const SHOWS = {
      ...PULLS,
      textDocument: { ...PULLS.textDocument, publishDiagnostics: { relatedInformation: true } },
    };
    const twice =
      '## Objective 1: Shops reorder {#a1 ^b1}\n\n- KR 1: Cut returns from 9% to 5%\n- KR 2: Cut returns from 9% to 5%\n';
    workspace.write('a.okr.md', twice);
    workspace.write('b.okr.md', '## Objective 1: Owners stay {#b1 ^a1}\n\n- KR 1: Cut churn from 9% to 5%\n');
    for (const capabilities of [SHOWS, PULLS]) {
      client = await workspace.start(capabilities);
      await client.open(workspace.uri('a.okr.md'), twice);
      await askAll();
      const report = await client.pull(workspace.uri('a.okr.md'));
      const items = report.kind === 'full' ? report.items : [];
      const places = (code: string) =>
        items
          .find((item) => item.code === code)
          ?.relatedInformation?.map(({ location: { uri, range }, message }) => [
            uri.slice(uri.lastIndexOf('/') + 1),
            range.start.line,
            message,
          ]);
      const shown = capabilities === SHOWS;
      deepStrictEqual(
        places('duplicate-kr'),
        shown ? [['a.okr.md', 2, 'Written first here: “Cut returns from 9% to 5%”']] : undefined,
      );
      deepStrictEqual(
        places('alignment-cycle'),
        shown ? [['b.okr.md', 0, 'In the circle: “Owners stay”']] : undefined,
      );
      ok(items.some(({ code }) => code === 'alignment-cycle'));
      client.kill();
    }
  });

  it('says why a file is not read, pulled and published, and nothing where nobody waits for it', async () => {
    for (const capabilities of [PULLS, {}]) {
      client = await workspace.start(capabilities);
      const uri = workspace.uri('binary.okr.md');
      const [notes, readme] = [`${plan('Phone')}\0`, workspace.uri('README.md')];
      await client.open(uri, notes);
      await client.open(readme, 'PK\0\0');
      const of = async (one: string) => {
        if (capabilities !== PULLS) return (await client.diagnostics(one)).diagnostics;
        const report = await client.pull(one);
        return report.kind === 'full' ? report.items : [];
      };
      const found = await of(uri);
      deepStrictEqual(
        found.map(({ severity, source, range }) => [severity, source, range.start.line]),
        [[3, 'okrlint', 0]],
      );
      ok(/NUL.*UTF-8/.test(String(found[0]?.message)));
      deepStrictEqual(await of(readme), []);
      client.kill();
    }
  });

  it('reports OKR files that are not open, and says when nothing has changed', async () => {
    client = await workspace.start(PULLS);
    const { items } = await askAll();
    deepStrictEqual(short(items), [
      ['a.okr.md', true],
      ['b.okr.md', true],
    ]);
    const again = await askAll({ previousResultIds: idsOf(items) });
    deepStrictEqual(short(again.items), [
      ['a.okr.md', 'unchanged'],
      ['b.okr.md', 'unchanged'],
    ]);
    await client.open(workspace.uri('a.okr.md'), plan('Phone'));
    deepStrictEqual(short((await askAll()).items), [['b.okr.md', true]], 'an open file is reported once');
    strictEqual((await client.pull(workspace.uri('a.okr.md'))).kind, 'full');
    deepStrictEqual(client.published, []);
  });

  it('follows files on the disk, and clears those that are gone', async () => {
    client = await workspace.start(PULLS);
    const { items } = await askAll();
    workspace.write(
      'a.okr.md',
      plan('Phone').replace('Phone more shop owners', 'Win back shops from 3 to 40'),
    );
    workspace.delete('b.okr.md');
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [
        { uri: workspace.uri('a.okr.md'), type: FileChangeType.Changed },
        { uri: workspace.uri('b.okr.md'), type: FileChangeType.Deleted },
      ],
    });
    let report = await askAll({ previousResultIds: idsOf(items) });
    while (short(report.items)[0]?.[1] !== false) report = await askAll({ previousResultIds: idsOf(items) });
    deepStrictEqual(short(report.items), [
      ['a.okr.md', false],
      ['b.okr.md', false],
    ]);
    const last = report.items.find(({ uri }) => uri.endsWith('b.okr.md'));
    ok(last?.kind === 'full' && last.items.length === 0);
    const cleared = await askAll({ previousResultIds: idsOf(report.items) });
    deepStrictEqual(short(cleared.items), [['a.okr.md', 'unchanged']]);
  });

  it('streams to clients that can take parts, holds the request until there is news, and can be cancelled', async () => {
    client = await workspace.start(PULLS);
    const parts: WorkspaceDocumentDiagnosticReport[] = [];
    client.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, 'all', ({ items }) => {
      parts.push(...items);
    });
    deepStrictEqual((await askAll({ partialResultToken: 'all' })).items, []);
    deepStrictEqual(short(parts), [
      ['a.okr.md', true],
      ['b.okr.md', true],
    ]);
    const previousResultIds = idsOf(parts.splice(0));
    const source = new CancellationTokenSource();
    const held = (token?: CancellationTokenSource['token']) =>
      client.connection.sendRequest(
        WorkspaceDiagnosticRequest.type,
        { previousResultIds, partialResultToken: 'all' },
        token,
      );
    const cancelled = held(source.token);
    const waiting = held();
    let answered = false;
    void waiting.then(() => {
      answered = true;
    });
    await client.pull(workspace.uri('a.okr.md'));
    strictEqual(answered, false);
    source.cancel();
    await rejects(cancelled);
    await client.configure({ okrlint: { rules: { 'kr-activity': 'off' } } });
    await waiting;
    deepStrictEqual(short(parts), [
      ['a.okr.md', false],
      ['b.okr.md', false],
    ]);
  });

  it('reports nothing where a person does not want it', async () => {
    client = await workspace.start(PULLS, { settings: { okrlint: { workspaceDiagnostics: false } } });
    deepStrictEqual((await askAll()).items, []);
  });

  it('takes back what a client still shows of a document that is closed', async () => {
    for (const wanted of [false, true]) {
      client = await workspace.start(PULLS, { settings: { okrlint: { workspaceDiagnostics: wanted } } });
      const parts: WorkspaceDocumentDiagnosticReport[] = [];
      client.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, 'all', ({ items }) => {
        parts.push(...items);
      });
      const uri = workspace.uri('a.okr.md');
      const hold = async () => {
        await askAll({ previousResultIds: idsOf(parts.splice(0)), partialResultToken: 'all' });
        return short(parts);
      };
      if (wanted) await hold();
      await client.open(uri, plan('Phone'));
      strictEqual((await client.pull(uri)).kind, 'full');
      // VS Code's client forgets the ids of what it has pulled when it closes a document.
      const held = hold();
      await client.close(uri);
      deepStrictEqual(await held, [['a.okr.md', wanted]]);
      client.kill();
    }
  });

  it('asks the client to refresh once other files are known, and names that state in the result', async () => {
    client = await workspace.start(PULLS);
    const refreshed = new Promise<void>((resolve) => {
      client.connection.onRequest(DiagnosticRefreshRequest.type, () => resolve());
    });
    const uri = workspace.uri('a.okr.md');
    await client.open(uri, plan('Phone'));
    const first = await client.pull(uri);
    await refreshed;
    const second = await client.pull(uri, first.resultId);
    strictEqual(second.kind, 'full');
    strictEqual((await client.pull(uri, second.resultId)).kind, 'unchanged');
  });

  it('fades what can be deleted', async () => {
    client = await workspace.start(PULLS);
    const uri = workspace.uri('a.okr.md');
    await client.open(
      uri,
      plan('Phone').replace('- KR 1', '<!-- okrlint-disable-next-line kr-activity: old -->\n- KR 1'),
    );
    const report = await client.pull(uri);
    ok(report.kind === 'full');
    const unused = report.items.find(({ code }) => code === 'unused-suppression');
    deepStrictEqual(unused?.tags, [DiagnosticTag.Unnecessary]);
  });

  it('publishes to plain clients, again for other open files when ids change', async () => {
    client = await workspace.start({});
    const [a, b] = [workspace.uri('a.okr.md'), workspace.uri('b.okr.md')];
    await client.open(a, plan('Phone'));
    await client.open(b, plan('Visit').replace('{#visit}', '{#visit ^phone}'));
    await client.diagnostics(a);
    // Once the workspace is read all come again.
    const known = client.nextDiagnostics(b);
    await client.diagnostics(b);
    await known;
    const again = client.nextDiagnostics(b);
    await client.change(a, { text: plan('Write') });
    strictEqual((await again).version, 1);
  });
});
