import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { pack, packLike, unpack, unpackLike } from '../../scripts/lib/packed-lists.mjs';

const SOURCE = new URL('../../server/src/', import.meta.url);

/** The first language's knowledge as it is in the bundle: its keys may stand in another order. */
const travelled = (base: unknown) => unpack(JSON.parse(JSON.stringify(pack(base))));

describe('packed lists', () => {
  it('give back every file of the knowledge, and are shorter', () => {
    const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.generated.json'),
    );
    assert.ok(files.length > 20);
    let [before, after] = [0, 0];
    for (const file of files) {
      const text = JSON.stringify(JSON.parse(readFileSync(new URL(file, SOURCE), 'utf8')));
      const packed = JSON.stringify(pack(JSON.parse(text)));
      assert.deepEqual(unpack(JSON.parse(packed)), JSON.parse(text), file);
      before += text.length;
      after += packed.length;
    }
    assert.ok(after < before, `${after} of ${before}`);
  });

  it('write words and keys once', () => {
    assert.equal(pack(['call', 'phone']), '^call^phone');
    const rows = pack([{ a: 1, b: ['x', 'y'] }, { a: 3 }, { b: 4 }]);
    assert.deepEqual(rows, ['^', ['a', 'b'], [1, '^x^y'], [3], [null, 4]]);
  });

  it('give back any JSON, or refuse it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        let packed: unknown;
        try {
          packed = pack(JSON.parse(text));
        } catch {
          assert.match(text, /"\^/);
          return;
        }
        assert.deepEqual(unpack(JSON.parse(JSON.stringify(packed))), JSON.parse(text));
      }),
    );
  });

  it('of a second language are written by the keys and words of the first', () => {
    const base = { title: 'a', words: ['x', 'y', 'z'], more: { one: '1', two: '2' } };
    const value = { title: 'b', words: ['z', 'new', 'x'], more: { one: '3' }, last: ['p', 'q'] };
    const packed = packLike(base, value);
    assert.deepEqual(packed, ['~', ['b', ['#', 2, 'new', 0], { one: '3' }], { last: '^p^q' }]);
    const back = unpackLike(base, JSON.parse(JSON.stringify(packed)));
    assert.equal(JSON.stringify(back), JSON.stringify(value), 'in the same order');
    assert.deepEqual(packLike(base, { other: 1 }), { other: 1 });
  });

  it('of a second language give back any JSON, or refuse it', () => {
    const word = fc.constantFrom('a', 'b', 'c', '0', '1', '~', '#', '^', 'length');
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof(word, fc.nat(3), fc.array(tie('json'), { maxLength: 4 }), tie('entry')),
      entry: fc.dictionary(word, fc.oneof(word, fc.array(word), tie('json')), {
        maxKeys: 4,
        noNullPrototype: true,
      }),
    }));
    fc.assert(
      fc.property(json, json, (base, value) => {
        let packed: unknown;
        try {
          packed = packLike(base, value);
        } catch (error) {
          assert.match(String(error), /would be read as/);
          return;
        }
        const back = unpackLike(travelled(base), JSON.parse(JSON.stringify(packed)));
        assert.deepEqual(back, value);
      }),
      { numRuns: 2000 },
    );
  });

  it('of Vietnamese give back every file beside the English one', () => {
    const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /(?:^|[\\/])vi(?:[\\/][\w-]+)?\.generated\.json$/.test(file),
    );
    assert.ok(files.length > 10, files.join());
    const read = (file: string) => JSON.parse(readFileSync(new URL(file, SOURCE), 'utf8'));
    for (const file of files) {
      const base = read(file.replace(/vi(?=(?:[\\/][\w-]+)?\.generated\.json$)/, 'en'));
      const packed = JSON.parse(JSON.stringify(packLike(base, read(file))));
      assert.deepEqual(unpackLike(travelled(base), packed), read(file), file);
    }
  });
});
