/**
 * Messages of every kind, in every order: whatever has an id is answered once, whatever has none ends nothing.
 * `npm run fuzz` runs this longer (OKRLINT_FUZZ_RUNS, OKRLINT_FUZZ_SEED).
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { framed, type Message, RawClient } from '../protocol/raw-client';
import { documents, oddPositions, runsOf, SEED } from './arbitraries';

const RUNS = runsOf(25);
const URIS = ['file:///a/one.okr.md', 'file:///a/two.okr.md', 'untitled:three', 'no uri', ''];
const TEXT = '# OKRs\n\n## Objective 1: Shops reorder by themselves\n\n- KR 1: Launch the portal\n';
const CAPABILITIES = {
  textDocument: {
    diagnostic: {},
    codeAction: { codeActionLiteralSupport: {} },
    semanticTokens: {},
    inlayHint: {},
    codeLens: {},
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

const REQUESTS = [
  ...['hover', 'codeAction', 'documentSymbol', 'foldingRange', 'diagnostic', 'completion', 'definition'],
  ...['references', 'rename', 'prepareRename', 'selectionRange', 'semanticTokens/full', 'codeLens'],
  ...['semanticTokens/range', 'semanticTokens/full/delta', 'inlayHint', 'documentLink', 'documentHighlight'],
]
  .map((name) => `textDocument/${name}`)
  .concat(
    ...['workspace/symbol', 'workspace/diagnostic', 'workspace/executeCommand', 'codeLens/resolve'],
    ...['completionItem/resolve', 'codeAction/resolve', 'inlayHint/resolve', 'documentLink/resolve'],
    ...['status', 'scorecard', 'teams', 'rules', 'checkText', 'checkWorkspace'].map(
      (name) => `okrlint/${name}`,
    ),
    ...['initialize', '$/unknown', 'constructor', '__proto__', ''],
  );
/** A pull of the whole workspace waits for news, as it may: it is cancelled, never waited for. */
const WAITS = 'workspace/diagnostic';

const NOTIFICATIONS = [
  ...['didOpen', 'didChange', 'didClose', 'didSave', 'willSave'].map((name) => `textDocument/${name}`),
  ...['didOpen', 'didChange', 'didClose', 'didSave'].map((name) => `notebookDocument/${name}`),
  ...['didChangeConfiguration', 'didChangeWatchedFiles', 'didChangeWorkspaceFolders'].map(
    (name) => `workspace/${name}`,
  ),
  ...['didCreateFiles', 'didRenameFiles', 'didDeleteFiles'].map((name) => `workspace/${name}`),
  ...['initialized', '$/setTrace', '$/progress', '$/cancelRequest', '$/unknown', 'window/nothing'],
];

const uri = fc.constantFrom(...URIS);
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(null, [], {}, '', 0, true, [null], { textDocument: null }),
);
const range = fc.record({ start: oddPositions, end: oddPositions });
/** Parameters that are nearly right, for whatever method. */
const nearly = fc.record(
  {
    textDocument: fc.record({ uri, languageId: fc.constant('markdown'), version: odd, text: documents }),
    position: oddPositions,
    range,
    positions: fc.array(oddPositions, { maxLength: 3 }),
    contentChanges: fc.oneof(odd, fc.array(fc.record({ range, text: documents }), { maxLength: 2 })),
    context: odd,
    newName: odd,
    query: odd,
    previousResultId: odd,
    previousResultIds: odd,
    uri,
    text: documents,
    settings: odd,
    changes: fc.oneof(odd, fc.array(fc.record({ uri, type: odd }), { maxLength: 2 })),
    event: fc.oneof(odd, fc.record({ added: odd, removed: odd })),
    files: fc.oneof(odd, fc.array(fc.record({ uri, oldUri: uri, newUri: odd }), { maxLength: 2 })),
    notebookDocument: odd,
    cellTextDocuments: odd,
    change: odd,
    data: odd,
    id: odd,
    value: odd,
  },
  { requiredKeys: [] },
);
const params = fc.oneof({ weight: 3, arbitrary: nearly }, { weight: 1, arbitrary: odd });

