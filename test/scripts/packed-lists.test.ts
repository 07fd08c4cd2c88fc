import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { pack, unpack } from '../../scripts/lib/packed-lists.mjs';

const SOURCE = new URL('../../server/src/', import.meta.url);

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
});
