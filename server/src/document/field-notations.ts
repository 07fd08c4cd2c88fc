/** Notations of fields in brackets and behind names. Offsets count in the text that the caller looks at. */

import { type Folded, fold, foldText, unfold } from '../text/fold';
import { LETTER } from '../text/letters';
import type { FieldName } from './model';
import { anyOf, FIELD_WORDS, fieldOf, isWord, wordsOf } from './words';

export interface FieldDraft {
  readonly name: FieldName;
  readonly start: number;
  readonly end: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** A bracketed group: with its brackets, and where its content begins. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly contentStart: number;
}

const NAMES = anyOf(FIELD_WORDS, ['currently', 'hiện', 'reviewed']);
const EXTRA: ReadonlyMap<string, FieldName> = new Map([
  ['currently', 'current'],
  ['hien', 'current'],
  ['reviewed', 'updated'],
]);
const STATUS = new RegExp(
  `^\\s*(?:${anyOf(wordsOf('statusWords'))})(?![${LETTER}\\d])(?:\\s*[:,–-].*)?\\s*$`,
  'u',
);

const nameOf = (word: string): FieldName | undefined => fieldOf(word) ?? EXTRA.get(word);

/** A name in front of a value. */
interface Named {
  readonly word: string;
  readonly name: FieldName;
  /** Where the value begins. */
  readonly value: number;
}

/** Where a name may end in front of its value. */
const NAME_END = /[:=]|\s(?:is|la)\s/g;
const NAME_SIGN = /\s*(?:::?|=(?![=>])|\s(?:is|la)\s)\s*(?=\S)/uy;
/** Without a sign between, only a number, a date or a person can be a value: `(now 58)`. */
const BARE_VALUE = /\s(?=[~≈]?[$€£@\d])/u;
/** No name is longer, also with gaps in it where markup was. */
const LONGEST_NAME = 200;

function nameBefore(folded: string, end: number): Pick<Named, 'word' | 'name'> | undefined {
  const word = folded.slice(0, end).trim().replace(/\s+/g, ' ');
  const name = nameOf(word);
  return name && { word, name };
}

/**
 * The name that folded text begins with, with a sign between it and its value. Names are looked up: a pattern of a
 * hundred of them takes V8 longer than most texts take to be read.
 */
function readName(folded: string): Named | undefined {
  NAME_END.lastIndex = 0;
  while (NAME_END.test(folded)) {
    let end = NAME_END.lastIndex - 1;
    if (end > LONGEST_NAME) return undefined;
    // Behind `is` and `la` the white space ends the sign: the next may begin with it.
    if (folded[end] !== ':' && folded[end] !== '=') end = NAME_END.lastIndex - 4;
    NAME_END.lastIndex = end + 1;
    const own = nameBefore(folded, end);
    if (!own) continue;
    NAME_SIGN.lastIndex = folded.slice(0, end).trimEnd().length;
    if (NAME_SIGN.test(folded)) return { ...own, value: NAME_SIGN.lastIndex };
  }
  return undefined;
}

interface Part {
  readonly name: FieldName;
  /** Where the value begins. */
  readonly value: number;
}

/** A part of a group that says `name: value`. */
function namedPart(part: string): Part | undefined {
  const folded = fold(part);
  const named = readName(folded.text);
  return named ? { name: named.name, value: unfold(folded, named.value) } : bareField(folded);
}

/** `now 58`: a name and a value with no sign between. */
function bareField(folded: Folded): Part | undefined {
  const end = folded.text.search(BARE_VALUE);
  const own = end < 0 ? undefined : nameBefore(folded.text, end);
  return own && { name: own.name, value: unfold(folded, end + 1) };
}

/** What may stand between a sentence and a field behind it. */
const SEGMENT = /\s[|·—–]\s|[;,]\s/gu;
/** Fields that are said in passing; `team 2` and `unit 3` are parts of sentences. */
const PASSING: ReadonlySet<FieldName> = new Set([
  'current',
  'progress',
  'score',
  'confidence',
  'baseline',
  'target',
  'due',
  'owner',
  'weight',
]);
/** UTF-16 units of a field behind a sentence without a sign between its name and its value. */
const LONGEST_SEGMENT = 40;
/** Of the value: `4 of 12`, `1,2 tỷ`. */
const MOST_WORDS = 3;

