/** Fields in brackets behind or inside a sentence. Offsets count in the text that the caller looks at. */

import { fold } from '../text/fold';
import { LETTER } from '../text/letters';
import { type FieldDraft, namedPart, PERSON } from './field-names';
import type { FieldName } from './model';
import { anyOf, wordsOf } from './words';

/** A bracketed group: with its brackets, and where its content begins. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly contentStart: number;
}

const STATUS = new RegExp(
  `^\\s*(?:${anyOf(wordsOf('statusWords'))})(?![${LETTER}\\d])(?:\\s*[:,–-].*)?\\s*$`,
  'u',
);

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

/** What the place of a group allows. */
interface GroupPlace {
  readonly isObjective: boolean;
  /** Only what carries its name counts. */
  readonly named: boolean;
}

/** `(now: 58, owner: Linh)`: fields if every part is one. */
function readParentheses(
  content: string,
  place: Place,
  { isObjective, named }: GroupPlace,
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

const TEAM = /^\s*(?:[A-Z][A-Z\d &/-]{1,14}|\p{Lu}\p{Ll}{2,14})\s*$/u;

/** `[0.7]`, `[P0]`, `[DR]`, `[owner:: Linh]`, `[WIP]`. */
function readBrackets(content: string, { start, end, contentStart }: Place): FieldDraft[] | undefined {
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
function readAttributes(content: string, { contentStart }: Place): FieldDraft[] | undefined {
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

/** The fields in a group in brackets, which stands from `start` to before `end`, if it holds nothing else. */
export function readGroup(
  text: string,
  start: number,
  end: number,
  group: GroupPlace,
): FieldDraft[] | undefined {
  const content = text.slice(start + 1, end - 1);
  const place = { start, end, contentStart: start + 1 };
  if (text[start] === '{') return readAttributes(content, place);
  if (text[start] === '[') return group.named ? undefined : readBrackets(content, place);
  return readParentheses(content, place, group);
}
