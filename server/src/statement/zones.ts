/** Parts of a statement that are not the result itself: deadlines, windows, means and purposes. */
import type { Amount } from './amounts';
import { dateEnd } from './dates';
import { Form, Trait, Word } from './lexicon';
import { after, entryAt, isWord, normAt, type Sentence } from './sentence';

export const Zone = { main: 0, deadline: 1, window: 2, means: 3, purpose: 4, note: 5 } as const;
export type Zone = (typeof Zone)[keyof typeof Zone];

export interface Zones {
  /** The zone of each token. */
  readonly of: Uint8Array;
  /** Token ranges in order of finding. */
  readonly ranges: readonly { readonly zone: Zone; readonly from: number; readonly to: number }[];
}

interface Draft {
  readonly of: Uint8Array;
  readonly ranges: { zone: Zone; from: number; to: number }[];
  /** The amount that covers each token. */
  readonly amountAt: readonly (Amount | undefined)[];
}

const LONG_UNIT =
  /^(?:weeks?|wks?|months?|mths?|mos?|quarters?|years?|yrs?|sprints?|tuần|tháng|quý|năm|tuan|thang|quy|nam)$/i;

/** The amount that covers each token. */
export function amountsByToken(sentence: Sentence, amounts: readonly Amount[]): (Amount | undefined)[] {
  const byToken: (Amount | undefined)[] = new Array(sentence.tokens.length).fill(undefined);
  for (const amount of amounts) for (let i = amount.from; i < amount.to; i++) byToken[i] = amount;
  return byToken;
}

/** Marks the zones. Later steps look at `Zone.main` first. */
export function findZones(sentence: Sentence, amountAt: readonly (Amount | undefined)[]): Zones {
  const draft: Draft = { of: new Uint8Array(sentence.tokens.length), ranges: [], amountAt };
  times(sentence, draft);
  clausesOfMeansAndPurpose(sentence, draft);
  return draft;
}

function mark(draft: Draft, zone: Zone, from: number, to: number): void {
  for (let i = from; i < to; i++) draft.of[i] = zone;
  draft.ranges.push({ zone, from, to });
}

function times(sentence: Sentence, draft: Draft): void {
  for (let i = 0; i < sentence.tokens.length; ) {
    const end =
      rhythmAt(sentence, draft, i) ?? durationAt(sentence, draft, i) ?? deadlineAt(sentence, draft, i);
    i = end ?? i + 1;
  }
}

/** `per month`, `hàng tháng`, `/tuần`, `a day`. */
function rhythmAt(sentence: Sentence, draft: Draft, at: number): number | undefined {
  const match = sentence.matches[at];
  if (match?.from === at && match.entry.word & Word.rhythm && draft.amountAt[at] === undefined) {
    mark(draft, Zone.window, at, match.to);
    return match.to;
  }
  if (normAt(sentence, at) !== '/' || draft.amountAt[at] !== undefined) return undefined;
  const next = entryAt(sentence, at + 1);
  if (!next || sentence.tokens[at + 1]?.glued !== true) return undefined;
  if (next.unit !== 'duration' && !(next.word & Word.deadlineword) && next.noun === 0) return undefined;
  if (next.noun !== 0 && draft.amountAt[at - 1] === undefined) return undefined;
  mark(draft, Zone.window, at, after(sentence, at + 1));
  return after(sentence, at + 1);
}

/** Skips articles and the like between a preposition and its time: `in the coming`, `over the next`. */
function skipSmall(sentence: Sentence, at: number): number {
  let i = at;
  while (i < at + 4 && i < sentence.tokens.length && SMALL.has(normAt(sentence, i))) i++;
  return i;
}

const SMALL: ReadonlySet<string> = new Set(
  'the a of next coming first last following past initial each every another this that their our its or less about just no more than only vòng khoảng suốt ngày hết thời gian đầu vong khoang ngay het'.split(
    ' ',
  ),
);