/** `from 78% to 97%` says more than one of its fields. */
const isStep = (text: string) => isWord('stepFrom', foldText(text.split(/\s/, 1)[0] ?? ''));

/** `; now 13`, ` | tiến độ 50%` at the end of a text; undefined where nothing of the kind stands there. */
export function readSegment(text: string): FieldDraft | undefined {
  const from = Math.max(0, text.length - LONGEST_SEGMENT);
  const last = [...text.slice(from).matchAll(SEGMENT)].at(-1);
  if (!last) return undefined;
  const start = from + last.index;
  const at = start + last[0].length;
  const part = bareField(fold(text.slice(at)));
  if (!part || !PASSING.has(part.name) || isStep(text.slice(at))) return undefined;
  if (
    text
      .slice(at + part.value)
      .trim()
      .split(/\s+/).length > MOST_WORDS
  )
    return undefined;
  return { name: part.name, start, end: text.length, valueStart: at + part.value, valueEnd: text.length };
}

const SCORE = /^\s*(?:0(?:[.,]\d{1,2})?|1(?:[.,]0{1,2})?)\s*$/;
const SCORE_STEP = /^\s*(?:0[.,]\d|1[.,]0|0)\s*(?:→|->)\s*(?:0[.,]\d|1[.,]0|1)\s*$/;
const OUT_OF = /^\s*(\d+(?:[.,]\d+)?\s*%?)\s*\/\s*(\d+(?:[.,]\d+)?\s*%?)\s*$/;
const ISSUE = /^\s*\[?#\d{1,7}\]?\s*$/;
const HANDLE = new RegExp(String.raw`^\s*@[${LETTER}\d][${LETTER}\d_.-]*\s*$`, 'u');
const PRIORITY = /^\s*p[0-5]\s*$/i;
const PERCENT = /^\s*\d{1,3}\s*%\s*$/;

/** What a part of a parenthesis says without naming it. */
function bareName(part: string, isObjective: boolean): FieldName | undefined {
  if (HANDLE.test(part)) return 'owner';
  if (PRIORITY.test(part)) return 'priority';
  if (ISSUE.test(part)) return 'id';
  if (SCORE_STEP.test(part)) return 'score';
  if (isObjective && PERCENT.test(part)) return 'progress';
  return STATUS.test(fold(part).text) ? 'status' : undefined;
}

/** `(58/45)`: reached and wanted; behind an objective a grade. `(30/9)` is a date and `(24/7)` a phrase. */
function outOf(part: string, place: Place, isObjective: boolean): FieldDraft[] | undefined {
  const match = part.includes('/') ? OUT_OF.exec(part) : null;
  if (!match) return undefined;
  const [all, reached = '', wanted = ''] = match;
  const [a, b] = [Number.parseFloat(reached), Number.parseFloat(wanted)];
  if ((a > b && b <= 12 && a <= 31) || (a === 24 && b === 7)) return undefined;
  const lead = all.indexOf(reached);
  const { start, end, contentStart } = place;
  const valueStart = contentStart + lead;
  if (isObjective)
    return [{ name: 'score', start, end, valueStart, valueEnd: contentStart + all.trimEnd().length }];
  const wantedAt = contentStart + all.lastIndexOf(wanted);
  return [
    { name: 'current', start, end, valueStart, valueEnd: valueStart + reached.length },
    { name: 'target', start, end, valueStart: wantedAt, valueEnd: wantedAt + wanted.length },
  ];
}

/**
 * `(now: 58, owner: Linh)`: fields if every part is one.
 * @param named only parts that carry their name count
 */
export function readParentheses(
  content: string,
  place: Place,
  { isObjective, named }: { readonly isObjective: boolean; readonly named: boolean },
): FieldDraft[] | undefined {
  if (!named) {
    const pair = outOf(content, place, isObjective);
    if (pair) return pair;
  }
  const drafts: FieldDraft[] = [];
  const { start, end } = place;
  let at = place.contentStart;
  const parts = content.split(/[;|]|,(?!\d)/);
  const some = !named && parts.length > 1 && parts.some((part) => namedPart(part) !== undefined);
  for (const part of parts) {
    const own = namedPart(part);
    const person = some && PERSON.test(part) ? 'owner' : undefined;
    const name = own?.name ?? (named ? undefined : (bareName(part, isObjective) ?? person));
    if (!name) return undefined;
    drafts.push({ name, start, end, valueStart: at + (own?.value ?? 0), valueEnd: at + part.length });
    at += part.length + 1;
  }
  return drafts;
}

/** A name beside named values: `(Tom, due 2026-09-15)`. */
const PERSON = /^\s*\p{Lu}\p{L}*(?:\s\p{Lu}\p{L}*){0,3}\s*$/u;

const TEAM = /^\s*(?:[A-Z][A-Z\d &/-]{1,14}|\p{Lu}\p{Ll}{2,14})\s*$/u;

/** `[0.7]`, `[P0]`, `[DR]`, `[owner:: Linh]`, `[WIP]`. */
export function readBrackets(content: string, { start, end, contentStart }: Place): FieldDraft[] | undefined {
  const draft = (name: FieldName, from = 0): FieldDraft[] => [
    { name, start, end, valueStart: contentStart + from, valueEnd: end - 1 },
  ];
  if (SCORE.test(content) && content.trim().length > 1) return draft('score');
  if (PRIORITY.test(content)) return draft('priority');
  if (HANDLE.test(content)) return draft('owner');
  if (ISSUE.test(content)) return draft('id');
  if (STATUS.test(fold(content).text)) return draft('status');
  const own = content.includes(':') ? namedPart(content) : undefined;
  if (own) return draft(own.name, own.value);
  return TEAM.test(content) ? draft('team') : undefined;
}

const ATTRIBUTE =
  /(?:#(?<id>[\p{L}\d][\p{L}\d_./-]*)|\^(?<parent>[\p{L}\d][\p{L}\d_./-]*)|(?<key>[\p{L}_-]+)=(?<value>"[^"]*"|[^\s"]+))(?=\s|$)/uy;
const KEYS: Readonly<Record<string, FieldName>> = {
  now: 'current',
  current: 'current',
  base: 'baseline',
  baseline: 'baseline',
  from: 'baseline',
  target: 'target',
  to: 'target',
  unit: 'unit',
  score: 'score',
  conf: 'confidence',
  confidence: 'confidence',
  w: 'weight',
  weight: 'weight',
  due: 'due',
  owner: 'owner',
  status: 'status',
  progress: 'progress',
  priority: 'priority',
  type: 'type',
  updated: 'updated',
  id: 'id',
  parent: 'alignment',
  align: 'alignment',
  cycle: 'cycle',
  team: 'team',
  start: 'start',
  labels: 'labels',
  visibility: 'visibility',
};

/** Any word may stand there, `constructor` too. */
const keyOf = (word: string): FieldName | undefined => (Object.hasOwn(KEYS, word) ? KEYS[word] : undefined);

/** `{#o1 ^company/o2}`, `{now=58 score=0.3 owner=@linh}`. */
export function readAttributes(content: string, { contentStart }: Place): FieldDraft[] | undefined {
  const drafts: FieldDraft[] = [];
  for (let at = 0; at < content.length; ) {
    if (/\s/.test(content[at] as string)) {
      at++;
      continue;
    }
    ATTRIBUTE.lastIndex = at;
    const groups = ATTRIBUTE.exec(content)?.groups;
    if (!groups) return undefined;
    const end = ATTRIBUTE.lastIndex;
    const name = groups.id ? 'id' : groups.parent ? 'alignment' : keyOf((groups.key ?? '').toLowerCase());
    if (!name) return undefined;
    const sign = groups.key === undefined ? 1 : groups.key.length + 1;
    const quoted = groups.value?.startsWith('"') ? 1 : 0;
    drafts.push({
      name,
      start: contentStart + at,
      end: contentStart + end,
      valueStart: contentStart + at + sign + quoted,
      valueEnd: contentStart + end - quoted,
    });
    at = end;
  }
  if (drafts.length === 0) return undefined;
  // The braces go with the only field in them.
  const [only] = drafts;
  if (only && drafts.length === 1)
    return [{ ...only, start: contentStart - 1, end: contentStart + content.length + 1 }];
  return drafts;
}

/** What stands between a name and its value. */
const SIGN_OF_VALUE = /[:：=]|\s(?:[iI][sSſ]|[lL][aàAÀ])/u;
const DASH = /\s[-–—|]\s/;
/** ` - on track`, ` — done`. */
const DASHED_STATUS = new RegExp(`\\s[-–—|]\\s+(?<value>${anyOf(wordsOf('statusWords'))})[.\\s]*$`, 'u');
const BREAK = /\s[-–—|·]+\s+|[,;|]\s*|\s{2,}|\.\s+/g;
const TOKEN = new RegExp(String.raw`(?:^|\s)(?<name>[${LETTER}_]{1,20})::?(?<value>[^\s:][^\s]*)$`, 'u');

function dashedStatus(tail: string, reach: number): FieldDraft | undefined {
  const folded = fold(tail);
  const match = DASHED_STATUS.exec(folded.text);
  const value = match?.groups?.value;
  if (!match || value === undefined) return undefined;
  const at = match.index + match[0].indexOf(value);
  return {
    name: 'status',
    start: reach + unfold(folded, match.index),
    end: reach + tail.length,
    valueStart: reach + unfold(folded, at),
    valueEnd: reach + unfold(folded, at + value.length),
  };
}

const DAY = /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?)$/;
const MEASURE = /^[~≈]?[$€£₫]?\d[\d.,/]*\s?%?$/u;
/** What the value must look like for the name to be a label where only a space stands before it. */
const SURE: Readonly<Partial<Record<FieldName, RegExp>>> = {
  updated: DAY,
  due: DAY,
  confidence: MEASURE,
  weight: MEASURE,
  current: MEASURE,
  owner: PERSON,
};
/** Metrics are called so: "the gap between plan and actual: 5%". */
const OF_METRICS: ReadonlySet<string> = new Set(['actual', 'latest', 'thuc te', 'thuc dat']);
let nameInside: RegExp | undefined;

/** ` updated: 2026-08-14`, ` Owner: Linh` without any break before. */
function readSure(tail: string, reach: number): FieldDraft | undefined {
  const folded = fold(tail);
  // Compiled when the first such sentence comes: a start has no time for it.
  // regex: looks at the last 120 units of a text
  nameInside ??= new RegExp(`\\s(?<name>${NAMES})\\s?:\\s?(?=\\S)`, 'gu');
  for (const match of folded.text.matchAll(nameInside)) {
    const word = (match.groups?.name ?? '').replace(/\s+/g, ' ');
    const name = isWord('looseFields', word) || OF_METRICS.has(word) ? undefined : nameOf(word);
    const value = unfold(folded, match.index + match[0].length);
    if (!name || !SURE[name]?.test(tail.slice(value).normalize('NFC').trim())) continue;
    const start = reach + unfold(folded, match.index);
    return {
      name,
      start,
      end: reach + tail.length,
      valueStart: reach + value,
      valueEnd: reach + tail.length,
    };
  }
  return undefined;
}

/** A named field at the end of the text: `score:0.7`, or behind a break `- Owner: Linh`, `| Due: 30/9`. */
export function readNamed(text: string): FieldDraft | undefined {
  const reach = Math.max(0, text.length - 120);
  const tail = text.slice(reach);
  const dashed = DASH.test(tail) ? dashedStatus(tail, reach) : undefined;
  if (dashed) return dashed;
  if (!SIGN_OF_VALUE.test(tail)) return undefined;
  const token = tail.includes(':') ? TOKEN.exec(tail) : null;
  if (token?.groups) {
    const name = nameOf(fold(token.groups.name ?? '').text);
    const value = token.groups.value ?? '';
    if (name)
      return {
        name,
        start: reach + token.index,
        end: text.length,
        valueStart: text.length - value.length,
        valueEnd: text.length,
      };
  }
  let last: FieldDraft | undefined;
  for (const match of tail.matchAll(BREAK)) {
    const from = match.index + match[0].length;
    const folded = fold(tail.slice(from));
    const own = readName(folded.text);
    if (!own || isWord('looseFields', own.word)) continue;
    const { name } = own;
    last = {
      name,
      start: reach + match.index,
      end: text.length,
      valueStart: reach + from + unfold(folded, own.value),
      valueEnd: text.length,
    };
  }
  return last ?? (tail.includes(':') ? readSure(tail, reach) : undefined);
}
