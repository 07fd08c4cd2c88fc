import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createOkrLanguageService } from '../../../server/src/service';
import { selectionAt } from '../../../server/src/service/editor/selection';
import { tokensOf } from '../../../server/src/service/editor/tokens';
import { contains } from '../../../server/src/text/span';

const service = createOkrLanguageService();
const TEXT = [
  '---',
  'okr: 1',
  '---',
  '## O1: Owners sign at once {#sign ^first}',
  '- KR1: Cut the sales cycle from 62 to 45 days (now: 58) @linh #due(2026-09-30) [0.3]',
  '- ~~KR2: Raise signed offers from 10% to 30%~~',
  '- KR3: Giảm tỷ lệ nghỉ việc từ 18% xuống 10% @hà',
  '',
].join('\n');

const read = (text: string) => {
  const document = service.read(text, { path: 'a.okr.md' });
  return {
    document,
    factsOf: (item: Parameters<typeof service.factsOf>[1]) => service.factsOf(document, item),
  };
};

describe('the meaning of parts', () => {
  it('names labels, metrics, numbers, people, dates and ids', () => {
    const { document, factsOf } = read(TEXT);
    const tokens = tokensOf(document, factsOf).map(
      ({ span, kind }) => `${kind} ${TEXT.slice(span.start, span.end)}`,
    );
    assert.deepEqual(
      tokens.filter((token) => !token.startsWith('metric')),
      [
        'label O1:',
        'id sign',
        'id first',
        'label KR1:',
        'baseline 62',
        'target 45 days',
        'value 58',
        'owner @linh',
        'date 2026-09-30',
        'value 0.3',
        'dropped Raise signed offers from 10% to 30%',
        'label KR3:',
        'baseline 18%',
        'target 10%',
        'owner @hà',
      ],
    );
    assert.ok(
      tokens.includes('metric sales cycle') || tokens.includes('metric the sales cycle'),
      tokens.join(),
    );
  });

  it('gives the same for a part as for the whole', () => {
    const { document, factsOf } = read(TEXT);
    const all = tokensOf(document, factsOf);
    fc.assert(
      fc.property(fc.nat(TEXT.length), fc.nat(TEXT.length), (a, b) => {
        const range = { start: Math.min(a, b), end: Math.max(a, b) };
        const expected = all.filter(({ span }) => span.start < range.end && range.start < span.end);
        assert.deepEqual(tokensOf(document, factsOf, range), expected);
      }),
    );
  });

  it('never overlaps, whatever the text', () => {
    const piece = fc.constantFrom(
      '## O1: Win',
      '- KR1: ',
      'from 1 to 2',
      ' {#a ^b}',
      ' @x',
      '\n',
      ' [0.3]',
      '~~',
      ' by June',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const { document, factsOf } = read(pieces.join(''));
        let end = 0;
        for (const { span } of tokensOf(document, factsOf)) {
          assert.ok(span.start >= end && span.end > span.start);
          end = span.end;
        }
      }),
    );
  });
});

describe('growing a selection', () => {
  it('goes from the value to the field, the sentence, the item, the objective', () => {
    const { document, factsOf } = read(TEXT);
    const grown = (words: string) =>
      selectionAt(document, TEXT.indexOf(words) + 1, factsOf).map(({ start, end }) => TEXT.slice(start, end));
    assert.deepEqual(grown('58)').slice(0, 2), ['58', '(now: 58)']);
    const number = grown('45 days');
    assert.equal(number[0], '45 days');
    assert.ok(number.includes('Cut the sales cycle from 62 to 45 days'));
    assert.equal(number.at(-1), TEXT);
    assert.ok(number.some((text) => text.startsWith('## O1') || text.startsWith('O1')));
  });

  it('always nests and always ends with the whole text', () => {
    const { document, factsOf } = read(TEXT);
    for (let offset = 0; offset <= TEXT.length; offset++) {
      const spans = selectionAt(document, offset, factsOf);
      spans.slice(1).forEach((span, i) => {
        const inner = spans[i];
        assert.ok(inner && contains(span, inner) && span.end - span.start > inner.end - inner.start);
      });
      assert.deepEqual(spans.at(-1), { start: 0, end: TEXT.length });
    }
    const empty = read('');
    assert.deepEqual(selectionAt(empty.document, 0, empty.factsOf), [{ start: 0, end: 0 }]);
  });
});
