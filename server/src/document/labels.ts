/**
 * What the start of a line says: `Objective 1:`, `KR 1.1 -`, `**Key Results**`, `Initiatives:`, `Owner:`. Works on
 * folded text, so case, diacritics and full-width signs do not matter; offsets are given in the text as written.
 */

import { EMOJI_UNIT } from '../text/emoji';
import { type Folded, fold, unfold } from '../text/fold';
import { LETTER } from '../text/letters';
import type { FieldName } from './model';
import { findPeriod } from './period';
import { anyOf, fieldOf, isFieldLabel, isWord, wordsOf } from './words';

/**
 * Where the line stands. A heading, a bold line or an item may leave out the sign after a number (`Objective 5 Grow`);
 * in a paragraph that would be a sentence.
 */
export type LinePlace = 'heading' | 'line' | 'item';

export type LineKind =
  | {
      readonly kind: 'objective' | 'key-result';
      /** The label with its separator, without what decorates it: offsets in the line. */
      readonly start: number;
      readonly end: number;
      /** Numbered, or a word that means nothing else; such a label needs no other sign that this is an OKR. */
      readonly sure: boolean;
      /** A label that names an objective only where key results follow (`Problem area:`). */
      readonly loose?: boolean;
      /** Nothing stands behind the label. */
      readonly empty: boolean;
    }
  | { readonly kind: 'initiatives' }
  /** `loose`: in words that head the findings of other texts. */
  | { readonly kind: 'key-results'; readonly loose: boolean }
  /** `whole`: it says nothing else; otherwise two words with one that closes. */
  | { readonly kind: 'closing'; readonly whole: boolean }
  | {
      readonly kind: 'field';
      readonly name: FieldName | undefined;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'plain' };

const PLAIN: LineKind = { kind: 'plain' };

/** Emoji, check marks and the like in front of a line. */
const DECORATION = new RegExp(`^(?:\\s|${EMOJI_UNIT}|\\d\\ufe0f?\\u20e3|[•·▪◦►▶✓√☐☑✗✘])+`, 'u');

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
const LEAD = '^(?:\\d{1,2}(?:\\.\\d{1,2}){0,3}[.)]?\\s+)?(?:\\[?p[0-4]\\]?\\s*[:-]?\\s*)?';

/*
 * Groups of the patterns that are tried on every line are numbered: an object of named ones costs more than the match.
 */

/** Groups: qualifier, number, separator. */
const objectivePattern = (qualifier: string) =>
  new RegExp(
    `${LEAD}${qualifier}?(?:${objective})(?:\\s*/\\s*(?:${objective}))?${NOT_LETTER}${ASIDE}?${AFTER}(?:\\s*${NUMBER})?${ASIDE}?(${SEPARATOR}|\\s*$|\\s+)`,
    'u',
  );
const OBJECTIVE = objectivePattern('()');
const OBJECTIVE_QUALIFIED = objectivePattern(QUALIFIER);
/** Group: separator. */
const OBJECTIVE_SHORT = new RegExp(
  `${LEAD}(?:[a-z]{1,4}\\d{0,2}[-.])?(?:${objectiveShort})[\\s-]?\\d{1,2}(?:\\.\\d{1,2})?${ASIDE}?(${SEPARATOR}|\\s*$|\\s+(?=[${LETTER}]))`,
  'u',
);
/** `[O1] Grow`, `(KR 1.2) Grow`. */
const OBJECTIVE_BOXED = new RegExp(
  `^[[(](?:${objectiveShort})[\\s-]?\\d{1,2}(?:\\.\\d{1,2})?[\\])]\\s*(?:[:–—-]\\s*)?`,
  'u',
);
const KEY_RESULT_BOXED = new RegExp(
  `^[[(](?:${keyResultShort})[\\s#._-]{0,2}\\d{1,3}(?:[.-]\\d{1,3}){0,3}[\\])]\\s*(?:[:–—-]\\s*)?`,
  'u',
);
const OBJECTIVE_LETTER = new RegExp(`^(?:o|obj)${COLON}`, 'u');
const OBJECTIVE_LOOSE = new RegExp(`^(?:${objectiveLoose})(?:\\s*${NUMBER})?${COLON}`, 'u');

