/** Parts of a statement that are not the result itself: deadlines, windows, means and purposes. */
import { dateEnd } from './dates';
import { Form, Part, Trait, Word } from './entry';
import { after, begins, entryAt, isPart, isWord, normAt, type Sentence } from './sentence';
import type { Amount } from './units';

export const Zone = { main: 0, deadline: 1, window: 2, means: 3, purpose: 4 } as const;
export type Zone = (typeof Zone)[keyof typeof Zone];

export interface ZoneRange {
  readonly zone: Zone;
  readonly from: number;
  readonly to: number;
}

/** What every later step shares about one statement. */
export interface Reading {
  readonly sentence: Sentence;
  readonly amounts: readonly Amount[];
  /** The amount that covers each token. */
  readonly amountAt: readonly (Amount | undefined)[];
  /** The zone of each token. */
  readonly zoneOf: readonly Zone[];
  readonly zones: readonly ZoneRange[];
}

interface Draft extends Reading {
  readonly zoneOf: Zone[];
  readonly zones: { zone: Zone; from: number; to: number }[];
}

/** Marks the zones. Later steps look at `Zone.main` first. */
export function readZones(
  sentence: Sentence,
  amounts: readonly Amount[],
  amountAt: readonly (Amount | undefined)[],
): Reading {
  const zoneOf: Zone[] = [];
  for (let i = 0; i < sentence.tokens.length; i++) zoneOf.push(Zone.main);
  const draft: Draft = { sentence, amounts, amountAt, zoneOf, zones: [] };
  for (let i = 0; i < zoneOf.length; ) i = timeAt(draft, i) ?? i + 1;
  meansAndPurpose(draft);
  return draft;
}

function mark(draft: Draft, zone: Zone, from: number, to: number): number {
  for (let i = from; i < to; i++) if (draft.zoneOf[i] === Zone.main) draft.zoneOf[i] = zone;
  draft.zones.push({ zone, from, to });
  return to;
}

/** End of the time expression that starts at `at`, marked. */
function timeAt(draft: Draft, at: number): number | undefined {
  return rhythmAt(draft, at) ?? durationAt(draft, at) ?? deadlineAt(draft, at);
}

/** `per month`, `hàng tháng`, `/tuần`, `a day`. */
function rhythmAt(draft: Draft, at: number): number | undefined {
  const { sentence, amountAt } = draft;
  if (amountAt[at] !== undefined) return undefined;
  const match = sentence.matches[at];
  if (match?.from === at && match.entry.word & Word.rhythm) return mark(draft, Zone.window, at, match.to);
  if (normAt(sentence, at) !== '/' || sentence.tokens[at + 1]?.glued !== true) return undefined;
  const next = entryAt(sentence, at + 1);
  if (!next) return undefined;
  const period = next.unit === 'duration' || (next.word & Word.deadlineword) !== 0;
  if (!period && (next.noun === 0 || amountAt[at - 1] === undefined)) return undefined;
  return mark(draft, Zone.window, at, after(sentence, at + 1));
}

/** Skips articles and the like between a preposition and its time: `in the coming`, `over the next`. */
function skipSmall(draft: Draft, at: number): number {
  let i = at;
  while (i < at + 4 && draft.amountAt[i] === undefined && isPart(draft.sentence, i, Part.small)) i++;
  return i;
}

/** `within 24 hours of signup`, `in the first 3 months`, `trong 3 tháng đầu`; `14-day`. */
function durationAt(draft: Draft, at: number): number | undefined {
  const { sentence, amountAt } = draft;
  const direct = amountAt[at];
  if (direct !== undefined && direct.from !== at) return undefined;
  if (direct?.kind === 'duration') {
    const end = direct.shape === 'adjective' ? direct.to : cohortOf(draft, at, direct);
    if (end !== undefined) return mark(draft, Zone.window, at, end);
  }
  const entry = entryAt(sentence, at);
  if (!entry || !(entry.word & Word.deadline)) return undefined;
  const amount = direct ?? amountAt[skipSmall(draft, after(sentence, at))];
  if (amount?.kind !== 'duration' || amount.shape === 'date') return undefined;
  // "on 4 days a week": how much of the time, no window
  if (isWord(sentence, amount.to, Word.rhythm)) return undefined;
  const measures = entry.word & (Word.from | Word.to | Word.by) && !(entry.word & Word.now);
  if (measures && !(entry.part & Part.span)) return undefined;
  return mark(draft, Zone.window, at, cohortEnd(draft, amount.to) ?? amount.to);
}

