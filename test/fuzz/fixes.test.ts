/** Fixes lose nothing: what is outside of an edit's range stays as it is, and what is applied together fits together. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mendsForSure } from '../../server/src/rewrite';
import { createOkrLanguageService, DEFAULT_SETTINGS, plainText } from '../../server/src/service';
import { okrDocuments, runsOf, SEED } from './arbitraries';

const RUNS = runsOf(150);
const service = createOkrLanguageService();
const requestFor = (text: string) => ({
  document: service.read(text, { force: true }),
  settings: DEFAULT_SETTINGS,
  today: '2026-07-01',
});

interface Edit {
  readonly span: { readonly start: number; readonly end: number };
  readonly parts: Parameters<typeof plainText>[0];
}

function apply(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const { span, parts } of [...edits].sort((a, b) => b.span.start - a.span.start))
    result = result.slice(0, span.start) + plainText(parts) + result.slice(span.end);
  return result;
}

/** Edits of one change are in the text, in whole characters, and apart from one another. */
function assertFit(text: string, edits: readonly Edit[]): void {
  let end = 0;
  for (const { span } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    assert.ok(span.start >= end && span.end >= span.start && span.end <= text.length, JSON.stringify(span));
    for (const at of [span.start, span.end])
      assert.ok(!(/[\uD800-\uDBFF]/.test(text[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[at] ?? '')));
    end = span.end;
  }
}

/** What stands between the edits is there byte for byte, in its order. */
function assertKept(text: string, edits: readonly Edit[], after: string): void {
  let [from, at] = [0, 0];
  const bytes = (part: string) => Buffer.from(part, 'utf16le').toString('hex');
  for (const { span, parts } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    const kept = text.slice(from, span.start);
    assert.equal(bytes(after.slice(at, at + kept.length)), bytes(kept));
    from = span.end;
    at += kept.length + plainText(parts).length;
  }
  assert.equal(bytes(after.slice(at)), bytes(text.slice(from)));
}

describe('every change that is offered', function () {
  this.timeout(Math.max(60_000, RUNS * 200));

  it('touches nothing outside of its ranges', () => {
    fc.assert(
      fc.property(okrDocuments, (text) => {
        const request = requestFor(text);
        for (const { suggestion, finding } of service.suggestions(request, { start: 0, end: text.length })) {
          assertFit(text, suggestion.edits);
          const changed = apply(text, suggestion.edits);
          const [first, last] = [
            Math.min(...suggestion.edits.map(({ span }) => span.start)),
            Math.max(...suggestion.edits.map(({ span }) => span.end)),
          ];
          assert.ok(changed.startsWith(text.slice(0, first)), suggestion.title);
          assert.ok(changed.endsWith(text.slice(last)), suggestion.title);
          if (suggestion.kind === 'certain') assert.ok(mendsForSure(finding.ruleId), finding.ruleId);
        }
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('keeps every other objective and key result', () => {
    fc.assert(
      fc.property(okrDocuments, (text) => {
        const request = requestFor(text);
        const before = request.document.objectives().length;
        for (const { suggestion } of service.suggestions(request, { start: 0, end: text.length })) {
          const after = requestFor(apply(text, suggestion.edits)).document.objectives().length;
          assert.ok(after >= before, `${suggestion.title}: ${before} objectives became ${after}`);
        }
      }),
      { numRuns: Math.ceil(RUNS / 3), seed: SEED },
    );
  });

  it('fits with all others that "fix all" applies, and leaves nothing to fix', () => {
    fc.assert(
      fc.property(okrDocuments, (text) => {
        const edits = service.certainFixes(requestFor(text)).flatMap((fix) => fix.edits);
        assertFit(text, edits);
        let now = apply(text, edits);
        assertKept(text, edits, now);
        // What was hidden behind a first fix may need a second; it must come to an end.
        for (let n = 0; n < 3; n++)
          now = apply(
            now,
            service.certainFixes(requestFor(now)).flatMap((fix) => fix.edits),
          );
        assert.deepEqual(service.certainFixes(requestFor(now)), []);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });
});
