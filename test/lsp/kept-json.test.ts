import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Message } from 'vscode-languageserver';
import { keptJson } from '../../server/src/kept-json.node';

const written = async (encoder: ReturnType<typeof keptJson>, message: unknown) =>
  Buffer.from(await encoder.encode(message as Message, { charset: 'utf-8' })).toString('utf8');

const sameMeaning = (one: string, other: string) => assert.deepEqual(JSON.parse(one), JSON.parse(other));

const diagnostic = (n: number) => ({
  message: `Chưa đo được “${n}”`,
  range: { start: n, end: n + 1 },
  tags: undefined,
});
const many = (from: number, count: number) => Array.from({ length: count }, (_, n) => diagnostic(from + n));
const published = (diagnostics: unknown) => ({
  jsonrpc: '2.0',
  method: 'textDocument/publishDiagnostics',
  params: { uri: 'file:///a"b.okr.md', diagnostics, version: 3 },
});
const pulled = (items: unknown) => ({
  jsonrpc: '2.0',
  id: 1,
  result: { kind: 'full', items, resultId: '1' },
});

describe('messages with diagnostics on a stream', () => {
  it('mean what JSON.stringify would write, whatever they are', async () => {
    const encoder = keptJson();
    const list = fc.array(fc.jsonValue(), { maxLength: 60, size: 'max' });
    const message = fc.oneof(
      list.map(published),
      list.map(pulled),
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.record({ id: fc.nat(), result: fc.jsonValue() }),
    );
    await fc.assert(
      fc.asyncProperty(message, async (each) =>
        sameMeaning(await written(encoder, each), JSON.stringify(each)),
      ),
    );
  });

  it('are written alike when parts of them were written before, in other places', async () => {
    const encoder = keptJson();
    const before = many(0, 60);
    await written(encoder, published(before));
    const after = [...before.slice(0, 10), diagnostic(99), ...before.slice(11), ...before.slice(0, 5)];
    for (const message of [published(after), pulled(after), published([])])
      sameMeaning(await written(encoder, message), JSON.stringify(message));
  });

  it('hold each of the kept parts as it was sent', async () => {
    const encoder = keptJson();
    const list = many(0, 60);
    const first = await written(encoder, pulled(list));
    // Nobody may do this; that it has no effect shows that the part was not written a second time.
    (list[7] as { message: string }).message = 'changed';
    assert.equal(await written(encoder, pulled(list)), first);
  });

  it('write what JSON has no word for as null', async () => {
    const list = [...many(0, 30), undefined, null, Number.NaN];
    sameMeaning(await written(keptJson(), pulled(list)), JSON.stringify(pulled(list)));
  });

  it('are refused when they cannot be written at all', async () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    await assert.rejects(written(keptJson(), published([...many(0, 30), circle])), TypeError);
  });
});
