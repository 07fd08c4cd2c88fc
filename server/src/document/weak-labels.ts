/** Words that make something of a line only where something else says so too. */
import { fold, unfold } from '../text/fold';
import { MEASURED_BY, RESULT_NUMBERED, TRAILING } from './label-patterns';
import type { LinePlace } from './line-kind';
import { type Start, startOf } from './line-start';
import { numberingEnd } from './raw-line';
import { isWord } from './words';

/** UTF-16 units of a label that makes nothing a key result. */
const LONGEST_WEAK = 40;
/** One or two words and a number with a sign: a cheap look. */
const MAY_BE_NUMBERED = /^\S{2,10}(?:\s\S{2,6})?\s?#?\d{1,2}(?:[.-]\d{1,2})?\s?[:.)–—-]\s/u;

/**
 * How far the label reaches of what is a key result by its place: `1.1.`, `Kết quả 1:`. Such a label alone makes
 * nothing one. 0 where there is none.
 * @param text without white space in front
 */
export function weakLabelEnd(text: string): number {
  const end = numberingEnd(text);
  if (end > 0 || !MAY_BE_NUMBERED.test(text)) return end;
  const folded = fold(text.slice(0, LONGEST_WEAK));
  const label = RESULT_NUMBERED.exec(folded.text);
  return label ? unfold(folded, label[0].length) : 0;
}

/**
 * Whether a line says no more than that measures follow: `Success looks like:`, as a heading also without a colon. Where
 * key results are waited for, it heads them; anywhere else it means nothing.
 */
export function headsMeasures(line: string, place: LinePlace): boolean {
  const text = line.trim();
  if (text.length > LONGEST_WEAK || (place !== 'heading' && !text.endsWith(':'))) return false;
  return isWord('measuresHead', startOf(text).text.replace(TRAILING, ''));
}

/** No announcement is longer. */
const LONGEST_ANNOUNCEMENT = 100;
/** Of an aim that is one; also `O1` and its sign. */
const FEWEST_WORDS = 3;

/** Where a line that ends with `as measured by:` stops to say what is wanted; undefined for any other. */
export function announcementAt({ folded, at, text }: Start): number | undefined {
  const end = text.trimEnd().length;
  const from = Math.max(0, end - LONGEST_ANNOUNCEMENT);
  const found = MEASURED_BY.exec(text.slice(from, end));
  if (!found) return undefined;
  const stop = from + found.index;
  const isAim = text.slice(0, stop).trim().split(/\s+/).length >= FEWEST_WORDS;
  return isAim ? unfold(folded, at + stop) : undefined;
}
