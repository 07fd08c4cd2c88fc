/** The small words around a number: which word leads to it, how it is written. */
import type { Quantity } from '../statement/facts';
import { withoutDiacritics } from '../teams/words';
import type { Span } from '../text/span';
import type { Wording } from './wording';

function isLetter(unit: string): boolean {
  return /[\p{L}\p{M}\p{N}]/u.test(unit);
}

/** The longest of `words` that ends at `end` of `text`, as a span; words are whole words, signs need no blanks. */
function wordEndingAt(text: string, end: number, words: readonly string[]): Span | undefined {
  let found: Span | undefined;
  const before = text.slice(0, end).toLowerCase();
  for (const word of words)
    for (const spelled of [word, word.normalize('NFD'), withoutDiacritics(word)]) {
      if (!before.endsWith(spelled)) continue;
      const start = end - spelled.length;
      if (isLetter(spelled.charAt(0)) && start > 0 && isLetter(before.charAt(start - 1))) continue;
      if (!found || start < found.start) found = { start, end };
    }
  return found;
}

function trimmedEnd(text: string, end: number): number {
  return text.slice(0, end).trimEnd().length;
}

/**
 * The word that leads to a value ("to" in "to at least $50"), as a span of `text`; undefined where none does.
 * Words of comparison and a currency sign may stand between.
 */
export function leadingWord(
  text: string,
  { span }: Quantity,
  { words }: Wording,
  leads: readonly string[],
): Span | undefined {
  let end = trimmedEnd(text, span.start);
  const own = wordEndingAt(text, end, leads);
  const between = wordEndingAt(text, end, words.comparisons);
  if (between && (!own || between.start < own.start)) {
    end = trimmedEnd(text, between.start);
    return wordEndingAt(text, end, leads);
  }
  return own;
}

/** The digits of a quantity without sign and unit, as a span of `text`. */
export function digitsOf(text: string, { span }: Quantity): Span | undefined {
  const match = /\p{Nd}[\p{Nd}.,]*/u.exec(text.slice(span.start, span.end));
  if (!match) return undefined;
  // regex: a statement is a line of at most 10,000 units
  const number = match[0].replace(/[.,]+$/u, '');
  return { start: span.start + match.index, end: span.start + match.index + number.length };
}

/** What clings to the digits of a quantity as written: the currency sign before them, the unit after them. */
export function around(text: string, quantity: Quantity): { prefix: string; unit: string } {
  const digits = digitsOf(text, quantity);
  if (!digits) return { prefix: '', unit: '' };
  return {
    prefix: /\p{Sc}$/u.exec(text.slice(quantity.span.start, digits.start))?.[0] ?? '',
    unit: text.slice(digits.end, quantity.span.end).trimEnd(),
  };
}
