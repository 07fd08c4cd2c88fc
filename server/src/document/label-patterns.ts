/** Patterns of labels, made of the word lists. They look at folded text. */
import { EMOJI_UNIT } from '../text/emoji';
import { LETTER } from '../text/letters';
import { anyOf, wordsOf } from './words';

/** Emoji, check marks, the kind of a call-out and the like in front of a line. */
export const DECORATION = new RegExp(
  `^(?:\\s|\\[![a-z]{1,20}\\][+-]?\\s|${EMOJI_UNIT}|\\d\\ufe0f?\\u20e3|[•·▪◦►▶✓√☐☑✗✘])+`,
  'u',
);

const objective = anyOf(wordsOf('objective'));
const objectiveLoose = anyOf(wordsOf('objectiveLoose'));
const objectiveShort = anyOf(wordsOf('objectiveShort'));
const keyResult = anyOf(wordsOf('keyResult'));
const keyResults = anyOf(wordsOf('keyResults'), wordsOf('keyResult'));
const keyResultsLong = anyOf(
  wordsOf('keyResults').filter((word) => word.length > 4),
  wordsOf('keyResult'),
);
const keyResultShort = anyOf(wordsOf('keyResultShort'));

const NOT_LETTER = `(?![${LETTER}\\d])`;
const QUALIFIER = "((?:[\\p{L}\\p{N}&/'.+-]{1,30}\\s+){1,3})";
const ASIDE = '(?:\\s*[([][^()[\\]]{1,60}[)\\]])';
const AFTER = `(?:\\s+(?:${anyOf(wordsOf('labelAfter'))})\\.?){0,2}`;
const NUMBER = `([#(]?(?:[a-z]{1,4}[-.]?)?\\d{1,3}(?:(?:[.-]| \\.)\\d{1,3}){0,3}[a-z]?\\)?(?![${LETTER}\\d%.,]\\S)|(?:[ivx]{1,5}|[a-h]|${anyOf(wordsOf('numberWords'))})(?=\\s*[:.)–—-]))`;
const COLON = '\\s*:\\s*';
const SEPARATOR = '\\s*(?:[:|]|[.)](?=\\s|$)|[-–—→]+(?=\\s|$))\\s*';
const LEAD = '^(?:(?:\\d{1,2}(?:\\.\\d{1,2}){0,3}[.)]?|[ivx]{1,4}[.)])\\s+)?(?:\\[?p[0-4]\\]?\\s*[:-]?\\s*)?';

/*
 * Groups of the patterns that are tried on every line are numbered: an object of named ones costs more than the match.
 */

/** Groups: qualifier, number, separator. */
const objectivePattern = (qualifier: string) =>
  new RegExp(
    `${LEAD}${qualifier}?(?:${objective})(?:\\s*/\\s*(?:${objective}))?${NOT_LETTER}${ASIDE}?${AFTER}(?:\\s*${NUMBER})?${ASIDE}?(${SEPARATOR}|\\s*$|\\s+)`,
    'u',
  );
export const OBJECTIVE = objectivePattern('()');
export const OBJECTIVE_QUALIFIED = objectivePattern(QUALIFIER);
/** Group: separator. */
export const OBJECTIVE_SHORT = new RegExp(
  `${LEAD}(?:[a-z]{1,4}\\d{0,2}[-.])?(?:${objectiveShort})[\\s-]?\\d{1,2}(?:\\.\\d{1,2})?${ASIDE}?(${SEPARATOR}|\\s*$|\\s+(?=[${LETTER}]))`,
  'u',
);
/** `[O1] Grow`, `(KR 1.2) Grow`. */
export const OBJECTIVE_BOXED = new RegExp(
  `^[[(](?:${objectiveShort})[\\s-]?\\d{1,2}(?:\\.\\d{1,2})?[\\])]\\s*(?:[:–—-]\\s*)?`,
  'u',
);
export const KEY_RESULT_BOXED = new RegExp(
  `^[[(](?:${keyResultShort})[\\s#._-]{0,2}\\d{1,3}(?:[.-]\\d{1,3}){0,3}[\\])]\\s*(?:[:–—-]\\s*)?`,
  'u',
);
export const OBJECTIVE_LETTER = new RegExp(`^(?:o|obj)${COLON}`, 'u');
export const OBJECTIVE_LOOSE = new RegExp(`^(?:${objectiveLoose})(?:\\s*${NUMBER})?${COLON}`, 'u');

