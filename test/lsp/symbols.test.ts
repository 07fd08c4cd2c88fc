import assert from 'node:assert/strict';
import fc from 'fast-check';
import { symbolsOf } from '../../server/src/lsp/symbols';
import { createOkrLanguageService, type OkrDocument } from '../../server/src/service';

const OPTIONS = { path: 'team.okr.md' };
const PIECES = [
  '# OKRs Q3 2026\n\n',
  '## Objective: Guests come back\n\n',
  '### Key Results\n\n',
  '- KR1: Raise repeat bookings from 22% to 35% @linh\n',
  '- KR2: Tăng số khách quay lại từ 5 lên 9\r\n',
  '- KR3: Raise it\n  from 1\n  to 2\n',
  '### Initiatives\n\n- Call old guests\n\n',
  '| KR | Target |\n|---|---|\n| KR1 | 20 |\n\n',
  '\nSome words that are no key result.\n\n',
  '\r',
  '\n',
  'e',
];

const service = createOkrLanguageService();
const symbols = (document: OkrDocument) => symbolsOf(document, service.outlineParts(document));

describe('symbols after edits', () => {
  it('are those of a document read afresh', () => {
    const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 16 }).map((pieces) => pieces.join(''));
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.constantFrom(0, 0, 1, 12),
      newText: fc.constantFrom('', ...PIECES),
    });
    fc.assert(
      fc.property(text, fc.array(edit, { minLength: 1, maxLength: 6 }), (first, edits) => {
        let document = service.read(first, OPTIONS);
        symbols(document);
        for (const { at, length, newText } of edits) {
          const start = Math.floor(at * document.text.length);
          const span = { start, end: Math.min(document.text.length, start + length) };
          const now = document.text.slice(0, span.start) + newText + document.text.slice(span.end);
          document = service.update(document, now, [{ span, newText }], OPTIONS);
          const afresh = service.read(now, OPTIONS);
          assert.deepEqual(symbols(document), symbols(afresh));
          assert.deepEqual(service.outline(document), service.outline(afresh));
          assert.deepEqual(service.folds(document), service.folds(afresh));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are the same objects where nothing has moved', () => {
    const section = (n: number) =>
      `## Objective ${n}: Guests come back\n\n- KR1: Raise it from 1 to ${n}\n\n`;
    const text = Array.from({ length: 30 }, (_, n) => section(n + 1)).join('');
    const before = service.read(text, OPTIONS);
    const old = symbols(before);
    const at = text.indexOf('to 20') + 3;
    const edit = { span: { start: at, end: at }, newText: '1' };
    const after = service.update(before, `${text.slice(0, at)}1${text.slice(at)}`, [edit], OPTIONS);
    const changed = symbols(after).filter((symbol, n) => symbol !== old[n]);
    // Those of the chunk that is read again: a handful, of thirty.
    assert.ok(changed.length < 10, String(changed.length));
    assert.ok(changed.some(({ children }) => children?.[0]?.name.endsWith('from 1 to 120')));
  });
});
