/** What the numbers of a clause are beside each other: a start and its target, levels and scopes. */

import type { FoundClause } from './clauses';
import { Noun, Part, Word } from './entry';
import type { QuantityKind } from './facts';
import { isWon, isWorkProduct } from './phrases';
import { ARROWS } from './predicates';
import { CHANGES, type RoleContext, type Roled } from './role';
import { pointsAt } from './role-beside';
import { after, begins, entryAt, isPart, isWord, normAt } from './sentence';
import type { Token } from './tokens';
import type { Amount } from './units';
import { type Reading, Zone } from './zones';

/** `62 → 45 days`, `from 62 to 45`: the first is the baseline of the second, and other levels are scope. */
export function pairUp(context: RoleContext, roled: Roled[]): void {
  const { reading } = context;
  for (let i = 0; i + 1 < roled.length; i++) {
    const [first, second] = [roled[i] as Roled, roled[i + 1] as Roled];
    if (first.amount.shape !== 'plain' || second.amount.shape !== 'plain') continue;
    const started = first.role === 'baseline' || isWord(reading.sentence, first.amount.from - 1, Word.from);
    if (!pointsAt(reading, second.amount) || !comparable(first, second, started)) continue;
    const direct = isRepeated(reading, first.amount, second.amount);
    if (first.role !== 'baseline' && !(direct && pairs(context, first, second))) continue;
    first.role = 'baseline';
    second.role = 'target';
    for (let k = 0; k < i; k++) if ((roled[k] as Roled).role === 'target') (roled[k] as Roled).role = 'scope';
  }
}

/** `cut stock older than 90 days to 2 tonnes`: the level that `to` points at is the target, one before it is not. */
export function onePointedAt({ reading, governs }: RoleContext, roled: Roled[]): void {
  if (governs === undefined || !CHANGES.has(governs)) return;
  const last = roled.findLastIndex(({ role, amount }) => role === 'target' && pointsAt(reading, amount));
  for (let k = 0; k < last; k++) {
    const each = roled[k] as Roled;
    if (each.role === 'target' && !pointsAt(reading, each.amount)) each.role = 'scope';
  }
}

/** `chuyến trễ quá 10 phút không quá 3%`: a time that says which ones comes before the share of them. */
export function shareOfThose(roled: readonly Roled[]): void {
  roled.forEach((each, n) => {
    const next = roled[n + 1];
    const isShare =
      next?.role === 'target' && next.amount.kind === 'percent' && next.amount.comparison !== '=';
    const saysWhich = each.amount.kind === 'duration' && each.amount.comparison.startsWith('>');
    if (each.role === 'target' && saysWhich && isShare) each.role = 'scope';
  });
}

/**
 * `4.7 stars (4.2 in autumn)`, `6.5 days (2026: 9.8)`, `85%, 71% last year`: what is set off behind the level to reach, with
 * a time of its own, is where it stood.
 */
export function wasBefore(reading: Reading, roled: readonly Roled[]): void {
  const first = roled.findIndex(({ role }) => role === 'target');
  if (first < 0) return;
  for (let n = first + 1; n < roled.length; n++) {
    const each = roled[n] as Roled;
    const isLevel = each.role === 'target' || each.role === 'scope';
    if (isLevel && each.amount.shape === 'plain' && isSetOff(reading, each.amount)) each.role = 'baseline';
  }
}

function isSetOff({ sentence, amountAt }: Reading, { from, to }: Amount): boolean {
  const isTime = (at: number) =>
    amountAt[at]?.shape === 'date' || isWord(sentence, at, Word.deadlineword | Word.now);
  let left = from - 1;
  if (normAt(sentence, left) === ':') left--;
  while (left > 0 && isTime(left)) left = (sentence.matches[left]?.from ?? left) - 1;
  const opening = normAt(sentence, left);
  // "71% in 2026", unlike "by 2026"
  let right = to;
  if (isWord(sentence, right, Word.scope) && !isWord(sentence, right, Word.by | Word.to) && isTime(right + 1))
    right++;
  while (right < sentence.tokens.length && isTime(right)) right = after(sentence, right);
  if (left === from - 1 && right === to) return false;
  if (opening === '(') return normAt(sentence, right) === ')';
  // ", 60 in Q2" may be a step on the way
  const past = isWord(sentence, to, Word.now) && after(sentence, to) === right;
  return past && opening === ',' && (right === sentence.tokens.length || normAt(sentence, right) === ',');
}

