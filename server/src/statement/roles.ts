/** What each number of a clause is for. */
import type { FoundClause } from './clauses';
import { Form, Part, Word } from './entry';
import type { QuantityRole } from './facts';
import type { FoundMetric } from './metrics';
import { type Counted, countedBy } from './phrases';
import { CHANGES, governing, type RoleContext, type Roled, WORKS } from './role';
import { byNeighbours } from './role-beside';
import { byHead } from './role-by-verb';
import { lastsSoLong } from './role-of-thing';
import { onePointedAt, pairUp, perRound, promote, shareOfThose, wasBefore } from './role-together';
import { entryAt, isPart, isWord, normAt } from './sentence';
import type { Amount } from './units';
import { type Reading, Zone } from './zones';

const NONE: Roled[] = [];
const START = Word.from | Word.now;

/** Roles of the clause's numbers, in order. */
export function assignRoles(reading: Reading, clause: FoundClause, metric: FoundMetric | undefined): Roled[] {
  if (reading.amounts.length === 0) return NONE;
  const governs = governing(clause);
  const works = governs !== undefined && WORKS.has(governs);
  const context: RoleContext = { reading, clause, metric, governs, works };
  const roled: Roled[] = [];
  for (const amount of reading.amounts) {
    if (amount.from < clause.from || amount.from >= clause.to) continue;
    const zone = reading.zoneOf[amount.at] ?? Zone.main;
    const counted =
      amount.shape === 'plain' || amount.shape === 'rank' ? countedBy(reading, amount) : undefined;
    roled.push({ amount, zone, counted, role: roleOf(context, amount, zone, counted) });
  }
  if (roled.length > 1) {
    pairUp(context, roled);
    onePointedAt(context, roled);
    shareOfThose(roled);
    wasBefore(reading, roled);
    perRound(roled);
  }
  promote(context, roled);
  return roled;
}

function roleOf(
  context: RoleContext,
  amount: Amount,
  zone: Zone,
  counted: Counted | undefined,
): QuantityRole {
  return (
    byShape(context, amount, zone) ??
    byNeighbours(context, amount, counted) ??
    byHead(context, amount, counted)
  );
}

function byShape(context: RoleContext, amount: Amount, zone: Zone): QuantityRole | undefined {
  switch (amount.shape) {
    case 'date':
    case 'name':
      return amount.shape;
    case 'ordinal':
      return placeRole(context, amount);
    case 'adjective':
      return 'window';
    case 'rank':
      return rankRole(context, amount);
    case 'factor':
      if (pointedAtBy(START, context, amount)) return 'baseline';
      if (amount.kind !== 'multiple' || opensShare(context, amount)) return 'target';
      if (!context.works || !isPartOf(context, amount)) return 'change';
      // "repaint half of the fleet" is as good as 50 % of it
      amount.kind = 'percent';
      amount.value = (amount.value ?? 0) * 100;
      return undefined;
    case 'plain':
      if (zone === Zone.window || lastsSoLong(context, amount)) return 'window';
      if (zone === Zone.deadline) return 'date';
      return zone === Zone.main ? undefined : 'scope';
  }
}

/** `from a third`, `up from half`, `to four fifths`: a part of the whole behind a word that points at it. */
function pointedAtBy(
  bits: number,
  { reading: { sentence } }: RoleContext,
  { from, to, value = 1 }: Amount,
): boolean {
  const { lexicon, tokens } = sentence;
  if (value <= 0 || value >= 1) return false;
  return [1, 2].some(
    (n) => n < to - from && ((lexicon.match(tokens, from, from + n)?.entry.word ?? 0) & bits) !== 0,
  );
}

/** `half of all claims settled in time`, `one in three visitors returns`: a part of a whole, of which something is said. */
function opensShare(context: RoleContext, amount: Amount): boolean {
  const { clause, governs } = context;
  // "share of tenders won: a third"
  const { sentence, amounts } = context.reading;
  if (normAt(sentence, amount.from) === ':') return true;
  // "from a third to two thirds"
  const before = amounts.findLast(({ to }) => to <= amount.from);
  if (before && pointedAtBy(START, context, before) && pointedAtBy(Word.to, context, amount)) return true;
  if (amount.from !== clause.structure.start || (governs && CHANGES.has(governs))) return false;
  return isPartOf(context, amount);
}

/** `half of`, `every tenth`, unlike `half the complaints` and `half as many`, which are a change. */
function isPartOf({ reading }: RoleContext, { from, to, value = 1 }: Amount): boolean {
  const { lexicon, tokens } = reading.sentence;
  const first = lexicon.match(tokens, from, from + 1)?.entry.word ?? 0;
  const last = lexicon.match(tokens, to - 1, to)?.entry.part ?? 0;
  return value < 1 && ((first & Word.universal) !== 0 || (last & Part.genitive) !== 0);
}

/** `climb from 43rd to 20th`: places in an order, where a preposition stands right before them. */
function placeRole({ reading, works }: RoleContext, amount: Amount): QuantityRole {
  const { sentence } = reading;
  const at = amount.from - 1;
  if (works || at < 0 || !sentence.grammar.inflects) return 'ordinal';
  const start = isWord(sentence, at, Word.from) && leadsToPlace(reading, amount);
  const end = isWord(sentence, at, Word.to) && entryAt(sentence, amount.to)?.nominal !== true;
  if (!start && !end) return 'ordinal';
  // a better place is a smaller number, so it must not be compared as an amount
  amount.value = undefined;
  return start ? 'baseline' : 'target';
}

function leadsToPlace({ sentence, amountAt }: Reading, { to }: Amount): boolean {
  return isWord(sentence, to, Word.to) && amountAt[to + 1] !== undefined;
}

/** `in the top 10` is a place to reach; `with our top 20 accounts` says which accounts. */
function rankRole({ reading, clause, works, governs }: RoleContext, amount: Amount): QuantityRole {
  const { sentence } = reading;
  if (works || otherLevel(reading, clause, amount)) return 'scope';
  let before = amount.from - 1;
  while (before > clause.from && isWord(sentence, before, Word.determiner)) before--;
  // "top 50 customers visited"
  const noun = countedBy(reading, amount);
  const done = noun && amount.from === clause.structure.start ? entryAt(sentence, noun.to) : undefined;
  if (done?.form === Form.Past && done.verb === 'activity') return 'scope';
  const scoped =
    before >= clause.from && isWord(sentence, before, Word.scope) && !isPart(sentence, before, Part.span);
  // "a day with our top 20"
  const ours =
    governs === undefined && before + 1 < amount.from && isPart(sentence, before + 1, Part.definite);
  return scoped && (ours || entryAt(sentence, amount.to)?.nominal) ? 'scope' : 'target';
}

/** `99th percentile latency is under 2 seconds`: another number with a comparison is the level. */
function otherLevel({ amounts, sentence }: Reading, { from, to }: FoundClause, rank: Amount): boolean {
  return amounts.some(
    (other) =>
      other.from > rank.to &&
      other.from >= from &&
      other.to <= to &&
      other.shape === 'plain' &&
      // "for the top 200 medicines: 1.5%"
      (other.comparison !== '=' || (other.kind !== 'number' && normAt(sentence, other.from - 1) === ':')),
  );
}
