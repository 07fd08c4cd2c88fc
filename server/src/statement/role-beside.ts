/** Roles by the words right beside a number: `by 20 %`, `from 62`, `across 5 offices`, `99 % today`. */
import { type Entry, Form, Noun, Part, Trait, Word } from './entry';
import type { QuantityRole } from './facts';
import { type Counted, isWon, isWorkProduct, sharesOf } from './phrases';
import { ARROWS } from './predicates';
import { type RoleContext, WORKS } from './role';
import { ofWork, workOf } from './role-by-verb';
import { describesThing } from './role-of-thing';
import { after, entryAt, isPart, isWord, normAt } from './sentence';
import type { Amount } from './units';
import type { Reading } from './zones';

/** The role that the neighbours of a number give it; undefined where they say nothing. */
export function byNeighbours(
  context: RoleContext,
  amount: Amount,
  counted: Counted | undefined,
): QuantityRole | undefined {
  const { reading, clause } = context;
  if (partOfName(context, amount, counted)) return 'name';
  if (describesThing(context, amount)) return 'scope';
  if (amount.signed || saysMore(context, amount)) return 'change';
  if (isCurrent(context, amount)) return 'baseline';
  const at = amount.from - 1;
  const before = at >= clause.from ? entryAt(reading.sentence, at) : undefined;
  if (!before || clause.structure.head?.from === at) return undefined;
  if (before.word & Word.by && agents(context, amount, counted)) return 'scope';
  if (pointsAtKnown(context, amount, before, counted)) return 'scope';
  if (before.word & Word.by && before.operator === undefined && !moreOfWork(context, amount, counted))
    return 'change';
  // "refit of the two oldest kilns"
  const joint = entryAt(reading.sentence, at - 1);
  if (before.word & Word.determiner && joint && joint.part & Part.genitive && context.governs === undefined)
    if (workOf(context, amount, counted, at - 1)) return 'count';
  if (before.word & (Word.from | Word.now) && isBaseline(context, amount, before, counted)) return 'baseline';
  return byPreposition(context, amount, before, counted);
}

/** `talks with the five largest landlords`, `signs on all 800 exhibits`: which ones, not how many there are to be. */
function pointsAtKnown(
  { reading, clause, governs }: RoleContext,
  amount: Amount,
  before: Entry,
  counted: Counted | undefined,
): boolean {
  const article = amount.from - (before.part & Part.definite ? 1 : 2);
  if (article <= clause.structure.start || !isPart(reading.sentence, article, Part.definite)) return false;
  // "the last three looms"
  if (article < amount.from - 1 && !(before.part & Part.small)) return false;
  if (amount.shape !== 'plain' || amount.comparison !== '=' || governs === 'increase') return false;
  // "data of the last 10 years"
  if (amount.kind === 'duration') return article < amount.from - 1;
  if (amount.kind !== 'number') return false;
  // "cross the 10,000 mark" is a level
  return counted !== undefined && counted.entry?.headOf === undefined;
}

/** `reviewed by two seniors`: who does the work, unlike `grown by 500 members`, `visited by 200 families`. */
function agents({ reading }: RoleContext, amount: Amount, counted: Counted | undefined): boolean {
  if (amount.kind !== 'number' || !counted || counted.nouns & Noun.Outcome) return false;
  if (counted.nouns & Noun.Person && !(counted.nouns & Noun.Staff)) return false;
  const { sentence } = reading;
  const done = entryAt(sentence, amount.from - 2);
  if (!done || !sentence.grammar.inflects || !(done.form & Form.Past)) return false;
  return done.verb !== undefined && WORKS.has(done.verb);
}

/**
 * `bố trí thêm 3 bàn`, `call another 20 customers`: so many more things that the work makes, or people that it turns to,
 * not a change of something measured.
 */