/** Groups: qualifier, sign of the plural, number, separator. */
export const KEY_RESULT = new RegExp(
  `${LEAD}${QUALIFIER}?(?:${keyResult})(s)?${NOT_LETTER}${ASIDE}?${AFTER}(?:\\s*${NUMBER})?${ASIDE}?(${SEPARATOR}|\\s*$|\\s+)`,
  'u',
);
/** Group: separator. */
export const KEY_RESULT_SHORT = new RegExp(
  `${LEAD}(?:(?:[a-z]{1,4})?\\d{0,2}[-.])?(?:${keyResultShort})(?:[\\s#._-]{0,2}\\d{1,5}(?:(?:[.-]| \\.)\\d{1,3}){0,3}[a-z]?(?:/\\d{1,2})?|[\\s._-][a-h]\\d{1,2}|[\\s._-][a-h](?=\\s*[:.)–—-]))(?![${LETTER}\\d%])${ASIDE}?(${SEPARATOR}|\\s*$|\\s+)`,
  'u',
);
/** Group: separator. */
export const KEY_RESULT_LETTER = new RegExp(`${LEAD}(?:kr|kqtc)${ASIDE}?(\\s*[:–—]\\s*|\\s+-\\s+)`, 'u');
/** `BPS KR 1.1:`, `Sales (EMEA) KR:`. */
export const KEY_RESULT_OWNED = new RegExp(
  `^(?:[${LETTER}\\d&/'.()+-]{1,30}\\s+){1,4}kr(?:[\\s#._-]{0,2}\\d{1,3}(?:[.-]\\d{1,3}){0,3})?${COLON}`,
  'u',
);

