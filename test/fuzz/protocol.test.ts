/**
 * Whatever a client sends: the server lives, answers requests, and goes on working. `npm run fuzz` runs this longer
 * (OKRLINT_FUZZ_RUNS, OKRLINT_FUZZ_SEED).
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fc from 'fast-check';
import { framed, type Message, RawClient } from '../protocol/raw-client';
import { documents, edits, oddPositions, runsOf, SEED } from './arbitraries';

const RUNS = runsOf(60);
const URI = 'file:///fuzz.okr.md';
const TEXT = '# OKRs\n\n## Objective 1: Shops reorder by themselves\n\n- KR 1: Launch the portal\n';

const FEATURES = [
  'textDocument/hover',
  'textDocument/codeAction',
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/diagnostic',
  'textDocument/completion',
  'textDocument/definition',
  'textDocument/references',
  'textDocument/rename',
  'textDocument/prepareRename',
  'textDocument/selectionRange',
  'textDocument/semanticTokens/full',
  'textDocument/codeLens',
  'textDocument/inlayHint',
  'textDocument/documentLink',
  'textDocument/documentHighlight',
  'workspace/symbol',
  'workspace/executeCommand',
  'okrlint/status',
  'okrlint/checkText',
  'okrlint/nothingOfTheKind',
  '$/noSuchThing',
];

const PULLS = {
  textDocument: { diagnostic: {}, codeAction: { codeActionLiteralSupport: {} } },
  workspace: { configuration: true, workspaceFolders: true },
};

const open = (text: string, uri = URI, version: unknown = 1) => ({
  method: 'textDocument/didOpen',
  params: { textDocument: { uri, languageId: 'markdown', version, text } },
});

let names = 0;
/** A name that says nothing: digits could name a year, and so a cycle. */
const nextName = () =>
  `file:///${[...String(++names)].map((digit) => 'abcdefgijk'[Number(digit)]).join('')}.okr.md`;

/** It still lints a new document, and rightly. */
async function assertWorks(client: RawClient): Promise<void> {
  const uri = nextName();
  client.send({ jsonrpc: '2.0', ...open(TEXT, uri) });
  const { result } = await client.request('textDocument/diagnostic', { textDocument: { uri } }, 5000);
  const codes = (result as { items: { code: string }[] }).items.map(({ code }) => code);
  assert.ok(codes.includes('kr-activity'), `alive, but it says ${codes}`);
  client.notify('textDocument/didClose', { textDocument: { uri } });
}

