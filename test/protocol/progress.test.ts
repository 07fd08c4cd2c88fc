/** Code lenses, inlay hints and the update of progress, asked for through the bundled server. */
import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CodeLensRefreshRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  InlayHintRequest,
  type SnippetTextEdit,
  type TextDocumentEdit,
} from 'vscode-languageserver-protocol';
import { TestClient } from './harness';
import { at } from './workspace';

const URI = 'untitled:plan';
/** A year that contains today, whenever this runs. */
const YEAR = new Date().getFullYear();
const TEXT = [
  `# OKRs ${YEAR}`,
  '## Objective 1: Shops reorder without being asked',
  '- KR 1: Raise the share of repeat orders from 20% to 40% (now: 40%)',
  '- KR 2: Cut the time to reorder from 9 to 2 minutes',
  '- KR 3: Phone more shop owners',
  '',
].join('\n');
const CAPABILITIES: ClientCapabilities = {
  workspace: {
    configuration: true,
    codeLens: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
  },
  textDocument: {
    codeLens: {},
    inlayHint: {},
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
};
const textDocument = { uri: URI };
const whole = { start: { line: 0, character: 0 }, end: { line: 6, character: 0 } };

describe('progress in the editor', () => {
  let client: TestClient;
  afterEach(() => client?.kill());
  const start = async (settings: Record<string, unknown> = {}) => {
    client = await TestClient.start({ capabilities: CAPABILITIES, settings: { okrlint: settings } });
    await client.open(URI, TEXT);
  };

  it('shows a line above each objective, and takes it away when told so', async () => {
    await start();
    const lenses = (await client.connection.sendRequest(CodeLensRequest.type, { textDocument })) ?? [];
    strictEqual(lenses.length, 1);
    const [lens] = lenses;
    ok(lens && !lens.command);
    strictEqual(lens.range.start.line, 1);
    const resolved = await client.connection.sendRequest(CodeLensResolveRequest.type, lens);
    strictEqual(resolved.command?.command, '');
    strictEqual(resolved.command?.title, '2 of 3 key results measurable · progress 100% · done');
    const refreshed = new Promise<void>((resolve) => {
      client.connection.onRequest(CodeLensRefreshRequest.type, () => resolve());
    });
    await client.configure({ okrlint: { codeLens: false } });
    await refreshed;
    deepStrictEqual(await client.connection.sendRequest(CodeLensRequest.type, { textDocument }), []);
  });

  it('speaks the language that is asked for', async () => {
    await start({ language: 'vi' });
    const [lens] = (await client.connection.sendRequest(CodeLensRequest.type, { textDocument })) ?? [];
    ok(lens);
    const { command } = await client.connection.sendRequest(CodeLensResolveRequest.type, lens);
    match(command?.title ?? '', /^2\/3 kết quả then chốt đo được/);
  });

  it('answers for a lens that is out of date, or strange, without failing', async () => {
    await start();
    for (const data of [undefined, { uri: 'untitled:other' }, { uri: 7 }, { uri: URI }]) {
      const { command } = await client.connection.sendRequest(CodeLensResolveRequest.type, {
        range: { start: { line: 90, character: 0 }, end: { line: 90, character: 0 } },
        data,
      });
      strictEqual(command?.title, '');
    }
    deepStrictEqual(client.log, []);
  });

  it('hints at progress behind today’s value only', async () => {
    await start();
    const ask = () => client.connection.sendRequest(InlayHintRequest.type, { textDocument, range: whole });
    const hints = await ask();
    deepStrictEqual(
      hints?.map(({ position, label }) => [position.line, position.character, label]),
      [[2, TEXT.split('\n')[2]?.length, '100%']],
    );
    await client.configure({ okrlint: { inlayHints: false } });
    deepStrictEqual(await ask(), []);
  });

  it('offers neither to clients that know neither', async () => {
    client = await TestClient.start();
    const { codeLensProvider, inlayHintProvider, semanticTokensProvider } =
      client.initializeResult.capabilities;
    deepStrictEqual(
      [codeLensProvider, inlayHintProvider, semanticTokensProvider],
      [undefined, undefined, undefined],
    );
  });

  it('updates progress with a place for the value and the date of today', async () => {
    await start();
    const position = at(TEXT, 'time to reorder');
    const actions = (await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument,
      range: { start: position, end: position },
      context: { diagnostics: [], only: ['refactor.rewrite'] },
    })) as CodeAction[];
    const action = actions.find(({ title }) => title.startsWith('Update progress'));
    const [change] = action?.edit?.documentChanges ?? [];
    const [edit] = (change as TextDocumentEdit).edits as SnippetTextEdit[];
    match(edit?.snippet.value ?? '', /^ \(now: \$\{1:‹today's value›\}\) updated:\d{4}-\d\d-\d\d$/);
    strictEqual(edit?.range.start.character, TEXT.split('\n')[3]?.length);
  });
});
