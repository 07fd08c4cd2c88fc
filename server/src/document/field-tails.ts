/** Fields behind a sentence, by their names. Offsets count in the text that the caller looks at. */
import { fold, foldText, unfold } from '../text/fold';
import { LETTER } from '../text/letters';
import { bareField, type FieldDraft, NAMES, nameOf, PERSON, readName } from './field-names';
import type { FieldName } from './model';
import { anyOf, isWord, wordsOf } from './words';

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