const withoutUndefined = (value: unknown) =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));

/** It still lints a new document, and rightly. */
async function assertWorks(client: RawClient): Promise<void> {
  assert.ok(client.alive, client.stderr);
  assert.equal(client.stderr, '', 'a fault of its own');
  const uri = 'file:///check/alive.okr.md';
  client.notify('workspace/didChangeConfiguration', { settings: null });
  client.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text: TEXT },
  });
  const { result } = await client.request('textDocument/diagnostic', { textDocument: { uri } }, 5000);
  const codes = (result as { items: { code: string }[] }).items.map(({ code }) => code);
  assert.ok(codes.includes('kr-activity'), `alive, but it says ${codes}`);
  client.notify('textDocument/didClose', { textDocument: { uri } });
}

describe('messages of every kind', function () {
  this.timeout(Math.max(60_000, RUNS * 1000));
  let client: RawClient;
  beforeEach(async () => {
    client = new RawClient();
    await client.initialize(CAPABILITIES);
  });
  afterEach(() => client.kill());

  it('as notifications: none of them ends or stops the server', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...NOTIFICATIONS), params), { maxLength: 12 }),
        async (messages) => {
          for (const [method, value] of messages) client.notify(method, withoutUndefined(value));
          await assertWorks(client);
        },
      ),
      { numRuns: RUNS * 2, seed: SEED },
    );
  });

  it('as requests, sent without waiting and cancelled at random: each is answered once', async () => {
    let next = 0;
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ request: fc.constantFrom(...REQUESTS), params }) },
      { weight: 2, arbitrary: fc.record({ notify: fc.constantFrom(...NOTIFICATIONS), params }) },
      { weight: 2, arbitrary: fc.record({ cancel: fc.nat({ max: 5 }), params: fc.constant(null) }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 20 }), async (steps) => {
        const answers = new Map<string, number>();
        client.onMessage = ({ id, method }) => {
          if (method === undefined && typeof id === 'string') answers.set(id, (answers.get(id) ?? 0) + 1);
        };
        const waiting: Promise<Message>[] = [];
        const ids: string[] = [];
        for (const one of steps) {
          const value = withoutUndefined(one.params);
          if ('request' in one) {
            const id = `m${next++}`;
            ids.push(id);
            waiting.push(client.answerTo(id, 10_000, one.request));
            client.send({ jsonrpc: '2.0', id, method: one.request, params: value });
            if (one.request === WAITS) client.notify('$/cancelRequest', { id });
          } else if ('notify' in one) client.notify(one.notify, value);
          else client.notify('$/cancelRequest', { id: ids.at(-1 - one.cancel) ?? 'none' });
        }
        for (const answer of await Promise.all(waiting))
          assert.ok('result' in answer !== (answer.error !== undefined), JSON.stringify(answer));
        await assertWorks(client);
        assert.deepEqual([...answers], [], 'second answers');
      }),
      { numRuns: RUNS * 2, seed: SEED },
    );
  });

  it('in pieces of any size: bytes are put together again', async () => {
    // A client that answers no questions: its answers would come in between the pieces.
    client.kill();
    client = await RawClient.start({});
    const text = TEXT.replace('portal', 'cổng thông tin 💡 tiếng Việt');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 }),
        async (sizes) => {
          const uri = URIS[0] as string;
          const bytes = Buffer.concat(
            [
              {
                jsonrpc: '2.0',
                method: 'textDocument/didOpen',
                params: { textDocument: { uri, languageId: 'markdown', version: 1, text } },
              },
              {
                jsonrpc: '2.0',
                id: 'p',
                method: 'textDocument/hover',
                params: { textDocument: { uri }, position: { line: 4, character: 10 } },
              },
            ].map((message) => Buffer.from(framed(message))),
          );
          const answer = client.answerTo('p', 5000);
          for (let at = 0, n = 0; at < bytes.length; n++) {
            const size = sizes[n % sizes.length] as number;
            client.write(bytes.subarray(at, at + size));
            at += size;
            if (n % 16 === 0) await new Promise(setImmediate);
          }
          assert.ok((await answer).result, 'a hover');
          client.notify('textDocument/didClose', { textDocument: { uri } });
        },
      ),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('that are no proper calls: batches, odd ids, odd versions, positional parameters', async () => {
    const call = (more: object) => ({ jsonrpc: '2.0', method: 'textDocument/hover', params: {}, ...more });
    for (const message of [
      [call({ id: 1 }), call({ id: 2 })],
      call({ id: 1.5 }),
      call({ id: {} }),
      call({ id: [] }),
      call({ id: true }),
      call({ id: '__proto__' }),
      call({ id: 2 ** 60 }),
      call({ id: 'x', jsonrpc: '1.0' }),
      call({ id: 'y', jsonrpc: undefined }),
      call({ id: 'z', params: ['file:///a', 3] }),
      call({ id: 'z', params: 'text' }),
      call({ id: 'z', method: 7 }),
      call({ id: 'z', method: null }),
      { jsonrpc: '2.0', id: 'z' },
      { jsonrpc: '2.0', id: 4, error: null },
      { jsonrpc: '2.0', id: 4, error: { code: 'x' }, result: 1 },
      { jsonrpc: '2.0', result: 5 },
      null,
      7,
      'text',
    ])
      client.write(framed(JSON.stringify(message)));
    // Two requests of one id: both are answered or the second is refused, and nothing hangs.
    client.send(call({ id: 'twice' }));
    client.send(call({ id: 'twice' }));
    await assertWorks(client);
  });

  // Found by the notifications above: a scan of the workspace, which nobody waits for, met the document and threw.
  it('that open a document without a language or a text', async () => {
    const uri = URIS[0];
    for (const textDocument of [{ uri }, { uri, languageId: null, text: 3 }, { uri, languageId: 'markdown' }])
      client.notify('textDocument/didOpen', { textDocument });
    await client.request('workspace/symbol', { query: '' }, 5000);
    await assertWorks(client);
  });

  // Found by the notifications above: a folder without an address was kept, and no request was answered any more.
  it('that add and remove workspace folders which are none', async () => {
    for (const event of [{ added: [[null], {}, 3], removed: [] }, { added: null, removed: [null] }, null])
      client.notify('workspace/didChangeWorkspaceFolders', { event });
    await assertWorks(client);
  });

  it('before the handshake and after the end are refused as the protocol says', async () => {
    const early = new RawClient();
    try {
      const first = await early.request('textDocument/hover', { textDocument: { uri: URIS[0] } }, 5000);
      assert.equal(first.error?.code, -32002);
      early.notify('textDocument/didOpen', { textDocument: { uri: URIS[0] } });
      await early.initialize(CAPABILITIES);
      await assertWorks(early);
      await early.request('shutdown', undefined, 5000);
      const late = await early.request('textDocument/hover', { textDocument: { uri: URIS[0] } }, 5000);
      assert.equal(late.error?.code, -32600);
      early.notify('exit');
      assert.equal(await early.exited, 0);
    } finally {
      early.kill();
    }
    client.notify('exit');
    assert.equal(await client.exited, 1, 'an end without shutdown');
  });

  it('of a client that vanishes while the server works', async () => {
    const uri = URIS[0];
    const text = TEXT + '- KR 2: Launch the portal\n'.repeat(20_000);
    client.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
    client.answerTo('gone', 60_000).catch(() => {});
    client.send({
      jsonrpc: '2.0',
      id: 'gone',
      method: 'textDocument/diagnostic',
      params: { textDocument: { uri } },
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    client.process.stdin.destroy();
    client.process.stdout.destroy();
    const code = await Promise.race([
      client.exited,
      new Promise<string>((resolve) => setTimeout(() => resolve('still there'), 15_000)),
    ]);
    assert.notEqual(code, 'still there');
  });
});