/** `cuộc gọi trên 1.000 giao dịch còn 1,1`: of how many, in front of the level. */
export function perRound(roled: readonly Roled[]): void {
  roled.forEach((each, n) => {
    const { value = 0, comparison, kind, shape } = each.amount;
    const isRound = shape === 'plain' && kind === 'number' && comparison === '>' && ROUND.has(value);
    const levelFollows = roled[n + 1]?.role === 'target' && roled[n + 1]?.amount.comparison !== '>';
    if (each.role === 'target' && isRound && each.counted && levelFollows) each.role = 'scope';
  });
}

const ROUND: ReadonlySet<number> = new Set([100, 1000, 10_000, 100_000, 1_000_000]);

/** The same kind of number; the first may leave out the unit (`62 → 45 days`), the second only after `from`. */
function comparable({ amount }: Roled, { amount: other, counted }: Roled, started: boolean): boolean {
  if (amount.kind === other.kind || amount.kind === 'number') return true;
  return other.kind === 'number' && started && !counted;
}

function pairs({ reading, works }: RoleContext, first: Roled, second: Roled): boolean {
  const { sentence } = reading;
  if (ARROWS.has(normAt(sentence, second.amount.from - 1))) return true;
  // "build nightly từ 50 phút xuống 20 phút": a way down or up, unlike "họp từ 2 đến 3 giờ"
  if (works)
    return (
      first.amount.kind !== 'number' &&
      isWord(sentence, first.amount.from - 1, Word.from) &&
      !isWord(sentence, second.amount.from - 1, Word.deadline | Word.scope)
    );
  return first.amount.kind !== 'number' || !isWon(first.counted?.entry);
}

/** More words than `orders per shop and month`. */
const LONGEST_RATE = 6;

/**
 * Whether the second number stands right behind the first but for the word between that points at it, or what is counted
 * is said once more: `12 orders/month → 1 order/month`, `9 ngày/tháng xuống 2 ngày/tháng`.
 */
function isRepeated({ sentence, zoneOf }: Reading, first: Amount, second: Amount): boolean {
  const { tokens, matches } = sentence;
  const end = matches[second.from - 1]?.from ?? second.from - 1;
  // "64 a month, down to 20"
  const size = end - first.to - (tokens[end - 1]?.norm === ',' ? 1 : 0);
  if (size < 0 || size > LONGEST_RATE) return false;
  // "22% of project hours → 12%"
  if (first.unit !== undefined && first.unit === second.unit && ARROWS.has(normAt(sentence, second.from - 1)))
    return true;
  // "95 a month → 55"
  if (zoneOf.slice(first.to, first.to + size).every((zone) => zone === Zone.window)) return true;
  for (let n = 0; n < size; n++) if (!saysTheSame(tokens[first.to + n], tokens[second.to + n])) return false;
  return true;
}

/** The same word, perhaps in another number. */
function saysTheSame(one: Token | undefined, other: Token | undefined): boolean {
  if (!one || !other || one.kind !== other.kind) return false;
  const [short, long] = one.norm.length < other.norm.length ? [one.norm, other.norm] : [other.norm, one.norm];
  return long === short || (one.kind === 'word' && short.length >= SHORTEST_STEM && long.startsWith(short));
}

const SHORTEST_STEM = 3;

const SHARES: ReadonlySet<QuantityKind> = new Set(['percent', 'ratio', 'score']);

/** Where nothing measures yet, the best remaining number does: `first booking in 14 days for 45 % of hosts`. */
export function promote({ works, reading, clause }: RoleContext, roled: readonly Roled[]): void {
  if (roled.some(({ role }) => role === 'target' || role === 'change' || role === 'count')) return;
  const left = roled.filter(
    ({ role, zone, amount }) => role === 'scope' && zone === Zone.main && amount.shape === 'plain',
  );
  const share = left.find(({ amount }) => SHARES.has(amount.kind));
  if (share) share.role = works ? 'count' : 'target';
  const grown = left.find((each) => ofWon(reading, clause, each));
  if (grown && !share) grown.role = 'target';
}

/** `a community of 500 members`, `an audience of 20,000`: what is made is won. */
function ofWon({ sentence }: Reading, clause: FoundClause, { amount, counted }: Roled): boolean {
  const at = amount.from - 1;
  // "của 500 khách hàng" only says whose
  if (!sentence.grammar.inflects || at <= clause.from) return false;
  if (!isPart(sentence, at, Part.genitive) || !begins(sentence, at)) return false;
  const owner = entryAt(sentence, at - 1);
  if (!owner || after(sentence, at - 1) !== at || isWorkProduct(owner)) return false;
  const won = (owner.noun & (Noun.Outcome | Noun.Person)) !== 0 || owner.metric !== undefined;
  return won && !((counted?.nouns ?? 0) & Noun.Staff);
}
