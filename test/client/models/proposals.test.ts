import assert from 'node:assert/strict';
import fc from 'fast-check';
import { proposalsOf } from '../../../client/src/models/proposals';

const ORIGINAL = 'Call 40 customers';

describe('proposals of a language model', () => {
  it('lose the marks that were not asked for', () => {
    const answer = [
      '1. Raise the win rate from ‹baseline› to ‹target›',
      '- KR2: Book 40 meetings that end in an offer',
      '* **KR:** Shorten the sales cycle from ‹baseline› to ‹target› days',
      '"Win more deals, from ‹baseline› to ‹target›"',
      '',
      '```',
    ].join('\n');
    assert.deepEqual(proposalsOf(answer, ORIGINAL), [
      'Raise the win rate from ‹baseline› to ‹target›',
      'Book 40 meetings that end in an offer',
      'Shorten the sales cycle from ‹baseline› to ‹target› days',
      'Win more deals, from ‹baseline› to ‹target›',
    ]);
  });

  it('never bring a number of their own', () => {
    assert.deepEqual(proposalsOf('Raise the win rate from 18% to 25%\nTăng 1,5 lần', ORIGINAL), []);
    assert.deepEqual(proposalsOf('Win 40 customers', ORIGINAL), ['Win 40 customers']);
  });

  it('are at most five, each once, none the sentence itself', () => {
    const answer = ['a', 'b', 'a', 'c', 'd', 'e', 'f', ORIGINAL].join('\r\n');
    assert.deepEqual(proposalsOf(answer, ORIGINAL), ['a', 'b', 'c', 'd', 'e']);
    assert.deepEqual(proposalsOf(ORIGINAL, ORIGINAL), []);
  });

  it('are single lines whatever the model says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (answer) => {
        for (const line of proposalsOf(answer, ORIGINAL)) assert.match(line, /^[^\r\n\u2028\u2029]{1,400}$/u);
      }),
    );
  });
});
