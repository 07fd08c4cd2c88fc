/** Hostile texts: whatever is open, somebody who asks about another document gets an answer at once. */
import assert from 'node:assert/strict';
import { RawClient } from '../protocol/raw-client';
import { hostileTexts, LARGEST, regexBombs } from './hostile';

const LONG = process.env.OKRLINT_FUZZ_RUNS !== undefined;
/** Units of text; the whole 5 MB only in the long run. */
const SIZE = LONG ? LARGEST : 20_000;
/** Milliseconds that an answer may take; a busy machine is forgiven a lot in the short run. */
const LIMIT = LONG ? 10_000 : 8000;

const HOSTILE = 'file:///hostile.okr.md';
const OTHER = 'file:///other.okr.md';
const FIRST_PAGE = { start: { line: 0, character: 0 }, end: { line: 60, character: 0 } };
const FEATURES: readonly [string, object][] = [
  ['textDocument/hover', { position: { line: 6, character: 12 } }],
  ['textDocument/codeAction', { range: at(6, 12), context: { diagnostics: [] } }],
  ['textDocument/documentSymbol', {}],
  ['textDocument/foldingRange', {}],
  ['textDocument/codeLens', {}],
  ['textDocument/inlayHint', { range: FIRST_PAGE }],
  ['textDocument/semanticTokens/full', {}],
  ['textDocument/documentLink', {}],
  ['textDocument/completion', { position: { line: 6, character: 12 } }],
  [
    'textDocument/references',
    { position: { line: 2, character: 12 }, context: { includeDeclaration: true } },
  ],
  ['textDocument/hover', { position: { line: 2, character: 12 } }],
  ['textDocument/diagnostic', {}],
];

function at(line: number, character: number) {
  return { start: { line, character }, end: { line, character } };
}

async function assertAnswers(client: RawClient, text: string): Promise<void> {
  client.notify('textDocument/didOpen', {
    textDocument: { uri: HOSTILE, languageId: 'markdown', version: 1, text },
  });
  const slow = client.request('textDocument/diagnostic', { textDocument: { uri: HOSTILE } }, 300_000);
  const other = { textDocument: { uri: OTHER }, position: { line: 4, character: 10 } };
  assert.ok((await client.request('textDocument/hover', other, LIMIT)).result, 'no hover meanwhile');
  await slow;
  for (const [method, params] of FEATURES) {
    const answer = await client.request(method, { textDocument: { uri: HOSTILE }, ...params }, LIMIT);
    assert.equal(answer.error, undefined, `${method}: ${answer.error?.message}`);
  }
  client.notify('textDocument/didChange', {
    textDocument: { uri: HOSTILE, version: 2 },
    contentChanges: [{ range: at(4, 3), text: 'x' }],
  });
  await client.request('textDocument/diagnostic', { textDocument: { uri: HOSTILE } }, LIMIT);
  client.notify('textDocument/didClose', { textDocument: { uri: HOSTILE } });
}

describe('hostile texts', function () {
  this.timeout(LONG ? 600_000 : 30_000);
  let client: RawClient;
  // A server of its own for each, so that one that fails leaves no work to the next.
  beforeEach(async () => {
    client = await RawClient.start({
      textDocument: { diagnostic: {}, codeAction: { codeActionLiteralSupport: {} } },
    });
    const text = '# OKRs\n\n## Objective 1: Shops reorder\n\n- KR 1: Launch the portal\n';
    client.notify('textDocument/didOpen', {
      textDocument: { uri: OTHER, languageId: 'markdown', version: 1, text },
    });
  });
  afterEach(() => client.kill());

  for (const [name, text] of Object.entries({ ...hostileTexts(SIZE), ...regexBombs(SIZE) }))
    it(name, () => assertAnswers(client, text));
});
