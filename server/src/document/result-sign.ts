/** What a sign behind a sentence says came of it: `=> Done`, `=> 58`. */
import { foldText } from '../text/fold';
import { LETTER } from '../text/letters';
import type { FieldDraft } from './field-names';
import { ARROW, STEP_TO } from './steps';

/** ` => Done`, `==> Not done`, `== > 58`, `=>. Done`. */
const RESULT = /\s*=+\s?>\s*\.?\s*/g;
const NUMBER_BEFORE = /[\d.,]\s?[%kKmM]?$/;
const MEASURED = new RegExp(String.raw`^[~≈]?\s*[$€£]?\d[\d.,]*\s*(?:%|[${LETTER}/]{1,12})?\.?$`, 'u');

/** Two numbers with a step between them at the end of folded text. */
const STEP_BEFORE = new RegExp(
  `\\d\\s?%?\\s?(?:${ARROW}|[-–]|\\s(?:${STEP_TO})\\s)\\s?[$€£]?\\d[\\d.,]*\\s?[%km]?$`,
  'u',
);

/**
 * `30 => 50` is a change, not a result, also where another number says something else (`within 90 days 6% => 2%`); behind
 * a step (`from 18% to 25% => 21%`) it is a result.
 */
function isChange(before: string, after: string): boolean {
  if (!NUMBER_BEFORE.test(before) || !/^[$€£]?\d/.test(after)) return false;
  if ((before.match(/\d[\d.,]*/g) ?? []).length === 1) return true;
  const percents = before.match(/\d\s?%/g) ?? [];
  return percents.length === 1 && before.endsWith('%') && !STEP_BEFORE.test(foldText(before));
}

/** The result that a text ends with; offsets count in it. */
export function readResult(text: string): FieldDraft | undefined {
  if (!text.includes('>')) return undefined;
  for (const match of text.matchAll(RESULT)) {
    const valueStart = match.index + match[0].length;
    const before = text.slice(0, match.index);
    if (before.trim() === '' || valueStart >= text.length) continue;
    const value = text.slice(valueStart);
    if (isChange(before, value)) continue;
    const name = MEASURED.test(value) ? 'current' : 'status';
    return { name, start: match.index, end: text.length, valueStart, valueEnd: text.length };
  }
  return undefined;
}
