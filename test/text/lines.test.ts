import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLineIndex, updateLineIndex } from '../../server/src/text/lines';

const text = fc
  .array(fc.constantFrom('a', 'ệ', '\n', '\r', '\r\n', '😀', 'bc'), { maxLength: 60 })
  .map((parts) => parts.join(''));

/** Line starts, found by splitting. */
function startsOf(content: string): number[] {
  const starts = [0];
  for (const match of content.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  return starts;
}

describe('line index', () => {
  it('finds lines that end in \\n, \\r\\n and a lone \\r', () => {
    fc.assert(
      fc.property(text, (content) => {
        const lines = createLineIndex(content);
        const starts = startsOf(content);
        assert.equal(lines.lineCount, starts.length);
        starts.forEach((start, line) => {
          assert.equal(lines.lineStart(line), start);
          assert.deepEqual(lines.positionAt(start), { line, column: 0 });
        });
      }),
    );
  });

  it('is after an edit what a fresh one is', () => {
    fc.assert(
      fc.property(text, fc.nat(60), fc.nat(10), text, (content, from, size, inserted) => {
        const start = Math.min(from, content.length);
        const end = Math.min(start + size, content.length);
        const after = content.slice(0, start) + inserted + content.slice(end);
        const updated = updateLineIndex(createLineIndex(content), after, { start, end }, inserted.length);
        const fresh = createLineIndex(after);
        assert.equal(updated.lineCount, fresh.lineCount);
        for (let line = 0; line <= fresh.lineCount; line++)
          assert.equal(updated.lineStart(line), fresh.lineStart(line));
      }),
      { numRuns: 2000 },
    );
  });

  it('clamps what lies outside', () => {
    const lines = createLineIndex('ab\ncd');
    assert.deepEqual(lines.positionAt(99), { line: 1, column: 2 });
    assert.deepEqual(lines.positionAt(-1), { line: 0, column: 0 });
    assert.equal(lines.lineStart(99), 5);
    assert.equal(lines.lineStart(-1), 0);
  });
});