function moreOfWork(context: RoleContext, amount: Amount, counted: Counted | undefined): boolean {
  const { reading, works, clause } = context;
  if (!works || amount.kind !== 'number') return false;
  const contacts = ((clause.structure.head?.entry.trait ?? 0) & Trait.contact) !== 0;
  if (isWon(counted?.entry) && !contacts) return false;
  return reading.sentence.tokens[amount.to]?.kind === 'word';
}

/** `to 45`, `of 500 members`, `across 5 offices`. */
function byPreposition(
  context: RoleContext,
  amount: Amount,
  before: Entry,
  counted: Counted | undefined,
): QuantityRole | undefined {
  const { works, governs } = context;
  const verbless = governs === undefined ? withoutVerb(context, amount, before, counted) : undefined;
  if (verbless) return verbless;
  // "shipped to 100 % of users": how many get the work
  if (works && before.word & Word.to && isPeople(counted) && sharesOf(context.reading, amount))
    return 'count';
  if (before.word & Word.to && !(works && amount.kind === 'number'))
    return givenTo(context, before, amount, counted) ?? 'target';
  if (!(before.word & Word.scope)) return undefined;
  if (works && isPeople(counted)) return 'scope';
  return amount.comparison === '=' && !(before.word & Word.to) ? 'scope' : undefined;
}

/** The same where no verb governs the number: a noun phrase about work, or a place. */
function withoutVerb(
  context: RoleContext,
  amount: Amount,
  before: Entry,
  counted: Counted | undefined,
): QuantityRole | undefined {
  if (before.part & Part.genitive && workOf(context, amount, counted, amount.from - 1)) return 'count';
  // "field trip to three farms": work with so many
  if (counted && before.word & Word.scope && ofWork(context, amount) && amount.comparison === '=')
    return 'count';
  // "upgrade to 17.2": which version
  const version =
    before.part & Part.infinitive &&
    !counted &&
    amount.unit === undefined &&
    // "questions halved to 40"
    context.reading.amountAt[amount.from - 2] === undefined;
  if (version && ofWork(context, amount)) return 'name';
  return atPlace(context, amount, before, counted) ? 'scope' : undefined;
}

/** `donor sessions at six factories`, unlike `stock at 40 pallets`: where, of something that nobody measures. */
function atPlace(
  { reading, metric }: RoleContext,
  amount: Amount,
  before: Entry,
  counted: Counted | undefined,
): boolean {
  if (!counted || !(before.part & Part.place) || !(before.word & Word.to)) return false;
  if (amount.kind !== 'number' || amount.unit !== undefined || amount.comparison !== '=') return false;
  const measures = metric !== undefined && metric.from < amount.from && metric.metric.kind !== 'count';
  return reading.sentence.grammar.inflects && !measures;
}

function isPeople(counted: Counted | undefined): boolean {
  return counted !== undefined && (counted.nouns & (Noun.Person | Noun.Staff | Noun.Outcome)) !== 0;
}

/** `released to 10 customers`: no verb of change, and people behind the `to`. */
function givenTo(
  { clause, metric }: RoleContext,
  before: Entry,
  amount: Amount,
  counted: Counted | undefined,
): QuantityRole | undefined {
  if (clause.structure.form !== 'passive' || before.word & Word.from) return undefined;
  if (!(before.word & Word.scope) || (metric?.named && metric.from < amount.from)) return undefined;
  return counted !== undefined && (counted.nouns & Noun.Person) !== 0 ? 'scope' : undefined;
}

/** `our 15 % reseller discount scheme`: a number that describes a thing. */
function partOfName({ reading }: RoleContext, amount: Amount, counted: Counted | undefined): boolean {
  const before = entryAt(reading.sentence, amount.from - 1);
  // "new 20 kW charger"
  const measured = amount.unit !== undefined && (before?.part ?? 0) & Part.fresh;
  const article = before && before.word & Word.determiner && !(before.word & (Word.by | Word.universal));
  if (!article && !measured) return false;
  if (amount.kind === 'number') return describesOne(reading, amount, counted);
  if (amount.kind !== 'percent' && amount.kind !== 'currency') return false;
  return !sharesOf(reading, amount) && isWorkProduct(counted?.entry);
}

