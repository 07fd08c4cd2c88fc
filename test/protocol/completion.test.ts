/** Completion, asked for through the bundled server. */
import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import {
  type ClientCapabilities,
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  CompletionResolveRequest,
  InsertTextFormat,
} from 'vscode-languageserver-protocol';
import type { TestClient } from './harness';
import { Workspace } from './workspace';

const SNIPPETS: ClientCapabilities = {
  textDocument: { completion: { completionItem: { snippetSupport: true } } },
};

describe('completion over the protocol', () => {
  let workspace: Workspace;
  let client: TestClient;
  beforeEach(() => {
    workspace = new Workspace({
      'company.okr.md':
        '# OKRs\n## O1: Shops choose us first {#first}\n- KR1: Raise repeat orders from 22% to 35% @linh\n',
    });
  });
  afterEach(() => {
    client.kill();
    workspace.remove();
  });

  /** Items at `|` in a new document, or in the open one after the change. */
  async function at(marked: string): Promise<{ items: CompletionItem[]; line: number; character: number }> {
    const uri = workspace.uri('sales.okr.md');
    const text = marked.replace('|', '');
    const before = marked.slice(0, marked.indexOf('|')).split('\n');
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    await client.open(uri, text);
    const list = (await client.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position,
    })) as CompletionList;
    await client.close(uri);
    return { items: list.items, ...position };
  }

  const plan = (line: string) =>
    `---\nokr: true\nteam: sales\n---\n# OKRs\n## O1: Owners sign at once\n- KR1: ${line}\n`;

  it('asks to be asked after the signs of fields', async () => {
    client = await workspace.start(SNIPPETS);
    const signs = client.initializeResult.capabilities.completionProvider?.triggerCharacters;
    for (const sign of '@^#{') ok(signs?.includes(sign), sign);
  });

  it('completes a metric as a snippet with places for the numbers, and explains it when looked at', async () => {
    client = await workspace.start(SNIPPETS);
    const { items, line, character } = await at(plan('Increase WIN|'));
    const item = items.find(({ label }) => label === 'win rate');
    ok(item?.textEdit && 'range' in item.textEdit);
    strictEqual(item.insertTextFormat, InsertTextFormat.Snippet);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: snippet syntax
    strictEqual(item.textEdit.newText, 'win rate from ${1:‹baseline›}% to ${2:‹target›}%');
    strictEqual(item.filterText, 'WIN');
    deepStrictEqual(item.textEdit.range, {
      start: { line, character: character - 3 },
      end: { line, character },
    });
    strictEqual(item.documentation, undefined);
    const resolved = await client.connection.sendRequest(CompletionResolveRequest.type, item);
    ok(typeof resolved.documentation === 'object');
    match(resolved.documentation.value, /\w/);
  });

  it('gives plain clients plain text', async () => {
    client = await workspace.start({});
    const { items } = await at(plan('Increase win|'));
    ok(items.length > 0);
    for (const { insertTextFormat, textEdit } of items) {
      strictEqual(insertTextFormat, InsertTextFormat.PlainText);
      ok(!textEdit?.newText.includes('$'));
    }
  });

  it('knows owners and ids of files that nobody opened', async () => {
    client = await workspace.start(SNIPPETS);
    deepStrictEqual(
      (await at(plan('Raise win rate from 22% to 35% @|'))).items.map(({ label }) => label),
      ['@linh'],
    );
    const { items } = await at(plan('Raise win rate from 22% to 35% {^|}'));
    deepStrictEqual(
      items.map(({ label, detail, documentation }) => [label, detail, documentation]),
      [['first', 'company.okr.md', 'Shops choose us first']],
    );
  });

  it('is quiet in prose', async () => {
    client = await workspace.start(SNIPPETS);
    for (const marked of [`${plan('Raise win rate from 22% to 35%')}\nWrite to @|\n`, plan('Phone |')])
      deepStrictEqual((await at(marked)).items, [], marked);
    const uri = workspace.uri('notes.md');
    await client.open(uri, '# Notes\n\n- ask @\n');
    const list = (await client.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position: { line: 2, character: 7 },
    })) as CompletionList;
    deepStrictEqual(list.items, []);
    deepStrictEqual(client.log, []);
  });

  it('resolves strange items without failing', async () => {
    client = await workspace.start(SNIPPETS);
    for (const data of [undefined, 7, { team: 'x' }, { team: 'sales', language: 'en', id: 7 }]) {
      const item = await client.connection.sendRequest(CompletionResolveRequest.type, { label: 'x', data });
      strictEqual(item.documentation, undefined);
    }
    deepStrictEqual(client.log, []);
  });
});
