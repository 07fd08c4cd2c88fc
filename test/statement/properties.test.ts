/** What holds for any text: no throw, spans inside the text, and NFD read as NFC with ranges that map back. */
import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { analyse, detectLanguage, type StatementFacts } from '../../server/src/statement/index';
import type { Span } from '../../server/src/text/span';

function statements(language: string): string[] {
  const file = join(import.meta.dirname, 'cases', `classes.${language}.txt`);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** Every span of the facts. */
function spans(value: unknown): Span[] {
  if (Array.isArray(value)) return value.flatMap(spans);
  if (typeof value !== 'object' || value === null) return [];
  if ('start' in value && 'end' in value) return [value as Span];
  return Object.values(value).flatMap(spans);
}

/** The facts with every span replaced by its words in NFC. */
function inWords(value: unknown, text: string): unknown {
  if (Array.isArray(value)) return value.map((each) => inWords(each, text));
  if (typeof value !== 'object' || value === null) return value;
  if ('start' in value && 'end' in value) {
    const { start, end } = value as Span;
    return text.slice(start, end).normalize('NFC');
  }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inWords(each, text)]));
}

function wellFormed(text: string, facts: StatementFacts): void {
  for (const { start, end } of spans(facts)) ok(0 <= start && start <= end && end <= text.length);
  ok(facts.confidence > 0 && facts.confidence <= 1);
  for (const { value } of facts.quantities) ok(value === undefined || !Number.isNaN(value));
  ok(facts.clauses.length > 0);
}

const words = fc.constantFrom(
  ...'Raise cut NPS churn from to by → 32 50% 2.5 {#} X Q3 before June and , ; per month Launch 12 posts the Tăng giảm tỷ lệ từ lên xuống dưới 5% 1,5 tỷ triển khai trong 3 tháng đầu bằng cách nhờ để hoàn thành không có hơn $1.2M 24/7 ISO 27001 - – ( ) "a" at least ≥ <'.split(
    ' ',
  ),
);
const sentences = fc.array(words, { maxLength: 14 }).map((parts) => parts.join(' '));
const language = fc.constantFrom('en' as const, 'vi' as const);

describe('any text', () => {
  it('random Unicode never throws and gives spans inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), language, (text, lang) => {
        wellFormed(text, analyse(text, lang));
        detectLanguage(text, lang);
      }),
      { numRuns: 2000 },
    );
  });
  it('random sentences of known words neither', () => {
    fc.assert(
      fc.property(sentences, language, (text, lang) => wellFormed(text, analyse(text, lang))),
      { numRuns: 3000 },
    );
  });
  it('lone surrogates, controls and very long words neither', () => {
    for (const text of [
      '\ud800',
      'a\udc00b',
      '\u0000',
      '   ',
      '\n\n',
      'x'.repeat(5000),
      '1'.repeat(400),
      '-'.repeat(300),
    ])
      for (const lang of ['en', 'vi'] as const) wellFormed(text, analyse(text, lang));
  });
  it('is read in time that grows with its length', () => {
    const text = 'raise nps to 50 and cut churn by 3% by calling many customers, '.repeat(400);
    const started = performance.now();
    analyse(text, 'en');
    ok(performance.now() - started < 2000);
  });
});

describe('NFD', () => {
  for (const lang of ['en', 'vi'] as const)
    it(`gives the same facts as NFC, range by range (${lang})`, () => {
      for (const text of statements(lang)) {
        const composed = text.normalize('NFC');
        const split = text.normalize('NFD');
        deepStrictEqual(inWords(analyse(split, lang), split), inWords(analyse(composed, lang), composed));
      }
    });
  it('holds for random sentences', () => {
    fc.assert(
      fc.property(sentences, language, (text, lang) => {
        const split = text.normalize('NFD');
        deepStrictEqual(inWords(analyse(split, lang), split), inWords(analyse(text, lang), text));
      }),
    );
  });
});

describe('blanks', () => {
  it('do not change the verdict: masked markup and line breaks are runs of spaces', () => {
    for (const lang of ['en', 'vi'] as const)
      for (const text of statements(lang)) {
        const spread = `  ${text.replaceAll(' ', '  \n ')} `;
        strictEqual(analyse(spread, lang).class, analyse(text, lang).class, text);
      }
  });
});
