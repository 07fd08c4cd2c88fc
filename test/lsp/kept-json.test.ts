import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Message } from 'vscode-languageserver';
import { KEPT_JSON } from '../../server/src/kept-json.node';
import { lasting } from '../../server/src/lsp/lasting';

const written = async (message: unknown) =>
  Buffer.from(await KEPT_JSON.encode(message as Message, { charset: 'utf-8' })).toString('utf8');

const sameMeaning = (one: string, other: string) => assert.deepEqual(JSON.parse(one), JSON.parse(other));

const diagnostic = (n: number) => ({
  message: `Chưa đo được “${n}”`,
  range: { start: n, end: n + 1 },
  tags: undefined,
});
const many = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) => lasting(diagnostic(from + n)));
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

const outlined = (result: unknown) => ({ jsonrpc: '2.0', id: 'a', result });

/** Any value; of the objects, half will be sent again. */
const part = fc
  .tuple(fc.jsonValue(), fc.boolean())
  .map(([value, again]) => (again && typeof value === 'object' && value !== null ? lasting(value) : value));

describe('messages with diagnostics or an outline on a stream', () => {
  it('mean what JSON.stringify would write, whatever they are', async () => {
    const list = fc.array(part, { maxLength: 60, size: 'max' });
    const message = fc.oneof(
      list.map(published),
      list.map(pulled),
      list.map(outlined),
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.record({ id: fc.nat(), result: fc.jsonValue() }),
    );
    await fc.assert(
      fc.asyncProperty(message, async (each) => sameMeaning(await written(each), JSON.stringify(each))),
    );
  });

  it('are written alike when parts of them were written before, in other places', async () => {
    const before = many(0, 60);
    await written(published(before));
    const after = [...before.slice(0, 10), diagnostic(99), ...before.slice(11), ...before.slice(0, 5)];
    for (const message of [published(after), pulled(after), outlined(after), published([])])
      sameMeaning(await written(message), JSON.stringify(message));
  });

  it('hold each of the kept parts as it was sent', async () => {
    const list = many(0, 60);
    const first = await written(pulled(list));
    // Nobody may do this; that it has no effect shows that the part was not written a second time.
    (list[7] as { message: string }).message = 'changed';
    assert.equal(await written(pulled(list)), first);
  });

  it('write anew what was not said to last', async () => {
    const part = diagnostic(1);
    await written(pulled([...many(0, 3), part]));
    part.message = 'changed';
    const list = [...many(0, 3), part];
    sameMeaning(await written(pulled(list)), JSON.stringify(pulled(list)));
  });

  it('write what JSON has no word for as null', async () => {
    const list = [...many(0, 30), undefined, null, Number.NaN];
    sameMeaning(await written(pulled(list)), JSON.stringify(pulled(list)));
  });

  it('are refused when they cannot be written at all', async () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    await assert.rejects(written(published([...many(0, 30), circle])), TypeError);
  });
});
