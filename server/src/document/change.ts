import type { Span } from '../text/span';
import type { Text } from '../text/text';
import type { TextEdit } from './model';

export interface Change {
  /** What was replaced, in the old text. */
  readonly span: Span;
  /** Length of what stands there now. */
  readonly inserted: number;
}

const STEP = 4_096;

function commonPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at + STEP <= most && a.slice(at, at + STEP) === b.slice(at, at + STEP)) at += STEP;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

function commonSuffix(a: string, b: string, most: number): number {
  let count = 0;
  while (
    count + STEP <= most &&
    a.slice(a.length - count - STEP, a.length - count) === b.slice(b.length - count - STEP, b.length - count)
  )
    count += STEP;
  while (count < most && a.charCodeAt(a.length - 1 - count) === b.charCodeAt(b.length - 1 - count)) count++;
  return count;
}

/** The smallest span outside which the texts agree. */
function difference(oldText: string, newText: string): Change {
  if (oldText === newText) return { span: { start: 0, end: 0 }, inserted: 0 };
  const prefix = commonPrefix(oldText, newText);
  const suffix = commonSuffix(oldText, newText, Math.min(oldText.length, newText.length) - prefix);
  return {
    span: { start: prefix, end: oldText.length - suffix },
    inserted: newText.length - suffix - prefix,
  };
}

/** One span that covers all edits, which apply one after the other. */
function cover(edits: readonly TextEdit[]): Change {
  // `start` and `end` in the old text; `newEnd` is where `end` stands after the edits so far.
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  let newEnd = 0;
  for (const { span, newText } of edits) {
    const growth = newText.length - (span.end - span.start);
    // What lies behind everything replaced so far has only moved.
    const behind = span.end - newEnd;
    if (behind > 0 || start === Number.POSITIVE_INFINITY) {
      end += start === Number.POSITIVE_INFINITY ? span.end : behind;
      newEnd = span.end;
    }
    start = Math.min(start, span.start);
    newEnd += growth;
  }
  return { span: { start, end }, inserted: newEnd - start };
}

/**
 * What changed from `oldText` to `newText`. Edits that cannot have led from one to the other are not believed: then
 * the texts are compared.
 */
export function changedSpan(oldText: Text, newText: Text, edits: readonly TextEdit[] | undefined): Change {
  const compared = () => difference(oldText.toString(), newText.toString());
  if (!edits || edits.length === 0) return compared();
  const change = cover(edits);
  const { span, inserted } = change;
  const fits =
    span.start >= 0 &&
    span.start <= span.end &&
    span.end <= oldText.length &&
    inserted >= 0 &&
    oldText.length - (span.end - span.start) + inserted === newText.length;
  return fits ? change : compared();
}