/** `our 360 review`, `the 911 service`: one thing behind a whole number. */
function describesOne(
  { sentence }: Reading,
  { shape, unit, to, value = 0 }: Amount,
  counted: Counted | undefined,
): boolean {
  const noun = counted?.entry;
  // "the 250 kW turbine", "a 3 km footpath"
  if (unit !== undefined && sentence.grammar.inflects && counted?.from === to)
    return noun?.headOf === undefined;
  if (!sentence.grammar.inflects || shape !== 'plain' || !noun || noun.plural || value < 2) return false;
  return isWorkProduct(noun) && !sentence.tokens[counted.to - 1]?.norm.endsWith('s');
}

/** `30 % more calls`, `20 % cao hơn`: a share with a degree is how much. */
function saysMore({ reading, clause }: RoleContext, amount: Amount): boolean {
  if (amount.kind !== 'percent' && amount.kind !== 'multiple') return false;
  return amount.to < clause.to && isPart(reading.sentence, amount.to, Part.degree);
}

/** `(now 25 s)`, `99.1 % today`: a word for the present beside the number. */
function isCurrent(context: RoleContext, amount: Amount): boolean {
  const { reading, clause } = context;
  const { sentence } = reading;
  if (endsBefore(context, amount)) return true;
  if (amount.to >= clause.to || amount.from <= clause.from + 1) return false;
  const next = entryAt(sentence, amount.to);
  // "81% (71% last year)"
  const behind = after(sentence, amount.to);
  const isNow = ((next?.word ?? 0) & Word.now) !== 0;
  // "9% last year, 18% this year"
  if (isNow && normAt(sentence, behind) === ',' && reading.amountAt[behind + 1]) return true;
  const ends = normAt(sentence, behind) === ')';
  if (ends && normAt(sentence, amount.from - 1) === '(' && isNow) return true;
  return (
    next !== undefined &&
    (next.word & Word.now) !== 0 &&
    !(next.word & (Word.from | Word.scope)) &&
    next.verb === undefined
  );
}

/** `23 faults per house before, 5 by June`: a preposition of time that no time follows says that it was so. */
function endsBefore({ reading: { sentence } }: RoleContext, { to }: Amount): boolean {
  for (let i = to; i < to + 4 && sentence.tokens[i]?.kind === 'word'; i++)
    if (isWord(sentence, i, Word.deadline) && sentence.tokens[i + 1]?.kind === 'symbol') return true;
  return false;
}

function isBaseline(
  context: RoleContext,
  amount: Amount,
  before: Entry,
  counted: Counted | undefined,
): boolean {
  // "was 112"
  if (before.verb !== undefined && !(before.word & Word.now)) return false;
  // "from 8 up" is a floor, not a start
  if (amount.comparison !== '=' && !leadsToTarget(context, amount)) return false;
  if (!(before.word & Word.scope) || amount.kind !== 'number') return true;
  return leadsToTarget(context, amount) || counted === undefined || counted.nouns === 0;
}

/** Whether `to`, `lên`, `→` and another number follow soon. */
function leadsToTarget({ reading, clause }: RoleContext, amount: Amount): boolean {
  const stop = Math.min(clause.to, amount.to + 8);
  for (let i = amount.to; i < stop; i++) {
    const other = reading.amountAt[i];
    if (other?.shape === 'plain') return pointsAt(reading, other);
  }
  return false;
}

/** Whether an arrow or a word such as `to` stands right before the amount. */
export function pointsAt({ sentence }: Reading, amount: Amount): boolean {
  const at = amount.from - 1;
  if (ARROWS.has(normAt(sentence, at))) return true;
  return isWord(sentence, at, Word.to) && !isWord(sentence, at, Word.determiner);
}