/** `within 24 hours of signup`, `in the first 3 months`, `trong 3 tháng đầu`; also without preposition. */
function durationAt(sentence: Sentence, draft: Draft, at: number): number | undefined {
  const direct = draft.amountAt[at];
  if (direct?.from === at && direct.kind === 'duration') {
    const end = cohortEnd(sentence, direct.to);
    if (direct.shape === 'adjective') return windowTo(draft, at, direct.to, direct.to);
    return end === undefined ? undefined : windowTo(draft, at, end, end);
  }
  if (direct !== undefined && direct.from !== at) return undefined;
  const preposition =
    direct?.from === at ? isWord(sentence, at, Word.deadline) : isWord(sentence, at, Word.deadline);
  if (!preposition) return undefined;
  const amount = direct ?? draft.amountAt[skipSmall(sentence, after(sentence, at))];
  if (amount?.kind !== 'duration' || amount.shape === 'date') return undefined;
  if (isWord(sentence, at, Word.from | Word.to | Word.by) && !isWord(sentence, at, Word.now)) {
    if (!TIME_ONLY.has(normAt(sentence, at))) return undefined;
  }
  const end = cohortEnd(sentence, amount.to) ?? amount.to;
  return windowTo(draft, at, end, end);
}

/** Prepositions that before a duration can only say when or how long. */
const TIME_ONLY: ReadonlySet<string> = new Set([
  'in',
  'within',
  'over',
  'during',
  'for',
  'trong',
  'after',
  'sau',
  'inside',
  'throughout',
  'across',
]);

function windowTo(draft: Draft, from: number, to: number, next: number): number {
  mark(draft, Zone.window, from, to);
  return next;
}

/** End of `of signup`, `after launch`, `đầu tiên` after a duration; undefined where none follows. */
function cohortEnd(sentence: Sentence, at: number): number | undefined {
  const norm = normAt(sentence, at);
  if (norm === 'đầu' || norm === 'dau') return after(sentence, at);
  if (!isWord(sentence, at, Word.cohort) || norm === 'of') {
    if (norm !== 'of' || entryAt(sentence, at + 1)?.noun === 0) return undefined;
  }
  const next = after(sentence, at);
  return sentence.tokens[next] ? Math.min(after(sentence, next), sentence.tokens.length) : undefined;
}

function deadlineAt(sentence: Sentence, draft: Draft, at: number): number | undefined {
  const own = draft.amountAt[at];
  if (own?.from === at && own.shape === 'date') {
    mark(draft, Zone.deadline, at, own.to);
    return periodEnd(sentence, draft, own.to);
  }
  if (own !== undefined || !isWord(sentence, at, Word.deadline)) return undefined;
  let i = after(sentence, at);
  const start = i;
  while (i < sentence.tokens.length && i < start + 8) {
    const next = timeWordEnd(sentence, draft, i);
    if (next === undefined) break;
    i = next;
  }
  if (i === start || !named(sentence, draft, start, i)) return undefined;
  mark(draft, Zone.deadline, at, i);
  return periodEnd(sentence, draft, i);
}

/** One step inside a time expression: an article, a period noun, a date. */
function timeWordEnd(sentence: Sentence, draft: Draft, at: number): number | undefined {
  const amount = draft.amountAt[at];
  if (amount) return amount.shape === 'date' ? amount.to : undefined;
  if (isWord(sentence, at, Word.deadlineword)) return after(sentence, at);
  if (SMALL.has(normAt(sentence, at)) || isWord(sentence, at, Word.determiner)) return at + 1;
  return dateEnd(sentence, at);
}

/** Whether a time expression holds more than articles. */
function named(sentence: Sentence, draft: Draft, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (draft.amountAt[i]?.shape === 'date' || isWord(sentence, i, Word.deadlineword)) return true;
  return false;
}