/** Groups: qualifier, sign of the plural, number, separator. */
const KEY_RESULT = new RegExp(
  `${LEAD}${QUALIFIER}?(?:${keyResult})(s)?${NOT_LETTER}${ASIDE}?${AFTER}(?:\\s*${NUMBER})?${ASIDE}?(${SEPARATOR}|\\s*$|\\s+)`,
  'u',
);
/** Group: separator. */
const KEY_RESULT_SHORT = new RegExp(
  `${LEAD}(?:(?:[a-z]{1,4})?\\d{0,2}[-.])?(?:${keyResultShort})(?:[\\s#._-]{0,2}\\d{1,5}(?:(?:[.-]| \\.)\\d{1,3}){0,3}[a-z]?(?:/\\d{1,2})?|[\\s._-][a-h](?=\\s*[:.)–—-]))(?![${LETTER}\\d%])${ASIDE}?(${SEPARATOR}|\\s*$|\\s+)`,
  'u',
);
/** Group: separator. */
const KEY_RESULT_LETTER = new RegExp(`${LEAD}(?:kr|kqtc)${ASIDE}?(\\s*[:–—]\\s*|\\s+-\\s+)`, 'u');
/** `BPS KR 1.1:`, `Sales (EMEA) KR:`. */
const KEY_RESULT_OWNED = new RegExp(
  `^(?:[${LETTER}\\d&/'.()+-]{1,30}\\s+){1,4}kr(?:[\\s#._-]{0,2}\\d{1,3}(?:[.-]\\d{1,3}){0,3})?${COLON}`,
  'u',
);