/** Group: colon. */
export const MARKER = new RegExp(
  `^(?:[${LETTER}\\d'.&-]{1,30}\\s+){0,3}(?:${keyResults})${NOT_LETTER}(?:${ASIDE}|\\s*[/|&]\\s*(?:${keyResults})${NOT_LETTER}){0,2}\\s*(:?)$`,
  'u',
);
/** As an item, without a colon, it says nothing else: "Draft 3 key results" is a task. */
export const BARE_MARKER = new RegExp(
  `^(?:(?:(?:q[1-4]|[${LETTER}'.&-]{1,30})\\s+){0,2}(?:key\\s+results|krs?)|(?:cac\\s+|nhung\\s+)?(?:${keyResults}))${NOT_LETTER}(?!\\s*\\p{L})`,
  'u',
);
/** `Key results for objective 1`, `Key results - Q3`; not those of an experiment. */
export const MARKER_OF = new RegExp(
  `^(?:${keyResults})${NOT_LETTER}\\s*(?:[-–—|(:]|(?:for|of|cua|cho|para|de)\\s+(?:the\\s+|nam\\s+)?(?:${objective}|o\\s?\\d|q[1-4]|h[12]|quy|quarter|year|20\\d\\d)${NOT_LETTER.replace('\\d', '')})`,
  'u',
);
export const LOOSE_MARKER = new RegExp(`(?:${anyOf(wordsOf('keyResultsLoose'))})`, 'u');
/** "We will know by the following key results:" */
export const MARKER_SENTENCE = new RegExp(
  `(?:^|[\\s(])(?:${keyResultsLong})${NOT_LETTER}${ASIDE}?\\s*:$`,
  'u',
);
/** `Key results of objective 2`, also with its title behind. Groups: all before its label, the label. */
export const KEY_RESULTS_OF = new RegExp(
  `^((?:${keyResultsLong})\\s+[\\p{L}]{2,4}\\s+)((?:${objective})\\s*#?\\d{1,2}(?:\\s*[:.–—-]\\s*|\\s*$))`,
  'u',
);
/** `Objective 2 key results`. */
export const OBJECTIVE_KEY_RESULTS = new RegExp(
  `^(?:${objective})\\s*#?\\d{1,2}(?:['’]s)?\\s*[:–—-]?\\s+(?:${keyResultsLong})\\s*:?$`,
  'u',
);
/** `Key results: 1) ...` inside a sentence. */
export const TOLD_RESULTS = new RegExp(
  `(?<![${LETTER}\\d])(?:${keyResultsLong})\\s?:\\s+(?=\\(?1[.)]\\s)`,
  'u',
);
/** `Kết quả 1: `. */
export const RESULT_NUMBERED = new RegExp(
  `^(?:${anyOf(wordsOf('resultNumbered'))})\\s*#?\\d{1,2}(?:[.-]\\d{1,2})?\\s*[:.)–—-]\\s+(?=\\S)`,
  'u',
);
/** `…, as measured by the following key results:` */
export const MEASURED_BY = new RegExp(
  `(?<![\\s,;(–—-])[\\s,;(–—-]{1,12}(?:and\\s+|va\\s+)?(?:${anyOf(wordsOf('measuredBy'))})(?:\\s+(?:these|the\\s+following|cac|nhung))?(?:\\s+(?:${keyResultsLong}))?\\s?:?$`,
  'u',
);
/** `Objectives of the kitchen`, `Mục tiêu quý 1`. */
export const OBJECTIVES_NAME = new RegExp(
  `^(?:${objective}|${anyOf(wordsOf('objectiveGroup'))})(?![${LETTER}])`,
  'u',
);
export const OKR_NAME = new RegExp(
  `(?<![${LETTER}\\d])(?:okrs?(?:'s)?${NOT_LETTER}|(?:objectives?|${objective}|${anyOf(wordsOf('objectiveGroup'))})\\s*(?:and|&|\\+|/|va|y|e|et|und|与|和)\\s*(?:${keyResults})${NOT_LETTER})`,
  'u',
);
/** What the label of a field ends at. */
export const FIELD_END = /[:=([]/;
export const FIELD_SIGN = new RegExp(`${ASIDE}?\\s*(?::{1,2}|=(?!=|>))\\s*`, 'uy');
export const CLOSING_START = new RegExp(`^(?:${anyOf(wordsOf('closingStart'))})${NOT_LETTER}`, 'u');
export const FILLER = /^(?:the|our|key|my|team|company|all|cac|nhung)\s+/u;
export const TRAILING = new RegExp(`(?:[\\s:.!…*]|${EMOJI_UNIT})+$`, 'u');
export const TRAILING_BUT_COLON = new RegExp(`(?:[\\s.!…*]|${EMOJI_UNIT})+$`, 'u');

/** A cheap look whether any label can be in the folded start of a line. */
export const ANY_LABEL = new RegExp(
  `${objective}|${objectiveLoose}|${keyResults}|(?:kr|kq|${objectiveShort})[\\s#._-]{0,2}[\\da-h]|kr|(?:^|[^${LETTER}])o\\s*:`,
  'u',
);

/**
 * A look that spares most lines all patterns of a kind: no label matches without one of these words, which begins where
 * no letter stands before it. Of a phrase the first word will do; the first letters spare most words the look.
 */
function anyWord(words: readonly string[], ...others: readonly string[]): RegExp {
  const first = anyOf(words.map((word) => word.split(' ', 1)[0] ?? ''));
  const letters = [...new Set([...first.split('|'), ...others].map((word) => word[0]))].join('');
  return new RegExp(`(?<![a-z])(?=[${letters}])(?:${[first, ...others].join('|')})`, 'u');
}

export const MAY_BE_KEY_RESULT = anyWord([
  ...wordsOf('keyResult'),
  ...wordsOf('keyResults'),
  ...wordsOf('keyResultShort'),
]);
export const MAY_BE_OBJECTIVE = anyWord(
  [...wordsOf('objective'), ...wordsOf('objectiveLoose')],
  ...wordsOf('objectiveShort').map((word) => `${word}[\\s-]?\\d`),
  'o(?:bj)?\\s*:',
);

/** "Our objective this quarter was to:" */
export const OBJECTIVE_SENTENCE = new RegExp(`(?:^|\\s)(?:${objective})${NOT_LETTER}[^.!?:]{0,120}:$`, 'u');
export const REPORT = new RegExp(`(?<![${LETTER}\\d])(?:${anyOf(wordsOf('report'))})${NOT_LETTER}`, 'u');
export const DEFINITION = new RegExp(`^["'“]?(?:${anyOf(wordsOf('definitionStart'))})${NOT_LETTER}`, 'u');
/** Title of an essay or manual. */
export const ESSAY = new RegExp(`(?<![${LETTER}\\d])(?:${anyOf(wordsOf('essay'))})${NOT_LETTER}`, 'u');
