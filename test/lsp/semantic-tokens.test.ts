import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import fc from 'fast-check';
import { TokenResults } from '../../server/src/lsp/semantic-tokens';

describe('answers that are kept for colouring', () => {
  it('are those of twenty documents at most', () => {
    const results = new TokenResults();
    const ids = Array.from(
      { length: 100 },
      (_, n) => results.keep(`file:///${n}`, { data: [n] }).resultId ?? '',
    );
    const known = ids.filter((id, n) => 'edits' in results.difference(`file:///${n}`, id, { data: [n] }));
    // Asking keeps the answer, so that each that is not known puts another one out.
    strictEqual(known.length, 0);
    const latest = results.keep('file:///0', { data: [0] }).resultId ?? '';
    ok('edits' in results.difference('file:///0', latest, { data: [0] }));
  });

  it('become the new ones by their edits, whatever has changed', () => {
    const numbers = fc.array(fc.nat({ max: 3 }), { maxLength: 30 });
    fc.assert(
      fc.property(numbers, numbers, (before, after) => {
        const results = new TokenResults();
        const { resultId = '' } = results.keep('a', { data: before });
        const answer = results.difference('a', resultId, { data: after });
        ok('edits' in answer);
        const data = [...before];
        for (const { start, deleteCount, data: inserted = [] } of answer.edits)
          data.splice(start, deleteCount, ...inserted);
        deepStrictEqual(data, after);
      }),
    );
  });
});