/** Group: colon. */
const MARKER = new RegExp(
  `^(?:[${LETTER}\\d'.&-]{1,30}\\s+){0,3}(?:${keyResults})${NOT_LETTER}(?:${ASIDE}|\\s*[/|&]\\s*(?:${keyResults})${NOT_LETTER}){0,2}\\s*(:?)$`,
  'u',
);
/** As an item, without a colon, it says nothing else: "Draft 3 key results" is a task. */
const BARE_MARKER = new RegExp(
  `^(?:(?:(?:q[1-4]|[${LETTER}'.&-]{1,30})\\s+){0,2}(?:key\\s+results|krs?)|(?:cac\\s+|nhung\\s+)?(?:${keyResults}))${NOT_LETTER}`,
  'u',
);
/** `Key results for objective 1`, `Key results - Q3`; not those of an experiment. */
const MARKER_OF = new RegExp(
  `^(?:${keyResults})${NOT_LETTER}\\s*(?:[-–—|(:]|(?:for|of|cua|cho|para|de)\\s+(?:the\\s+|nam\\s+)?(?:${objective}|o\\s?\\d|q[1-4]|h[12]|quy|quarter|year|20\\d\\d)${NOT_LETTER.replace('\\d', '')})`,
  'u',
);
const LOOSE_MARKER = new RegExp(`(?:${anyOf(wordsOf('keyResultsLoose'))})`, 'u');
/** "We will know by the following key results:" */
const MARKER_SENTENCE = new RegExp(`(?:^|[\\s(])(?:${keyResultsLong})${NOT_LETTER}${ASIDE}?\\s*:$`, 'u');
const OKR_NAME = new RegExp(
  `(?<![${LETTER}\\d])(?:okrs?(?:'s)?${NOT_LETTER}|(?:objectives?|${objective}|${anyOf(wordsOf('objectiveGroup'))})\\s*(?:and|&|\\+|/|va|y|e|et|und|与|和)\\s*(?:${keyResults})${NOT_LETTER})`,
  'u',
);
/** What the label of a field ends at. */
const FIELD_END = /[:=([]/;
const FIELD_SIGN = new RegExp(`${ASIDE}?\\s*(?::{1,2}|=(?!=|>))\\s*`, 'uy');
const CLOSING_START = new RegExp(`^(?:${anyOf(wordsOf('closingStart'))})${NOT_LETTER}`, 'u');
const FILLER = /^(?:the|our|key|my|team|company|all|cac|nhung)\s+/u;
const TRAILING = new RegExp(`(?:[\\s:.!…*]|${EMOJI_UNIT})+$`, 'u');
const TRAILING_BUT_COLON = new RegExp(`(?:[\\s.!…*]|${EMOJI_UNIT})+$`, 'u');

/** A cheap look whether any label can be in the folded start of a line. */
const ANY_LABEL = new RegExp(
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

const MAY_BE_KEY_RESULT = anyWord([
  ...wordsOf('keyResult'),
  ...wordsOf('keyResults'),
  ...wordsOf('keyResultShort'),
]);
const MAY_BE_OBJECTIVE = anyWord(
  [...wordsOf('objective'), ...wordsOf('objectiveLoose')],
  ...wordsOf('objectiveShort').map((word) => `${word}[\\s-]?\\d`),
  'o(?:bj)?\\s*:',
);

/** Folded text with the place where its words begin. */
interface Start {
  readonly folded: Folded;
  readonly at: number;
  readonly text: string;
}

/** Only the start of a line can hold a label; sentences that end in a marker are looked at as a whole. */
const LABEL_REACH = 160;

/** Whether a text can begin with decoration: most begin with a letter, which is none. */
function mayBeDecorated(text: string): boolean {
  const code = text.charCodeAt(0);
  if (code > 0x7f || code <= 0x20) return true;
  // A digit in the box of a key cap.
  return code >= 0x30 && code <= 0x39 && text.charCodeAt(1) > 0x7f;
}

function startOf(line: string): Start {
  const folded = fold(line);
  const { text } = folded;
  const at = mayBeDecorated(text) ? (DECORATION.exec(text)?.[0].length ?? 0) : 0;
  return { folded, at, text: at > 0 ? text.slice(at) : text };
}

function labelled(
  kind: 'objective' | 'key-result',
  start: Start,
  match: RegExpExecArray,
  sure: boolean,
  loose = false,
): LineKind {
  const end = start.at + match[0].length;
  return {
    kind,
    start: unfold(start.folded, start.at),
    end: unfold(start.folded, end),
    sure,
    ...(loose && { loose }),
    empty: start.folded.text.slice(end).trim() === '',
  };
}

const isBoxed = ({ text }: Start) => text.startsWith('[') || text.startsWith('(');
const hasSign = (separator = '') => separator.trim() !== '';
const atEnd = (match: RegExpExecArray) => match[0].length === match.input.length;

/** Whether a label with this number and separator may stand here. */
function fits(match: RegExpExecArray, numbered: boolean, separator: string, place: LinePlace): boolean {
  if (hasSign(separator)) return numbered || /[:|–—-]/.test(separator);
  if (atEnd(match)) return numbered || place === 'heading';
  return numbered && place !== 'line';
}

function matchObjective(start: Start, place: LinePlace): LineKind | undefined {
  // Only in front of a later word can a qualifier stand, and words are dear to look for.
  const pattern = MAY_BE_OBJECTIVE.test(start.text.slice(1)) ? OBJECTIVE_QUALIFIED : OBJECTIVE;
  const long = pattern.exec(start.text);
  const numbered = long?.[2] !== undefined;
  if (long && fits(long, numbered, long[3] ?? '', place)) {
    const qualifier = long[1]?.trim().split(/\s+/) ?? [];
    const excluded = qualifier.some((_, i) => isWord('objectiveNotAfter', qualifier.slice(i).join(' ')));
    if (!excluded) return labelled('objective', start, long, numbered);
  }
  const short = OBJECTIVE_SHORT.exec(start.text);
  if (short && (hasSign(short[1]) || place === 'heading'))
    return labelled('objective', start, short, hasSign(short[1]));
  const boxed = isBoxed(start) && OBJECTIVE_BOXED.exec(start.text);
  if (boxed && !atEnd(boxed)) return labelled('objective', start, boxed, true);
  const letter = OBJECTIVE_LETTER.exec(start.text);
  if (letter) return labelled('objective', start, letter, false);
  const loose = OBJECTIVE_LOOSE.exec(start.text);
  return loose ? labelled('objective', start, loose, false, true) : undefined;
}

function matchKeyResult(start: Start, place: LinePlace): LineKind | undefined {
  const short = KEY_RESULT_SHORT.exec(start.text);
  if (short && (place !== 'line' || hasSign(short[1]) || atEnd(short)))
    return labelled('key-result', start, short, true);
  const letter = KEY_RESULT_LETTER.exec(start.text);
  // In a heading "kr - ..." may name anything.
  const firm = place !== 'heading' || letter?.[1]?.includes(':');
  if (letter && firm && !atEnd(letter)) return labelled('key-result', start, letter, true);
  const boxed = isBoxed(start) && KEY_RESULT_BOXED.exec(start.text);
  if (boxed && !atEnd(boxed)) return labelled('key-result', start, boxed, true);
  const owned = start.text.includes('kr') && start.text.includes(':') && KEY_RESULT_OWNED.exec(start.text);
  if (owned) return labelled('key-result', start, owned, true);
  const long = KEY_RESULT.exec(start.text);
  const numbered = long?.[3] !== undefined;
  const separator = long?.[4] ?? '';
  if (!long || !fits(long, numbered, separator, place)) return undefined;
  // "Score each key result 0.0 - 1.0:" is a sentence.
  if (long[1] && (!separator.includes(':') || long[3]?.startsWith('0'))) return undefined;
  // "Key Results: ..." in front of text is a heading that lost its line; only the singular labels one result.
  if (!numbered && (long[2] || atEnd(long))) return undefined;
  return labelled('key-result', start, long, true);
}

/** "Key Results:" or a heading "Key Results": what nearly all markers are, and no label. */
function isBareMarker(text: string, place: LinePlace): boolean {
  const colon = text.endsWith(':');
  return (colon || place === 'heading') && isWord('keyResults', colon ? text.slice(0, -1) : text);
}

function isMarker(start: Start, place: LinePlace): boolean {
  const text = start.text.trimEnd();
  return announcesKeyResults(text, place) && !isOkrName(text);
}

function announcesKeyResults(text: string, place: LinePlace): boolean {
  const exact = MARKER.exec(text.replace(TRAILING_BUT_COLON, ''));
  if (exact) {
    const words = text.split(/\s+/).length;
    if (exact[1] === ':' || place === 'heading') return true;
    return place === 'line' ? words <= 4 : BARE_MARKER.test(text);
  }
  if (place === 'heading' && text.length <= 100 && MARKER_OF.test(text)) return true;
  return text.endsWith(':') && text.length <= 400 && MARKER_SENTENCE.test(text);
}

/** "OKRs", "Objectives and Key Results", in any of the languages; `folded` is folded text. */
export function isOkrName(folded: string): boolean {
  return OKR_NAME.test(folded);
}

/** `Initiatives:`, `Our key initiatives (Q3)`, also with what they are for. */
function isInitiatives(text: string): boolean {
  const bare = text
    .replace(/\s*[([].*$/u, '')
    .replace(/\s+(?:for|of|cho|cua)\s.*$/u, '')
    .replace(TRAILING, '')
    .replace(FILLER, '');
  return isWord('initiatives', bare);
}

function closingOf(text: string): LineKind | undefined {
  if (CLOSING_START.test(text) || text.endsWith('?')) return { kind: 'closing', whole: true };
  // "FY23 OKR plan" is where OKRs stand.
  if (isOkrName(text) && findPeriod(text)) return undefined;
  const bare = text
    .replace(/\s*[([].*$/u, '')
    .replace(TRAILING, '')
    .replace(/(?<!\p{L})okrs?(?!\p{L})/gu, '')
    .trim()
    .replace(FILLER, '');
  if (isWord('closing', bare)) return { kind: 'closing', whole: true };
  const words = bare.split(/[\s&/,]+/);
  const some = words.length <= 2 && words.some((word) => isWord('closing', word));
  return some ? { kind: 'closing', whole: false } : undefined;
}

function matchField(start: Start, loose: boolean): LineKind | undefined {
  const at = start.text.search(FIELD_END);
  if (at <= 0) return undefined;
  const written = start.text.slice(0, at).trimEnd();
  // Looked up: a pattern of two hundred words takes V8 longer than most texts take to be read.
  const word = written.replace(/\s+/g, ' ');
  if (!isFieldLabel(word) || (!loose && isWord('looseFields', word))) return undefined;
  FIELD_SIGN.lastIndex = written.length;
  if (!FIELD_SIGN.test(start.text)) return undefined;
  return {
    kind: 'field',
    name: fieldOf(word),
    start: unfold(start.folded, start.at),
    end: unfold(start.folded, start.at + FIELD_SIGN.lastIndex),
  };
}

/** Of the words that head a list. */
const LONGEST_TITLE = 30;

/**
 * Says what a line is by its label.
 * @param line running text without markup
 * @param below the line stands under an item, where words like `from:` and `goal:` are fields
 */
export function classifyLine(line: string, place: LinePlace, below = false): LineKind {
  if (below) return classify(line, place, below);
  const lines = known[place];
  let kind = lines.get(line);
  if (!kind) {
    kind = classify(line, place, below);
    if (lines.size >= MOST_KNOWN) lines.clear();
    lines.set(line, kind);
  }
  return kind;
}

/**
 * Lines of the text that is being read: it is cut before anything in it is read, and then the readers ask for most lines
 * again, some of them twice.
 */
const known: Readonly<Record<LinePlace, Map<string, LineKind>>> = {
  heading: new Map(),
  line: new Map(),
  item: new Map(),
};
const MOST_KNOWN = 50_000;

/** Lets go of the lines of a text that has been read. */
export function forgetLines(): void {
  for (const lines of Object.values(known)) if (lines.size > 0) lines.clear();
}

/** What a label in front of the line, or a line that heads key results, makes it. */
function matchLabel(start: Start, place: LinePlace): LineKind | undefined {
  const { text } = start;
  const keyResult = MAY_BE_KEY_RESULT.test(text);
  const objective = MAY_BE_OBJECTIVE.test(text);
  if (!keyResult && !objective) return undefined;
  if (!ANY_LABEL.test(text.slice(0, LABEL_REACH)) && !text.trimEnd().endsWith(':')) return undefined;
  if (keyResult) {
    if (isBareMarker(text, place)) return { kind: 'key-results', loose: LOOSE_MARKER.test(text) };
    const label = matchKeyResult(start, place);
    if (label) return label;
    if (isMarker(start, place)) return { kind: 'key-results', loose: LOOSE_MARKER.test(text) };
  }
  return objective ? matchObjective(start, place) : undefined;
}

function classify(line: string, place: LinePlace, below: boolean): LineKind {
  const start = startOf(line);
  if (start.text === '') return PLAIN;
  const field = below ? matchField(start, true) : undefined;
  if (field) return field;
  const label = matchLabel(start, place);
  if (label) return label;
  const known = matchField(start, false);
  if (known) return known;
  const text = start.text.trim();
  if (place === 'heading' || text.endsWith(':')) {
    if (isInitiatives(text)) return { kind: 'initiatives' };
    return closingOf(text) ?? PLAIN;
  }
  return unmarked(line, text, place);
}

/** "Initiatives" or "Notes" on a line of its own, as people write it who use no headings: nothing but that word. */
function unmarked(line: string, text: string, place: LinePlace): LineKind {
  if (text.length > LONGEST_TITLE) return PLAIN;
  const initiatives = isWord('initiatives', text);
  if (!initiatives && !(place === 'line' && isWord('closing', text))) return PLAIN;
  // In small letters it may be where a sentence goes on.
  const [first = ''] = line.trimStart();
  if (first === first.toLowerCase()) return PLAIN;
  return initiatives ? { kind: 'initiatives' } : { kind: 'closing', whole: true };
}

/** "Our objective this quarter was to:" announces the objective in the next paragraph. */
const OBJECTIVE_SENTENCE = new RegExp(`(?:^|\\s)(?:${objective})${NOT_LETTER}[^.!?:]{0,120}:$`, 'u');

export function announcesObjective(line: string): boolean {
  // A colon may be a wide one.
  const last = line.charCodeAt(line.length - 1);
  if (last < 0x80 && last > 0x20 && last !== 0x3a) return false;
  const text = fold(line).text.trim();
  return text.length <= 200 && text.endsWith(':') && OBJECTIVE_SENTENCE.test(text);
}

const REPORT = new RegExp(`(?<![${LETTER}\\d])(?:${anyOf(wordsOf('report'))})${NOT_LETTER}`, 'u');

/** Whether a heading announces how things went: check-ins, a review. */
export function isReport(title: string): boolean {
  return REPORT.test(fold(title).text);
}

const DEFINITION = new RegExp(`^["'“]?(?:${anyOf(wordsOf('definitionStart'))})${NOT_LETTER}`, 'u');

/** Whether the text behind a label explains the word instead of naming an aim. */
export function isDefinition(text: string): boolean {
  return DEFINITION.test(fold(text).text.trim());
}

/** Whether a title is that of an essay or manual. */
const ESSAY = new RegExp(`(?<![${LETTER}\\d])(?:${anyOf(wordsOf('essay'))})${NOT_LETTER}`, 'u');

export function isEssayTitle(folded: string): boolean {
  return ESSAY.test(folded);
}
