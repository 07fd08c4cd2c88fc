/** Ids of objectives over the files of a workspace, asked for through the bundled server. */
import { deepStrictEqual, match, ok, rejects, strictEqual } from 'node:assert';
import {
  type ClientCapabilities,
  DefinitionRequest,
  DidChangeWatchedFilesNotification,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  FileChangeType,
  type Location,
  type LocationLink,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  type SymbolInformation,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol';
import type { TestClient } from './harness';
import { at, textIn, Workspace } from './workspace';

const COMPANY = [
  '# OKRs Q3 2026',
  '## O1: Shops choose us first {#company-first}',
  '- KR1: Raise the share of repeat orders from 22% to 35% @linh',
  '## O2: New towns pay for themselves',
  '- KR1: Raise towns in profit from 3 to 9 by 2026-09-30',
  '',
].join('\n');
const SALES = [
  '# OKRs Q3 2026',
  '## Objective 1: Owners sign without a meeting {#sales ^company-first}',
  '- KR 1.1: Raise signed offers from 10% to 30%',
  '  - Aligned to: company/o2',
  '### Initiatives',
  '- Shorter contract -> KR 1.1',
  '',
].join('\n');
const FILES = {
  'company.okr.md': COMPANY,
  'teams/sales.okr.md': SALES,
  'README.md': '# Nothing of ours\n',
};

const CAPABILITIES: ClientCapabilities = {
  workspace: {
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: {
    definition: { linkSupport: true },
    rename: { prepareSupport: true },
    documentLink: { tooltipSupport: true },
    semanticTokens: {
      requests: { full: true, range: true },
      tokenTypes: [],
      tokenModifiers: [],
      formats: ['relative'],
    },
  },
};

describe('ids over the files of a workspace', () => {
  let workspace: Workspace;
  let client: TestClient;
  let sales: string;
  let company: string;
  beforeEach(async () => {
    workspace = new Workspace(FILES);
    sales = workspace.uri('teams/sales.okr.md');
    company = workspace.uri('company.okr.md');
    client = await workspace.start(CAPABILITIES);
    await client.open(sales, SALES);
  });
  afterEach(() => {
    client.kill();
    workspace.remove();
  });

  const ask = (word: string, nth = 0) => ({ textDocument: { uri: sales }, position: at(SALES, word, nth) });

  it('goes to the objective that is meant, in a file that nobody opened', async () => {
    const links = (await client.connection.sendRequest(
      DefinitionRequest.type,
      ask('company-first'),
    )) as LocationLink[];
    strictEqual(links.length, 1);
    strictEqual(links[0]?.targetUri, company);
    strictEqual(textIn(COMPANY, links[0].targetSelectionRange), 'Shops choose us first');
    ok(links[0].originSelectionRange);
    strictEqual(textIn(SALES, links[0].originSelectionRange), 'company-first');
    const [byLabel] = (await client.connection.sendRequest(
      DefinitionRequest.type,
      ask('company/o2'),
    )) as LocationLink[];
    ok(byLabel);
    strictEqual(textIn(COMPANY, byLabel.targetSelectionRange), 'New towns pay for themselves');
    deepStrictEqual(await client.connection.sendRequest(DefinitionRequest.type, ask('without a')), []);
  });

  it('answers plain clients with plain locations', async () => {
    client.kill();
    client = await workspace.start({});
    await client.open(sales, SALES);
    const [location] = (await client.connection.sendRequest(
      DefinitionRequest.type,
      ask('company-first'),
    )) as Location[];
    strictEqual(location?.uri, company);
  });

  it('finds references from a file that is open, as it is in the editor', async () => {
    await client.open(company, COMPANY);
    await client.change(sales, { text: SALES.replace('company/o2', 'company-first') });
    const found = await client.connection.sendRequest(ReferencesRequest.type, {
      textDocument: { uri: company },
      position: at(COMPANY, 'company-first'),
      context: { includeDeclaration: true },
    });
    deepStrictEqual(
      found?.map(({ uri, range }) => [uri, range.start.line]),
      [
        [company, 1],
        [sales, 1],
        [sales, 3],
      ],
    );
  });

  it('highlights an id and its uses', async () => {
    const found = await client.connection.sendRequest(DocumentHighlightRequest.type, ask('KR 1.1'));
    deepStrictEqual(
      found?.map(({ range, kind }) => [textIn(SALES, range), kind]),
      [
        ['KR 1.1:', 3],
        ['KR 1.1', 2],
      ],
    );
  });

  it('renames an id in all files, versioned, and says why not otherwise', async () => {
    const prepared = await client.connection.sendRequest(PrepareRenameRequest.type, ask('company-first'));
    ok(prepared && 'placeholder' in prepared);
    strictEqual(prepared.placeholder, 'company-first');
    const edit = await client.connection.sendRequest(RenameRequest.type, {
      ...ask('company-first'),
      newName: '#first-choice',
    });
    const changes = edit?.documentChanges?.map((change) =>
      'textDocument' in change
        ? [
            change.textDocument.uri,
            change.textDocument.version,
            change.edits.map((one) => 'newText' in one && one.newText),
          ]
        : [],
    );
    deepStrictEqual(changes, [
      [company, null, ['first-choice']],
      [sales, 1, ['first-choice']],
    ]);
    const refusal = (newName: string) =>
      client.connection.sendRequest(RenameRequest.type, { ...ask('company-first'), newName });
    await rejects(refusal('two words'), /cannot be an id/);
    await rejects(refusal('O2'), /already names another objective or key result in company\.okr\.md/);
    await rejects(
      client.connection.sendRequest(PrepareRenameRequest.type, ask('company/o2')),
      /is a label, not an id/,
    );
    strictEqual(await client.connection.sendRequest(PrepareRenameRequest.type, ask('without a')), null);
  });

  it('links references to their objective', async () => {
    const links = await client.connection.sendRequest(DocumentLinkRequest.type, {
      textDocument: { uri: sales },
    });
    deepStrictEqual(
      links?.map(({ range, target, tooltip }) => [textIn(SALES, range), target, tooltip]),
      [
        ['company-first', `${company}#L2,8`, 'Shops choose us first'],
        ['company/o2', `${company}#L4,8`, 'New towns pay for themselves'],
        ['KR 1.1', `${sales}#L3,11`, 'Raise signed offers from 10% to 30%'],
      ],
    );
  });

  it('finds objectives and key results of the workspace by a few letters', async () => {
    const found = (await client.connection.sendRequest(WorkspaceSymbolRequest.type, {
      query: 'towns profit',
    })) as SymbolInformation[];
    deepStrictEqual(
      found.map(({ name, containerName, location }) => [name, containerName, location.uri]),
      [['KR1: Raise towns in profit from 3 to 9 by 2026-09-30', 'O2: New towns pay for themselves', company]],
    );
    const all = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '' });
    strictEqual(all?.length, 6);
  });

  it('keeps up with files that change, come and go', async () => {
    const symbols = async (query: string) =>
      ((await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query })) ?? []).length;
    strictEqual(await symbols('Shops choose'), 1);
    ok(client.registered.has(DidChangeWatchedFilesNotification.method));
    workspace.write('company.okr.md', COMPANY.replace('Shops choose', 'Bakeries pick'));
    workspace.write('hr.okr.md', '# OKRs\n## Objective 1: People stay\n- KR1: Cut leavers from 9 to 4\n');
    const tell = (changes: { uri: string; type: FileChangeType }[]) =>
      client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
    await tell([
      { uri: company, type: FileChangeType.Changed },
      { uri: workspace.uri('hr.okr.md'), type: FileChangeType.Created },
    ]);
    const until = async (query: string, count: number) => {
      while ((await symbols(query)) !== count) await new Promise((resolve) => setTimeout(resolve, 10));
    };
    await until('Bakeries pick', 1);
    await until('People stay', 1);
    strictEqual(await symbols('Shops choose'), 0);
    workspace.delete('hr.okr.md');
    await tell([{ uri: workspace.uri('hr.okr.md'), type: FileChangeType.Deleted }]);
    await until('People stay', 0);
    await client.change(sales, { text: SALES.replace('Owners sign', 'Cafés buy') });
    strictEqual(await symbols('cafes buy'), 1);
    await client.close(sales);
    await until('Owners sign', 1);
  });

  it('grows a selection along the meaning', async () => {
    const [range] =
      (await client.connection.sendRequest(SelectionRangeRequest.type, {
        textDocument: { uri: sales },
        positions: [at(SALES, '30%')],
      })) ?? [];
    const grown: string[] = [];
    for (let next = range; next; next = next.parent) grown.push(textIn(SALES, next.range));
    strictEqual(grown[0], '30%');
    ok(grown.includes('Raise signed offers from 10% to 30%'));
    strictEqual(grown.at(-1), SALES);
  });

  it('colours the parts of a key result, as a whole and for a range', async () => {
    const { semanticTokensProvider } = client.initializeResult.capabilities;
    ok(semanticTokensProvider && 'legend' in semanticTokensProvider);
    const types = semanticTokensProvider.legend.tokenTypes;
    const decode = (data: readonly number[]) => {
      let line = 0;
      let character = 0;
      const found: string[] = [];
      for (let i = 0; i < data.length; i += 5) {
        const [down = 0, right = 0, length = 0, type = 0] = data.slice(i, i + 4);
        character = down > 0 ? right : character + right;
        line += down;
        found.push(`${types[type]} ${SALES.split('\n')[line]?.slice(character, character + length)}`);
      }
      return found;
    };
    const textDocument = { uri: sales };
    const full = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    const tokens = decode(full?.data ?? []);
    for (const expected of ['keyword KR 1.1:', 'number 10%', 'number 30%', 'type company-first'])
      ok(tokens.includes(expected), `${expected} in ${tokens}`);
    const some = await client.connection.sendRequest(SemanticTokensRangeRequest.type, {
      textDocument,
      range: { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } },
    });
    ok(decode(some?.data ?? []).includes('number 10%'));
    ok(!decode(some?.data ?? []).includes('type company-first'));
  });

  it('colours after an edit by what is different, as a whole where that is not known any more', async () => {
    const textDocument = { uri: sales };
    const whole = async () =>
      (await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument }))?.data ?? [];
    const delta = (previousResultId: string) =>
      client.connection.sendRequest(SemanticTokensDeltaRequest.type, { textDocument, previousResultId });
    const first = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    ok(first?.resultId);
    const same = await delta(first.resultId);
    ok(same && 'edits' in same && same.resultId);
    deepStrictEqual(same.edits, []);

    const { line, character } = at(SALES, '30%');
    await client.change(sales, {
      range: { start: { line, character }, end: { line, character: character + 2 } },
      text: '135',
    });
    const changed = await delta(same.resultId);
    ok(changed && 'edits' in changed && changed.resultId);
    strictEqual(changed.edits.length, 1);
    const data = [...first.data];
    for (const edit of changed.edits) data.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
    deepStrictEqual(data, await whole());
    ok((changed.edits[0]?.data?.length ?? 0) < data.length / 2, 'less than all of it');

    for (const stale of [first.resultId, changed.resultId, 'nonsense', '']) {
      const all = await delta(stale);
      ok(all && 'data' in all);
      deepStrictEqual(all.data, data);
    }
    const last = await delta('');
    await client.close(sales);
    await client.open(sales, SALES);
    const reopened = await delta(last?.resultId ?? '');
    ok(reopened && 'data' in reopened, 'what was closed is forgotten');
  });

  it('ends requests that nobody waits for any more', async () => {
    const { CancellationTokenSource } = await import('vscode-languageserver-protocol');
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'x' }, source.token);
    source.cancel();
    await rejects(answer, (error: { code?: number }) => {
      match(String(error.code), /-32800/);
      return true;
    });
    deepStrictEqual(client.log, []);
  });
});