describe('the server and what a client may send', function () {
  this.timeout(Math.max(60_000, RUNS * 1000));
  let client: RawClient;
  beforeEach(async () => {
    client = new RawClient();
    await client.initialize(PULLS);
  });
  afterEach(() => client.kill());

  it('lives through any parameters of any method, and answers each request', async () => {
    client.send({ jsonrpc: '2.0', ...open(TEXT) });
    const params = fc.oneof(
      fc.record({ textDocument: fc.constant({ uri: URI }), position: oddPositions }),
      fc.record({
        textDocument: fc.constant({ uri: URI }),
        range: fc.record({ start: oddPositions, end: oddPositions }),
        positions: fc.array(oddPositions, { maxLength: 3 }),
        context: fc.constantFrom({ diagnostics: [] }, null, {}, { diagnostics: 3, only: 'x' }),
        newName: fc.constantFrom('', 'a', null, '\n', '__proto__'),
        query: fc.constantFrom('', 'shops', 3, null),
      }),
      fc.jsonValue({ maxDepth: 3 }).filter((value) => typeof value === 'object'),
    );
    const property = fc.asyncProperty(fc.constantFrom(...FEATURES), params, async (method, value) => {
      const answer = await client.request(method, value ?? undefined, 5000);
      assert.ok('result' in answer || answer.error, 'neither result nor error');
    });
    await fc.assert(property, { numRuns: RUNS * 5, seed: SEED });
    await assertWorks(client);
  });

  it('lives through changes that make no sense', async () => {
    client.send({ jsonrpc: '2.0', ...open(TEXT) });
    const change = fc.record({
      uri: fc.constantFrom(URI, 'file:///never-opened.md', 'no uri at all', '', 'untitled:x'),
      version: fc.constantFrom(1, 0, -5, 7, 2 ** 53, null),
      changes: fc.oneof(
        fc.array(
          fc.record({ range: fc.record({ start: oddPositions, end: oddPositions }), text: documents }),
          {
            maxLength: 3,
          },
        ),
        fc.constantFrom(
          [],
          [{}],
          [null],
          null,
          [{ text: 3 }],
          [{ text: TEXT }],
          [{ range: null, text: 'a' }],
        ),
      ),
    });
    const property = fc.asyncProperty(change, async ({ uri, version, changes }) => {
      client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: changes });
      const answer = await client.request('textDocument/diagnostic', { textDocument: { uri: URI } }, 5000);
      assert.ok('result' in answer || answer.error);
    });
    await fc.assert(property, { numRuns: RUNS * 2, seed: SEED });
    await assertWorks(client);
  });

  it('lives through settings of wrong types', async () => {
    let settings: unknown = null;
    client.answer = ({ method, params }) =>
      method === 'workspace/configuration'
        ? (params as { items: unknown[] }).items.map(() => settings)
        : null;
    client.send({ jsonrpc: '2.0', ...open(TEXT) });
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.record({
        enable: fc.jsonValue(),
        profile: fc.jsonValue(),
        language: fc.jsonValue(),
        rules: fc.jsonValue(),
      }),
    );
    await fc.assert(
      fc.asyncProperty(value, async (next) => {
        settings = next;
        client.notify('workspace/didChangeConfiguration', { settings: next });
        const answer = await client.request('textDocument/diagnostic', { textDocument: { uri: URI } }, 5000);
        assert.ok('result' in answer || answer.error);
      }),
      { numRuns: RUNS, seed: SEED },
    );
    settings = null;
    client.notify('workspace/didChangeConfiguration', { settings: null });
    await assertWorks(client);
  });

  it('answers as the protocol says', async () => {
    const unknown = await client.request('no/suchMethod', {});
    assert.equal(unknown.error?.code, -32601);
    const twice = await client.request('initialize', { processId: null, rootUri: null, capabilities: {} });
    assert.equal(twice.error?.code, -32600);
    const stray: Message[] = [];
    client.onMessage = (message) => stray.push(message);
    client.send({ jsonrpc: '2.0', id: 999, result: 'nobody asked' });
    client.send({ jsonrpc: '2.0', method: '$/cancelRequest', params: { id: 12345 } });
    client.send({ jsonrpc: '2.0', method: '$/cancelRequest' });
    client.send([]);
    client.send({});
    client.send({ jsonrpc: '2.0', id: null, method: 'textDocument/hover' });
    await assertWorks(client);
  });

  it('lives through bodies that are no JSON and headers that say too little', async () => {
    client.write(framed('{"jsonrpc": "2.0", "method": '));
    client.write(framed('nonsense'));
    client.write(framed(''));
    client.write(framed('[1, 2'));
    client.write(
      `Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n${framed({ jsonrpc: '2.0', method: 'x' })}`,
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.ok(client.alive, client.stderr);
    await assertWorks(client);
  });

  it('ends, or waits, but neither spins nor crashes on a broken stream', async () => {
    for (const bytes of [
      'Content-Length: 99999999999999\r\n\r\n{}',
      'Content-Length: -5\r\n\r\n{}',
      'Content-Length: abc\r\n\r\n{}',
      'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n',
      '\r\n\r\n\r\n\r\n',
      'x'.repeat(100_000),
    ]) {
      const broken = new RawClient();
      try {
        await broken.initialize();
        broken.write(bytes);
        broken.process.stdin.end();
        const code = await Promise.race([
          broken.exited,
          new Promise<string>((resolve) => setTimeout(() => resolve('still there'), 5000)),
        ]);
        assert.notEqual(
          code,
          'still there',
          `after ${JSON.stringify(bytes.slice(0, 40))} and the end of the stream`,
        );
        assert.notEqual(code, null, 'ended by a signal');
      } finally {
        broken.kill();
      }
    }
  });

  it('answers what comes after cancelled and overtaken requests', async () => {
    client.send({ jsonrpc: '2.0', ...open(TEXT.repeat(300)) });
    const pending: Promise<Message>[] = [];
    for (let n = 0; n < 50; n++) {
      const id = `c${n}`;
      pending.push(client.answerTo(id, 10_000));
      client.send({
        jsonrpc: '2.0',
        id,
        method: 'textDocument/diagnostic',
        params: { textDocument: { uri: URI } },
      });
      client.notify('textDocument/didChange', {
        textDocument: { uri: URI, version: n + 2 },
        contentChanges: [
          { range: { start: { line: 2, character: 3 }, end: { line: 2, character: 3 } }, text: 'x' },
        ],
      });
      client.notify('$/cancelRequest', { id });
    }
    for (const answer of await Promise.all(pending)) assert.ok('result' in answer || answer.error);
    await assertWorks(client);
  });

  it('reads the same after random edits as a new server does', async () => {
    await fc.assert(
      fc.asyncProperty(documents, fc.array(edits, { maxLength: 8 }), async (text, changes) => {
        const [a, b] = [nextName(), nextName()];
        client.send({ jsonrpc: '2.0', ...open(text, a) });
        let now = text;
        for (const [n, { from, length, text: inserted }] of changes.entries()) {
          const start = Math.floor(from * now.length);
          const end = Math.min(now.length, start + length);
          client.notify('textDocument/didChange', {
            textDocument: { uri: a, version: n + 2 },
            contentChanges: [
              { range: { start: positionAt(now, start), end: positionAt(now, end) }, text: inserted },
            ],
          });
          const [from16, to16] = [offsetAt(now, positionAt(now, start)), offsetAt(now, positionAt(now, end))];
          now = now.slice(0, from16) + inserted + now.slice(to16);
        }
        client.send({ jsonrpc: '2.0', ...open(now, b) });
        const itemsOf = async (uri: string) => {
          const { result } = await client.request('textDocument/diagnostic', { textDocument: { uri } }, 5000);
          return (result as { items: unknown[] }).items;
        };
        assert.deepEqual(await itemsOf(a), await itemsOf(b));
        for (const uri of [a, b]) client.notify('textDocument/didClose', { textDocument: { uri } });
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('ends when its client vanishes', async () => {
    client.process.stdin.destroy();
    client.process.stdout.destroy();
    const code = await Promise.race([
      client.exited,
      new Promise<string>((resolve) => setTimeout(() => resolve('still there'), 10_000)),
    ]);
    assert.notEqual(code, 'still there');
  });

  it('ends when the process of its editor has ended, although the stream stays open', async () => {
    const editor = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
    const orphan = new RawClient();
    try {
      await orphan.request('initialize', { processId: editor.pid, rootUri: null, capabilities: {} });
      editor.kill('SIGKILL');
      const code = await Promise.race([
        orphan.exited,
        new Promise<string>((resolve) => setTimeout(() => resolve('still there'), 15_000)),
      ]);
      assert.notEqual(code, 'still there');
    } finally {
      orphan.kill();
      editor.kill('SIGKILL');
    }
  });
});

/** Lines end at \n, \r\n and \r, as the protocol has it. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
  return starts;
}

function positionAt(text: string, offset: number): { line: number; character: number } {
  const starts = lineStarts(text);
  const line = starts.findLastIndex((start) => start <= offset);
  return { line, character: offset - (starts[line] ?? 0) };
}

/** Where a position is: never between \r and \n, which is where servers put it back. */
function offsetAt(text: string, { line, character }: { line: number; character: number }): number {
  const starts = lineStarts(text);
  const start = starts[line] ?? text.length;
  const next = starts[line + 1] ?? text.length;
  const end = start + text.slice(start, next).replace(/[\r\n]+$/, '').length;
  return line + 1 < starts.length
    ? Math.min(start + character, end)
    : Math.min(start + character, text.length);
}