/** End of a duration and what it is counted from; undefined where the duration is an amount of its own. */
function cohortOf(draft: Draft, at: number, { to }: Amount): number | undefined {
  const { sentence } = draft;
  // "trim stock to 28 days of cover": a level, not a window
  const level = at > 0 && isWord(sentence, at - 1, Word.to) && !isPart(sentence, at - 1, Part.span);
  // "18 months of runway": so much of it
  if (level || (at === 0 && isPart(sentence, to, Part.ofword))) return undefined;
  return cohortEnd(draft, to);
}

/** End of `of signup`, `after launch`, `đầu tiên` after a duration; undefined where none follows. */
function cohortEnd({ sentence }: Draft, at: number): number | undefined {
  if (!isWord(sentence, at, Word.cohort)) return undefined;
  const next = after(sentence, at);
  if (isPart(sentence, at, Part.small) && !isPart(sentence, at, Part.ofword)) return next;
  if (isPart(sentence, at, Part.ofword) && entryAt(sentence, next)?.nominal !== true) return undefined;
  return sentence.tokens[next] ? after(sentence, next) : undefined;
}

/** `by June 30`, `before Q2 wraps up`, `trong quý 3`; a bare `Q3`. */
function deadlineAt(draft: Draft, at: number): number | undefined {
  const { sentence, amountAt } = draft;
  const own = amountAt[at];
  if (own?.from === at && own.shape === 'date')
    return periodEnd(draft, mark(draft, Zone.deadline, at, own.to));
  if (own !== undefined || !begins(sentence, at) || !isWord(sentence, at, Word.deadline)) return undefined;
  const start = after(sentence, at);
  let named = false;
  // "every Tuesday", "once a month", "by the 5th of each month": how often, not until when
  let often = isPart(sentence, at, Part.often);
  let i = start;
  while (i < start + 8) {
    // "for early commuters": early in what?
    const isTime = isWord(sentence, i, Word.deadlineword) && !isPart(sentence, i, Part.small);
    named ||= amountAt[i]?.shape === 'date' || isTime;
    const next = timeWordEnd(draft, i);
    if (next === undefined) break;
    often ||= isPart(sentence, i, Part.often);
    i = next;
  }
  if (i === start || !named) return undefined;
  return often ? mark(draft, Zone.window, at, i) : periodEnd(draft, mark(draft, Zone.deadline, at, i));
}

/** One step inside a time expression: an article, a period noun, a date. */
function timeWordEnd({ sentence, amountAt }: Draft, at: number): number | undefined {
  const amount = amountAt[at];
  if (amount) return amount.shape === 'date' ? amount.to : undefined;
  const entry = entryAt(sentence, at);
  if (entry && entry.word & Word.deadlineword) return after(sentence, at);
  if (entry && (entry.part & Part.small || entry.word & Word.determiner)) return at + 1;
  return dateEnd(sentence, at);
}

/** `... Q2 wraps up`: a verb that belongs to the period. */
function periodEnd(draft: Draft, at: number): number {
  if (!isWord(draft.sentence, at, Word.periodend) || draft.amountAt[at] !== undefined) return at;
  const end = after(draft.sentence, at);
  for (let i = at; i < end; i++) draft.zoneOf[i] = Zone.deadline;
  const last = draft.zones[draft.zones.length - 1];
  if (last) last.to = end;
  return end;
}

function meansAndPurpose(draft: Draft): void {
  const { sentence, amountAt, zoneOf } = draft;
  if (!(sentence.words & (Word.means | Word.purpose)) && !(sentence.parts & Part.infinitive)) return;
  let verbSeen = false;
  for (let i = 0; i < zoneOf.length; i++) {
    if (zoneOf[i] !== Zone.main || amountAt[i] !== undefined) {
      verbSeen ||= amountAt[i]?.shape === 'plain';
      continue;
    }
    const zone = openedBy(draft, i, verbSeen);
    if (zone === undefined) verbSeen ||= entryAt(sentence, i)?.verb !== undefined;
    else i = mark(draft, zone, i, zoneEnd(draft, i, zone)) - 1;
  }
}

