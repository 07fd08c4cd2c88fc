/**
 * A cheap look at a text before anything is read: most Markdown has nothing to do with OKRs. It must never say no to a
 * text that reading would recognise; `test/document/may-be-okr.test.ts` holds it to that.
 */
import { foldText } from '../text/fold';
import type { ReadOptions } from './model';
import { namesOkr } from './recognise';
import { wordsOf } from './words';

/** Markup and link targets may stand between the words of a label, but not a line's end. */
const BETWEEN = '[^\\n\\r]{0,150}?';

/** Signs that may stand between letters of a short label. */
const EMPHASIS = '[*_~`]{0,3}';

/** The first two words of a label: more would have to be looked for at every distance from each other. */
const phrase = (words: string): string =>
  foldText(words)
    .split(/[\s-]+/)
    .slice(0, 2)
    .join(BETWEEN);

/** Longer phrases that begin like another one add nothing. */
function shortest(phrases: readonly string[]): string[] {
  const sorted = [...new Set(phrases)].sort((a, b) => a.length - b.length);
  return sorted.filter((one, n) => !sorted.slice(0, n).some((other) => one.startsWith(other)));
}

/** Short labels stand at a word's start, `okr` may stand for them. */
const SHORT = shortest([...wordsOf('keyResultShort'), ...wordsOf('keyResults')].map(foldText))
  .filter((word) => /^[a-z]{2,4}$/.test(word))
  .map((word) => `(?<![a-z])(?:o${EMPHASIS})?${[...word].join(EMPHASIS)}`);
const LONG = [...wordsOf('keyResult'), ...wordsOf('keyResults'), ...wordsOf('keyResultsLoose')]
  .filter((words) => foldText(words).length > 4)
  .map(phrase);

/** `Objective 1`, `O1 -`. */
const NUMBERED = [
  ...shortest(wordsOf('objective').map(phrase)),
  `(?<![a-z\\d])(?:${wordsOf('objectiveShort').join('|')})[\\s-]?\\d`,
];

/** Every recognised text names key results, or OKRs, somewhere, or numbers its objectives. */
// regex: every repetition is bounded, and no branch holds more than one that is longer than three
const SIGN = new RegExp([...SHORT, ...shortest(LONG), ...NUMBERED].join('|'), 'iu');

/** Folding takes as long as reading; plain letters need none. */
const NEEDS_FOLDING = /[^\0-\x7f]/;

/** Whether a text can be an OKR document at all. */
export function mayBeOkr(text: string, options: ReadOptions = {}): boolean {
  if (options.force !== undefined) return options.force;
  if (namesOkr(options.path)) return true;
  return SIGN.test(NEEDS_FOLDING.test(text) ? foldText(text) : text);
}
