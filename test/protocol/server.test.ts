import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { spawnSync } from 'node:child_process';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  DiagnosticSeverity,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  type MarkupContent,
  type Range,
  type TextDocumentEdit,
} from 'vscode-languageserver-protocol';
import { SERVER, TestClient } from './harness';

const URI = 'file:///work/team.okr.md';
const TEXT = [
  '# OKRs Q3 2026',
  '',
  '## Objective 1: Restaurants reorder without being asked',
  '',
  '- KR 1: Raise the share of repeat orders from 22% to 35%',
  '- KR 2: Cut the time to reorder from 9 minutes to 2 minutes',
  '- KR 3: Phone more restaurant owners @linh',
  '',
].join('\n');
const ACTIVITY_LINE = 6;

const RICH: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
  },
  textDocument: {
    publishDiagnostics: { codeDescriptionSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};
const PULLS: ClientCapabilities = { ...RICH, textDocument: { ...RICH.textDocument, diagnostic: {} } };

/** Only what would be underlined: advice does not count. */
const warned = (diagnostics: readonly { severity?: DiagnosticSeverity; code?: unknown; range: Range }[]) =>
  diagnostics
    .filter(
      ({ severity }) => severity === DiagnosticSeverity.Warning || severity === DiagnosticSeverity.Error,
    )
    .map(({ code, range }) => `${code}@${range.start.line}`);

describe('the bundled server over stdio', () => {
  let client: TestClient;
  afterEach(() => client?.kill());

  describe('with a client that takes what it is sent', () => {
    it('publishes diagnostics with the version, and again while one types', async () => {
      client = await TestClient.start({ capabilities: RICH });
      strictEqual(client.initializeResult.capabilities.diagnosticProvider, undefined);
      strictEqual(client.initializeResult.serverInfo?.name, 'okrlint');
      await client.open(URI, TEXT);
      const first = await client.diagnostics(URI);
      deepStrictEqual(warned(first.diagnostics), [`kr-activity@${ACTIVITY_LINE}`]);
      const [warning] = first.diagnostics.filter(({ severity }) => severity === DiagnosticSeverity.Warning);
      strictEqual(warning?.source, 'okrlint');
      match(warning?.codeDescription?.href ?? '', /kr-activity\.md$/);
      ok(warning?.data);

      const line = {
        start: { line: ACTIVITY_LINE, character: 8 },
        end: { line: ACTIVITY_LINE, character: 34 },
      };
      await client.change(URI, { range: line, text: 'Win 40 restaurants back' });
      deepStrictEqual(warned((await client.diagnostics(URI)).diagnostics), []);

      await client.change(URI, { text: TEXT });
      deepStrictEqual(warned((await client.diagnostics(URI)).diagnostics), [`kr-activity@${ACTIVITY_LINE}`]);
    });

    it('clears the diagnostics of a closed document', async () => {
      client = await TestClient.start({ capabilities: RICH });
      await client.open(URI, TEXT);
      await client.diagnostics(URI);
      const cleared = client.nextDiagnostics(URI);
      await client.close(URI);
      deepStrictEqual((await cleared).diagnostics, []);
    });

    it('follows the settings at once', async () => {
      client = await TestClient.start({ capabilities: RICH, settings: { okrlint: {} } });
      await client.open(URI, TEXT);
      await client.diagnostics(URI);
      for (const [okrlint, expected] of [
        [{ rules: { 'kr-activity': 'off', 'kr-vague-quantity': 'off', 'kr-no-number': 'off' } }, []],
        [{ rules: { 'kr-activity': 'error' } }, [`kr-activity@${ACTIVITY_LINE}`]],
        [{ enable: false }, []],
        [{ rules: 'nonsense', profile: 7, language: [] }, [`kr-activity@${ACTIVITY_LINE}`]],
      ] as const) {
        const next = client.nextDiagnostics(URI);
        await client.configure({ okrlint });
        deepStrictEqual(warned((await next).diagnostics), expected, JSON.stringify(okrlint));
      }
    });
  });

  describe('with a client that asks', () => {
    it('answers pulls, says when nothing changed, and publishes nothing', async () => {
      client = await TestClient.start({ capabilities: PULLS });
      ok(client.initializeResult.capabilities.diagnosticProvider);
      await client.open(URI, TEXT);
      const first = await client.pull(URI);
      ok(first.kind === 'full');
      deepStrictEqual(warned(first.items), [`kr-activity@${ACTIVITY_LINE}`]);
      const second = await client.pull(URI, first.resultId);
      strictEqual(second.kind, 'unchanged');
      await client.change(URI, { text: TEXT.replace('Phone more', 'Phone even more') });
      strictEqual((await client.pull(URI, first.resultId)).kind, 'full');
      deepStrictEqual(client.published, []);
    });

    it('answers for unknown and foreign documents with nothing', async () => {
      client = await TestClient.start({ capabilities: PULLS });
      const unknown = await client.pull('file:///nowhere.okr.md');
      ok(unknown.kind === 'full' && unknown.items.length === 0);
      await client.open('file:///x/okrs/agent.md', TEXT, 'prompt');
      const prompt = await client.pull('file:///x/okrs/agent.md');
      ok(prompt.kind === 'full' && prompt.items.length === 0);
    });

    it('reads untitled documents', async () => {
      client = await TestClient.start({ capabilities: PULLS });
      await client.open('untitled:Untitled-1', TEXT);
      const report = await client.pull('untitled:Untitled-1');
      ok(report.kind === 'full');
      deepStrictEqual(warned(report.items), [`kr-activity@${ACTIVITY_LINE}`]);
    });
  });

  it('hovers over a key result, as Markdown or plainly', async () => {
    client = await TestClient.start({ capabilities: RICH });
    await client.open(URI, TEXT);
    const ask = (line: number, character: number) =>
      client.connection.sendRequest(HoverRequest.type, {
        textDocument: { uri: URI },
        position: { line, character },
      });
    const hover = await ask(ACTIVITY_LINE, 12);
    const contents = hover?.contents as MarkupContent;
    strictEqual(contents.kind, 'markdown');
    match(contents.value, /Phone/);
    strictEqual(await ask(1, 0), null);
    strictEqual(await ask(900, 900), null);
  });

  // The build takes out of the rules what only tests and documents read.
  it('tells of people counted, in what is shipped, that they are put in', async () => {
    client = await TestClient.start({ capabilities: RICH });
    await client.open(URI, '# OKRs\n\n## Objective 1: Guests come back\n\n- KR1: Hire 3 cooks\n');
    const hover = await client.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: URI },
      position: { line: 4, character: 12 },
    });
    const contents = hover?.contents as MarkupContent;
    match(contents.value, /price of a result/);
  });

  const actionsAt = (line: number, only?: string[]) =>
    client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: URI },
      range: { start: { line, character: 12 }, end: { line, character: 12 } },
      context: { diagnostics: [], ...(only ? { only } : {}) },
    }) as Promise<CodeAction[]>;

  it('offers rewrites as snippets that keep label and owner', async () => {
    client = await TestClient.start({ capabilities: RICH });
    await client.open(URI, TEXT);
    const actions = await actionsAt(ACTIVITY_LINE);
    const rewrites = actions.filter(({ edit }) => JSON.stringify(edit).includes('snippet'));
    ok(rewrites.length >= 3, `${rewrites.length} rewrites`);
    const [change] = (rewrites[0]?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    strictEqual(change?.textDocument.version, 1);
    const [edit] = change?.edits ?? [];
    ok(edit && 'snippet' in edit);
    match(edit.snippet.value, /\$\{1:.+\}/);
    const line = TEXT.split('\n')[ACTIVITY_LINE] ?? '';
    const kept = line.slice(0, edit.range.start.character) + line.slice(edit.range.end.character);
    match(kept, /^- KR 3: .*@linh$/);
    deepStrictEqual(await actionsAt(0), []);
  });

  it('offers plain text to clients without snippets', async () => {
    client = await TestClient.start({
      capabilities: { ...RICH, workspace: { workspaceEdit: { documentChanges: false } } },
    });
    await client.open(URI, TEXT);
    const [action] = await actionsAt(ACTIVITY_LINE, ['quickfix']);
    const [edit] = action?.edit?.changes?.[URI] ?? [];
    match(edit?.newText ?? '', /‹.+›/);
  });

  it('fixes all that is certain and nothing else', async () => {
    client = await TestClient.start({ capabilities: RICH });
    const text = TEXT.replace('Phone more restaurant owners', 'Try to reach 50 repeat orders a week');
    await client.open(URI, text);
    const actions = await actionsAt(0, ['source.fixAll']);
    for (const { kind } of actions) strictEqual(kind, 'source.fixAll.okrlint');
    ok(actions.length <= 1);
    strictEqual((await actionsAt(ACTIVITY_LINE)).filter(({ kind }) => kind?.startsWith('source')).length, 0);
  });

  it('outlines and folds', async () => {
    client = await TestClient.start({ capabilities: RICH });
    await client.open(URI, TEXT);
    const textDocument = { uri: URI };
    const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
    const [objective] = symbols as { name: string; children?: { name: string }[] }[];
    match(objective?.name ?? '', /Restaurants reorder/);
    strictEqual(objective?.children?.length, 3);
    const folds = await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument });
    deepStrictEqual(
      folds?.map(({ startLine, endLine }) => [startLine, endLine]),
      [[2, 6]],
    );
  });

  describe('with odd input', () => {
    it('survives strange texts and keeps answering', async () => {
      client = await TestClient.start({ capabilities: PULLS });
      for (const [n, text] of [
        '',
        '\0\0\0',
        '\ufeff# Objective 1: x\r\n- KR 1: call more customers\r\n',
        '```\n- KR1: call',
        '<!-- \n## Objective: x\n- KR: call more',
        'x'.repeat(1_000_000),
        '\ud800\udc00\ud800',
        TEXT.normalize('NFD'),
        '- '.repeat(5000),
      ].entries()) {
        const uri = `file:///odd/${n}.okr.md`;
        await client.open(uri, text);
        const report = await client.pull(uri);
        strictEqual(report.kind, 'full', `text ${n}`);
      }
      await client.open(URI, TEXT);
      const report = await client.pull(URI);
      ok(report.kind === 'full' && report.items.length > 0);
      deepStrictEqual(client.log, []);
    });

    it('has right ranges under CRLF and NFD', async () => {
      client = await TestClient.start({ capabilities: PULLS });
      const line = '- KR 2: Gọi cho nhiều nhà hàng hơn';
      const text = [
        '## Mục tiêu 1: Nhà hàng tự đặt lại',
        '',
        '- KR 1: Tăng tỷ lệ đặt lại từ 22% lên 35%',
        line,
        '',
      ];
      for (const whole of [text.join('\n'), text.join('\r\n'), text.join('\r\n').normalize('NFD')]) {
        const uri = `file:///crlf/${whole.length}.okr.md`;
        await client.open(uri, whole);
        const report = await client.pull(uri);
        ok(report.kind === 'full');
        const [found] = report.items.filter(({ severity }) => severity === DiagnosticSeverity.Warning);
        ok(found, 'warns');
        const shown = whole
          .split(/\r?\n/)
          [found.range.start.line]?.slice(found.range.start.character, found.range.end.character);
        strictEqual(found.range.start.line, 3);
        ok(shown && line.includes(shown.normalize('NFC')), shown);
      }
    });

    it('answers unknown requests with an error and goes on', async () => {
      client = await TestClient.start({ capabilities: PULLS });
      await client.connection.sendRequest('okrlint/nonsense', {}).then(
        () => ok(false, 'must be refused'),
        (error: { code: number }) => strictEqual(error.code, -32601),
      );
      await client.open(URI, TEXT);
      strictEqual((await client.pull(URI)).kind, 'full');
      strictEqual(await client.stop(), 0);
    });
  });

  it('explains itself when started without a transport', () => {
    const bare = spawnSync(process.execPath, [SERVER], { encoding: 'utf8' });
    strictEqual(bare.status, 2);
    match(bare.stderr, /Usage: okr-language-server/);
    strictEqual(spawnSync(process.execPath, [SERVER, '--version'], { encoding: 'utf8' }).status, 0);
  });
});
