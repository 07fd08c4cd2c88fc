/**
 * What the start of a line says: `Objective 1:`, `KR 1.1 -`, `**Key Results**`, `Initiatives:`, `Owner:`. Works on
 * folded text, so case, diacritics and full-width signs do not matter; offsets are given in the text as written.
 */

import { unfold } from '../text/fold';
import { recall } from './known-lines';
import {
  ANY_LABEL,
  BARE_MARKER,
  CLOSING_START,
  FIELD_END,
  FIELD_SIGN,
  FILLER,
  KEY_RESULT,
  KEY_RESULT_BOXED,
  KEY_RESULT_LETTER,
  KEY_RESULT_OWNED,
  KEY_RESULT_SHORT,
  KEY_RESULTS_OF,
  LOOSE_MARKER,
  MARKER,
  MARKER_OF,
  MARKER_SENTENCE,
  MAY_BE_KEY_RESULT,
  MAY_BE_OBJECTIVE,
  OBJECTIVE,
  OBJECTIVE_BOXED,
  OBJECTIVE_KEY_RESULTS,
  OBJECTIVE_LETTER,
  OBJECTIVE_LOOSE,
  OBJECTIVE_QUALIFIED,
  OBJECTIVE_SHORT,
  TRAILING,
  TRAILING_BUT_COLON,
} from './label-patterns';
import type { LineKind, LinePlace, ObjectiveLabel } from './line-kind';
import { type Start, startOf } from './line-start';
import { findPeriod } from './period';
import { isOkrName } from './titles';
import { announcementAt } from './weak-labels';
import { fieldOf, isFieldLabel, isWord } from './words';

const PLAIN: LineKind = { kind: 'plain' };

/** Only the start of a line can hold a label; sentences that end in a marker are looked at as a whole. */
const LABEL_REACH = 160;

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

/** `KR1 Families …`: a capital begins a sentence of its own, unlike `KR1 is late`. */
function beginsSentence({ line, folded, at }: Start, match: RegExpExecArray): boolean {
  const next = unfold(folded, at + match[0].length);
  return /^(?!\p{Lu}{1,3}\d)\p{Lu}/u.test(line.slice(next, next + 4));
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
  const sure = short !== null && hasSign(short[1]);
  if (short && (sure || place === 'heading' || (place === 'item' && beginsSentence(start, short))))
    return labelled('objective', start, short, sure);
  const boxed = isBoxed(start) && OBJECTIVE_BOXED.exec(start.text);
  if (boxed && !atEnd(boxed)) return labelled('objective', start, boxed, true);
  const letter = OBJECTIVE_LETTER.exec(start.text);
  if (letter) return labelled('objective', start, letter, false);
  const loose = OBJECTIVE_LOOSE.exec(start.text);
  return loose ? labelled('objective', start, loose, false, true) : undefined;
}

function matchShortKeyResult(start: Start, place: LinePlace): LineKind | undefined {
  const short = KEY_RESULT_SHORT.exec(start.text);
  if (!short) return undefined;
  const sure = place !== 'line' || hasSign(short[1]) || atEnd(short);
  return sure || beginsSentence(start, short) ? labelled('key-result', start, short, sure) : undefined;
}

function matchKeyResult(start: Start, place: LinePlace): LineKind | undefined {
  const short = matchShortKeyResult(start, place);
  if (short) return short;
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
  const before = long[1] ?? '';
  if (before && (!separator.includes(':') || long[3]?.startsWith('0') || before.includes('. ')))
    return undefined;
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

/** The objective that a line names whose key results it announces. */
function keyResultsOf({ text, folded, at }: Start): ObjectiveLabel | undefined {
  const match = KEY_RESULTS_OF.exec(text) ?? OBJECTIVE_KEY_RESULTS.exec(text.trimEnd());
  if (!match) return undefined;
  const [all, before = ''] = match;
  return {
    kind: 'objective',
    start: unfold(folded, at + before.length),
    end: unfold(folded, at + all.length),
    sure: true,
    empty: all.length >= text.trimEnd().length,
  };
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
  return (below ? undefined : recall(line, place)) ?? classify(line, place, below);
}

/** What a label in front of the line, or a line that heads key results, makes it. */
function matchLabel(start: Start, place: LinePlace): LineKind | undefined {
  const { text } = start;
  const keyResult = MAY_BE_KEY_RESULT.test(text);
  const objective = MAY_BE_OBJECTIVE.test(text);
  if (!keyResult && !objective) return undefined;
  if (!ANY_LABEL.test(text.slice(0, LABEL_REACH)) && !text.trimEnd().endsWith(':')) return undefined;
  if (keyResult) {
    const of = objective && keyResultsOf(start);
    if (of) return { kind: 'key-results', loose: LOOSE_MARKER.test(text), of };
    if (isBareMarker(text, place)) return { kind: 'key-results', loose: LOOSE_MARKER.test(text) };
    const label = matchKeyResult(start, place);
    if (label) return label;
    if (isMarker(start, place)) return { kind: 'key-results', loose: LOOSE_MARKER.test(text) };
  }
  return objective ? matchObjective(start, place) : undefined;
}

/** By what the line ends with, where that matters. */
function classify(line: string, place: LinePlace, below: boolean): LineKind {
  const start = startOf(line);
  if (start.text === '') return PLAIN;
  const stop = below ? undefined : announcementAt(start);
  if (stop === undefined) return classifyStart(start, line, place, below);
  const aim = line.slice(0, stop);
  const kind = classifyStart(startOf(aim), aim, place, below);
  if (kind.kind === 'objective') return { ...kind, stop };
  return kind.kind === 'plain' ? { kind: 'measured', stop } : kind;
}

/** By what it begins with. */
function classifyStart(start: Start, line: string, place: LinePlace, below: boolean): LineKind {
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
  const bare = text.replace(FILLER, '');
  const initiatives = isWord('initiatives', bare);
  if (!initiatives && !(place === 'line' && isWord('closing', bare))) return PLAIN;
  // In small letters it may be where a sentence goes on.
  const [first = ''] = line.trimStart();
  if (first === first.toLowerCase()) return PLAIN;
  return initiatives ? { kind: 'initiatives' } : { kind: 'closing', whole: true };
}