function openedBy(draft: Draft, at: number, verbSeen: boolean): Zone | undefined {
  const { sentence, amountAt } = draft;
  const match = sentence.matches[at];
  if (match?.from !== at || match.to >= sentence.tokens.length || amountAt[match.to] !== undefined)
    return undefined;
  const { word, part, verb } = match.entry;
  if (!(word & (Word.means | Word.purpose)) && !(part & Part.infinitive)) return undefined;
  if (at === 0 && verb !== undefined && !followsComma(draft, match.to)) return undefined;
  if (word & Word.means && opensMeans(draft, at, match.to, verbSeen)) return Zone.means;
  if (!verbSeen) return undefined;
  if (word & Word.purpose) return Zone.purpose;
  return part & Part.infinitive && infinitive(sentence, match.to) ? Zone.purpose : undefined;
}

/** `Thông qua đào tạo, giảm ...`: a comma and another verb follow. */
function followsComma({ sentence }: Draft, from: number): boolean {
  for (let i = from; i + 1 < sentence.tokens.length; i++)
    if (normAt(sentence, i) === ',') return entryAt(sentence, i + 1)?.verb !== undefined;
  return false;
}

/** `by` alone opens a sentence only before a verb: `By automating reports, ...`. */
function opensMeans({ sentence }: Draft, at: number, next: number, verbSeen: boolean): boolean {
  if (sentence.tokens[at]?.hyphened || sentence.tokens[next]?.hyphened) return false;
  // "run through the winter"
  const time = isWord(sentence, next, Word.determiner) ? next + 1 : next;
  if (isWord(sentence, time, Word.deadlineword)) return false;
  if (verbSeen) return true;
  if (at > 0) return false;
  return !isWord(sentence, at, Word.by) || ((entryAt(sentence, next)?.form ?? 0) & Form.Ing) !== 0;
}

/** `to showcase ...`: a verb in its base form, not `to trial/PoC rate`. */
function infinitive(sentence: Sentence, at: number): boolean {
  const entry = entryAt(sentence, at);
  if (entry?.verb === undefined || !(entry.form & Form.Base)) return false;
  if (!(entry.trait & Trait.nounlike)) return true;
  return isWord(sentence, after(sentence, at), Word.determiner | Word.vague | Word.pronoun);
}

const ZONE_END = ';:.→()';

function zoneEnd(draft: Draft, from: number, zone: Zone): number {
  const { sentence, zoneOf, amountAt } = draft;
  const other = zone === Zone.means ? Word.purpose : Word.means;
  for (let i = after(sentence, from); i < zoneOf.length; i++) {
    const norm = normAt(sentence, i);
    if (zoneOf[i] === Zone.deadline || (norm.length === 1 && ZONE_END.includes(norm))) return i;
    if (norm === ',' && from === 0) return i;
    if (amountAt[i] === undefined && isWord(sentence, i, other)) return i;
    if (zone === Zone.means && resultAmount(draft, from, i)) return verbBefore(draft, from, i) ?? i;
  }
  return zoneOf.length;
}

/** `cut costs by renegotiating by 20 %`: the amount belongs to the verb before the means. */
function resultAmount(draft: Draft, from: number, at: number): boolean {
  const { sentence, amountAt } = draft;
  const amount = amountAt[at];
  if (amount?.from !== at || amount.shape !== 'plain') return false;
  for (let k = 0; k < from; k++) if (amountAt[k]?.shape === 'plain') return false;
  return isWord(sentence, at - 1, Word.to | Word.by | Word.from) || verbBefore(draft, from, at) !== undefined;
}

/**
 * `khách đến nhờ bạn bè giới thiệu chiếm 1/3 tổng lead`, `questions answered by the docs rise from 30 %`: where the verb
 * begins that says what the number is.
 */
function verbBefore({ sentence }: Draft, from: number, at: number): number | undefined {
  const { inflects } = sentence.grammar;
  const before = inflects && isWord(sentence, at - 1, Word.to | Word.from | Word.by) ? at - 2 : at - 1;
  const entry = entryAt(sentence, before);
  const moves = entry?.verb === 'reach' || entry?.verb === 'increase' || entry?.verb === 'decrease';
  if (!moves || before <= from) return undefined;
  // only who did something can be followed by what came of it; "by helping customers reach 5" is still the means
  const done =
    isWord(sentence, from, Word.by) && ((entryAt(sentence, from - 1)?.form ?? 0) & Form.Past) !== 0;
  if (inflects && !(done && entry.form & (Form.Base | Form.Third | Form.Past))) return undefined;
  return sentence.matches[before]?.from;
}
