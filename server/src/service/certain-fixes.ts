/** Everything in a document that can be mended without a thought, as changes that can be made together. */
import { mendsForSure, plainText, type Suggestion } from '../rewrite';
import type { Finding } from '../rules/rule';
import type { Span } from '../text/span';
import type { Steps } from '../text/steps';

/** Spans that are spoken for, in their order. */
class TakenSpans {
  readonly #spans: Span[] = [];

  /** Whether a span meets none of them; two insertions at one place also get into each other's way. */
  isFree(span: Span): boolean {
    const next = this.#after(span.start);
    const before = this.#spans[next - 1];
    const behind = this.#spans[next];
    return (
      (before === undefined || (before.end <= span.start && before.start < span.start)) &&
      (behind === undefined || behind.start >= span.end)
    );
  }

  take(span: Span): void {
    this.#spans.splice(this.#after(span.start), 0, span);
  }

  /** Index of the first span that begins behind an offset. */
  #after(offset: number): number {
    let [low, high] = [0, this.#spans.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#spans[middle] as Span).start <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/**
 * The certain ones among the suggestions for `findings`, which are all of the document's, in document order. Where
 * edits would meet, the earlier finding's are taken; what changes nothing is left out. A step for each finding.
 */
export function* certainAmong<F extends Finding>(
  text: string,
  findings: readonly F[],
  suggestionsFor: (finding: F) => readonly Suggestion[],
): Steps<readonly Suggestion[]> {
  const fixes: Suggestion[] = [];
  const taken = new TakenSpans();
  for (const finding of findings) {
    if (!mendsForSure(finding.ruleId)) continue;
    for (const suggestion of suggestionsFor(finding)) {
      if (suggestion.kind !== 'certain') continue;
      const { edits } = suggestion;
      const isNew = edits.some(({ span, parts }) => plainText(parts) !== text.slice(span.start, span.end));
      if (!isNew || !edits.every(({ span }) => taken.isFree(span))) continue;
      fixes.push(suggestion);
      for (const { span } of edits) taken.take(span);
    }
    yield;
  }
  return fixes;
}