/** `... Q2 wraps up`: a verb that belongs to the period. */
function periodEnd(sentence: Sentence, draft: Draft, at: number): number {
  if (!isWord(sentence, at, Word.periodend) || draft.amountAt[at] !== undefined) return at;
  const end = after(sentence, at);
  for (let i = at; i < end; i++) draft.of[i] = Zone.deadline;
  const last = draft.ranges[draft.ranges.length - 1];
  if (last) last.to = end;
  return end;
}

function clausesOfMeansAndPurpose(sentence: Sentence, draft: Draft): void {
  let verbSeen = false;
  for (let i = 0; i < sentence.tokens.length; i++) {
    if (draft.of[i] !== Zone.main || draft.amountAt[i] !== undefined) continue;
    const zone = openedBy(sentence, draft, i, verbSeen);
    if (zone === undefined) {
      verbSeen ||= entryAt(sentence, i)?.verb !== undefined || draft.amountAt[i] !== undefined;
      continue;
    }
    const end = zoneEnd(sentence, draft, i, zone);
    for (let k = i; k < end; k++) if (draft.of[k] === Zone.main) draft.of[k] = zone;
    draft.ranges.push({ zone, from: i, to: end });
    i = end - 1;
  }
}

function openedBy(sentence: Sentence, draft: Draft, at: number, verbSeen: boolean): Zone | undefined {
  const entry = entryAt(sentence, at);
  if (!entry || sentence.matches[at]?.from !== at) return undefined;
  const next = after(sentence, at);
  if (next >= sentence.tokens.length || draft.amountAt[next] !== undefined) return undefined;
  if (at === 0 && entry.verb !== undefined) return undefined;
  if (entry.word & Word.means && opensMeans(sentence, at, next, verbSeen)) return Zone.means;
  if (entry.word & Word.purpose && verbSeen) return Zone.purpose;
  if (normAt(sentence, at) === 'to' && verbSeen && infinitive(sentence, next)) return Zone.purpose;
  return undefined;
}

function opensMeans(sentence: Sentence, at: number, next: number, verbSeen: boolean): boolean {
  if (sentence.tokens[at]?.hyphened || sentence.tokens[next]?.hyphened) return false;
  return verbSeen || at === 0 || normAt(sentence, at) !== 'by';
}

/** `to showcase ...`: a verb in its base form, not `to trial/PoC rate`. */
function infinitive(sentence: Sentence, at: number): boolean {
  const entry = entryAt(sentence, at);
  if (entry?.verb === undefined || !(entry.form & Form.Base)) return false;
  if (!(entry.trait & Trait.nounlike)) return true;
  const next = after(sentence, at);
  return isWord(sentence, next, Word.determiner | Word.vague);
}

function zoneEnd(sentence: Sentence, draft: Draft, from: number, zone: Zone): number {
  for (let i = after(sentence, from); i < sentence.tokens.length; i++) {
    if (draft.of[i] === Zone.deadline) return i;
    const norm = normAt(sentence, i);
    if (norm === ';' || norm === '.' || norm === '→' || norm === '(' || norm === ')') return i;
    if (norm === ',' && from === 0) return i;
    if (zone === Zone.purpose && i > from && isWord(sentence, i, Word.means)) return i;
    if (zone === Zone.means && i > from && isWord(sentence, i, Word.purpose)) return i;
    const amount = draft.amountAt[i];
    if (zone === Zone.means && amount && i > from && resultAmount(sentence, draft, from, i)) return i;
  }
  return sentence.tokens.length;
}

/** `cut costs by renegotiating by 20 %`: the amount belongs to the verb before the means. */
function resultAmount(sentence: Sentence, draft: Draft, from: number, at: number): boolean {
  const amount = draft.amountAt[at];
  if (!amount || amount.from !== at || amount.shape !== 'plain') return false;
  for (let k = 0; k < from; k++) if (draft.amountAt[k]?.shape === 'plain') return false;
  return isWord(sentence, at - 1, Word.to | Word.by | Word.from);
}

/** Months, quarters and years measure plans; seconds to days also measure service. */
export function isLongDuration(unit: string | undefined): boolean {
  return unit !== undefined && LONG_UNIT.test(unit);
}
