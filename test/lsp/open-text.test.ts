import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { OpenText } from '../../server/src/lsp/open-text';

const URI = 'file:///work/team.okr.md';
/** More than is changed as a whole. */
const LARGE = 40_000;

const LINE_ENDS = ['\n', '\r\n', '\r'] as const;

/** A text of `LARGE` units or more whose lines are as long as `lengths` says, over and over. */
function textOf(lengths: readonly number[], ends: readonly string[]): string {
  const parts: string[] = [];
  let size = 0;
  for (let n = 0; size < LARGE; n++) {
    const line = `${'Huế '.repeat(lengths[n % lengths.length] as number)}${n}${ends[n % ends.length]}`;
    parts.push(line);
    size += line.length;
  }
  return parts.join('');
}

const position = fc.record({
  line: fc.oneof(fc.integer({ min: -2, max: 40 }), fc.integer({ min: 0, max: 3000 })),
  character: fc.oneof(fc.nat(9), fc.nat(2000)),
});

const change = fc.record({
  at: position,
  lines: fc.oneof({ weight: 5, arbitrary: fc.nat(2) }, fc.nat(800)),
  character: fc.nat(30),
  /** An editor changes things near to where it has changed something before. */
  near: fc.boolean(),
  text: fc.oneof(fc.constantFrom('', 'x', '\n', '\r', '\r\n', ' and\nmore\n'), fc.string({ maxLength: 30 })),
});

/** Changes a text that is looked at for the first time. */
function changed(text: string, { start, end }: Range, inserted: string): string {
  const document = TextDocument.create(URI, 'markdown', 0, text);
  const offsets = [document.offsetAt(start), document.offsetAt(end)];
  return text.slice(0, Math.min(...offsets)) + inserted + text.slice(Math.max(...offsets));
}

describe('The text of an open document', () => {
  it('is what the whole text with all changes is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(30), { minLength: 1, maxLength: 5 }),
        fc.array(fc.constantFrom(...LINE_ENDS), { minLength: 1, maxLength: 3 }),
        fc.array(change, { minLength: 1, maxLength: 25 }),
        (lengths, ends, changes) => {
          const text = textOf(lengths, ends);
          const open = new OpenText(URI, 'markdown', text);
          let whole = text;
          let last = { line: 0, character: 0 };
          for (const { at, lines, character, near, text: inserted } of changes) {
            const start = near ? { line: last.line + (at.line % 3), character: at.character } : at;
            const range = { start, end: { line: start.line + lines, character } };
            const before = whole;
            const edit = open.change({ range, text: inserted });
            whole = changed(before, range, inserted);
            assert.ok(edit);
            assert.equal(open.text.toString(), whole);
            assert.equal(
              before.slice(0, edit.span.start) + edit.newText + before.slice(edit.span.end),
              whole,
            );
            last = start;
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('gives its parts without being put together', () => {
    const text = textOf([9], ['\n']);
    const open = new OpenText(URI, 'markdown', text);
    const at = { line: 500, character: 3 };
    open.change({ range: { start: at, end: at }, text: '!' });
    const whole = open.text.toString();
    assert.notEqual(typeof open.text, 'string');
    fc.assert(
      fc.property(fc.nat(whole.length + 9), fc.nat(whole.length + 9), (start, end) => {
        assert.equal(open.text.slice(start, end), whole.slice(start, end));
        assert.equal(open.text.slice(start), whole.slice(start));
      }),
    );
  });

  it('does not change under who has taken it', () => {
    const open = new OpenText(URI, 'markdown', 'Win\n');
    const { text } = open;
    open.change({
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } },
      text: 'Lose',
    });
    assert.equal(text.toString(), 'Win\n');
    assert.equal(open.text.toString(), 'Lose\n');
  });

  it('is replaced as a whole', () => {
    const open = new OpenText(URI, 'markdown', textOf([9], ['\n']));
    const at = { line: 500, character: 3 };
    open.change({ range: { start: at, end: at }, text: '!' });
    assert.equal(open.change({ text: '# New\n' }), undefined);
    assert.equal(open.text.toString(), '# New\n');
    open.change({
      range: { start: { line: 0, character: 2 }, end: { line: 0, character: 5 } },
      text: 'Old',
    });
    assert.equal(open.text.toString(), '# Old\n');
  });
});
