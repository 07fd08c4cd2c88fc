/** Actions on items whether or not anything is wrong with them: fields in the usual form, pages of rules. */
import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import {
  type CodeAction,
  CodeActionRequest,
  type TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TestClient } from './harness';

const URI = 'untitled:plan';
const TEXT = [
  '## Objective 1: Shops reorder without being asked',
  '- KR 1: Raise the share of repeat orders from 20% to 40% (now: 25%) @linh #due(2026-09-30) [0.3]',
  '- KR 2: Phone more shop owners — Owner: Minh',
  '- KR 3: Cut the time to reorder from 9 to 2 minutes',
  '',
].join('\n');
const capabilities = {
  workspace: { workspaceEdit: { documentChanges: true } },
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
};

describe('actions on items', () => {
  let client: TestClient;
  afterEach(() => client?.kill());

  async function ask(line: number, only?: string[], initializationOptions?: unknown): Promise<CodeAction[]> {
    client = await TestClient.start({
      capabilities,
      ...(initializationOptions ? { initializationOptions } : {}),
    });
    await client.open(URI, TEXT);
    const place = { line, character: 12 };
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: URI },
      range: { start: place, end: place },
      context: { diagnostics: [], ...(only && { only }) },
    });
    return (actions ?? []) as CodeAction[];
  }

  function applied(action: CodeAction | undefined): string[] {
    const [change] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    ok(change, 'no edit');
    strictEqual(change.textDocument.version, 1);
    const document = TextDocument.create(URI, 'markdown', 1, TEXT);
    return TextDocument.applyEdits(document, change.edits as TextEdit[]).split('\n');
  }

  it('writes the fields of a key result in the usual form', async () => {
    const actions = await ask(1, ['refactor.rewrite']);
    const lines = applied(actions.find(({ title }) => title === 'Write the fields in the usual form'));
    match(
      lines[1] ?? '',
      /^- KR 1: Raise the share of repeat orders from 20% to 40% \{owner=@linh due=2026-09-30 now=25% score=0\.3\}$/,
    );
    deepStrictEqual(
      [...lines.slice(0, 1), ...lines.slice(2)],
      TEXT.split('\n').filter((_, n) => n !== 1),
    );
  });

  it('writes those of the whole document as a source action, when asked for', async () => {
    const actions = await ask(0, ['source.formatFields']);
    deepStrictEqual(
      actions.map(({ kind }) => kind),
      ['source.formatFields.okrlint'],
    );
    const lines = applied(actions[0]);
    match(lines[2] ?? '', /^- KR 2: Phone more shop owners \{owner=Minh\}$/);
    strictEqual(lines[3], TEXT.split('\n')[3]);
  });

  it('offers nothing where there are no fields, and no source action unasked', async () => {
    const actions = await ask(3);
    ok(
      actions.every(
        ({ kind, title }) => !kind?.startsWith('source') && !title.startsWith('Write the fields'),
      ),
    );
  });

  it('opens the page of a rule in clients that can, and only there', async () => {
    const ours = await ask(2, ['quickfix'], { showRule: true });
    const open = ours.filter(({ command }) => command?.command === 'okrlint.showRule');
    // The finding about the key result itself comes first, then that it has no date.
    deepStrictEqual(
      open.map(({ command }) => command?.arguments),
      [['kr-activity'], ['kr-no-deadline']],
    );
    client.kill();
    ok((await ask(2, ['quickfix'])).every(({ command }) => command === undefined));
  });
});
