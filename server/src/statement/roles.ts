/** What each number of a clause is for. */
import type { FoundClause } from './clauses';
import { type Entry, Form, Noun, Part, Trait, Word } from './entry';
import type { HeadClass, QuantityRole } from './facts';
import type { FoundMetric } from './metrics';
import { type Counted, countedBy, isWon, isWorkProduct, mainNoun, sharesOf } from './phrases';
import type { FoundHead } from './predicates';
import { after, begins, entryAt, isPart, isWord, normAt } from './sentence';
import type { Amount } from './units';
import { type Reading, Zone } from './zones';

export interface Roled {
  readonly amount: Amount;
  role: QuantityRole;
  readonly zone: Zone;
  readonly counted: Counted | undefined;
}

interface Context {
  readonly reading: Reading;
  readonly clause: FoundClause;
  readonly metric: FoundMetric | undefined;
  /** Class of the verb that governs the numbers. */
  readonly governs: HeadClass | undefined;
  readonly works: boolean;
}

const CHANGES: ReadonlySet<HeadClass> = new Set(['increase', 'decrease', 'improve']);
const WORKS: ReadonlySet<HeadClass> = new Set([
  'activity',
  'hiring-spend',
  'learning',
  'support',
  'completion',
  'measure',
  'hedge',
]);
const ARROWS: ReadonlySet<string> = new Set(['→', '->', '=>', '–>', '⟶', '➜', '➔', '>']);
const NONE: Roled[] = [];

/** The head's class, or that of a joined verb that changes something, or of the predicate. */
export function governing({ structure }: FoundClause): HeadClass | undefined {
  const changing = structure.joined.find((other) => CHANGES.has(other.class));
  return changing?.class ?? structure.head?.class ?? structure.predicate?.class;
}

/** Roles of the clause's numbers, in order. */
export function assignRoles(reading: Reading, clause: FoundClause, metric: FoundMetric | undefined): Roled[] {
  if (reading.amounts.length === 0) return NONE;
  const governs = governing(clause);
  const works = governs !== undefined && WORKS.has(governs);
  const context: Context = { reading, clause, metric, governs, works };
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
  }
  promote(context, roled);
  return roled;
}

function roleOf(context: Context, amount: Amount, zone: Zone, counted: Counted | undefined): QuantityRole {
  return (
    byShape(context, amount, zone) ??
    byNeighbours(context, amount, counted) ??
    byHead(context, amount, counted)
  );
}

function byShape(context: Context, amount: Amount, zone: Zone): QuantityRole | undefined {
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
      return amount.kind === 'multiple' ? 'change' : 'target';
    case 'plain':
      if (zone === Zone.window) return 'window';
      if (zone === Zone.deadline) return 'date';
      return zone === Zone.main ? undefined : 'scope';
  }
}

/** `climb from 43rd to 20th`: places in an order, where a preposition stands right before them. */
function placeRole({ reading, works }: Context, amount: Amount): QuantityRole {
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
function rankRole({ reading, clause, works }: Context, amount: Amount): QuantityRole {
  const { sentence } = reading;
  if (works || otherLevel(reading, clause, amount)) return 'scope';
  let before = amount.from - 1;
  while (before > clause.from && isWord(sentence, before, Word.determiner)) before--;
  const scoped =
    before >= clause.from && isWord(sentence, before, Word.scope) && !isPart(sentence, before, Part.span);
  return scoped && entryAt(sentence, amount.to)?.nominal ? 'scope' : 'target';
}

/** `99th percentile latency is under 2 seconds`: another number with a comparison is the level. */
function otherLevel({ amounts }: Reading, { from, to }: FoundClause, rank: Amount): boolean {
  return amounts.some(
    (other) =>
      other.from > rank.to &&
      other.from >= from &&
      other.to <= to &&
      other.shape === 'plain' &&
      other.comparison !== '=',
  );
}

function byNeighbours(
  context: Context,
  amount: Amount,
  counted: Counted | undefined,
): QuantityRole | undefined {
  const { reading, clause } = context;
  if (partOfName(context, amount, counted)) return 'name';
  if (amount.signed || saysMore(context, amount)) return 'change';
  if (isCurrent(context, amount)) return 'baseline';
  const at = amount.from - 1;
  const before = at >= clause.from ? entryAt(reading.sentence, at) : undefined;
  if (!before || clause.structure.head?.from === at) return undefined;
  if (before.word & Word.by && agents(context, amount, counted)) return 'scope';
  if (before.word & Word.by && before.operator === undefined && !moreOfWork(context, amount, counted))
    return 'change';
  // "refit of the two oldest kilns"
  const joint = entryAt(reading.sentence, at - 1);
  if (before.word & Word.determiner && joint && joint.part & Part.genitive && context.governs === undefined)
    if (workOf(context, amount, counted, at - 1)) return 'count';
  if (before.word & (Word.from | Word.now) && isBaseline(context, amount, before, counted)) return 'baseline';
  return byPreposition(context, amount, before, counted);
}

/** `reviewed by two seniors`: who does the work, unlike `grown by 500 members`. */
function agents({ reading }: Context, amount: Amount, counted: Counted | undefined): boolean {
  if (amount.kind !== 'number' || !counted || counted.nouns & Noun.Outcome) return false;
  const { sentence } = reading;
  const done = entryAt(sentence, amount.from - 2);
  if (!done || !sentence.grammar.inflects || !(done.form & Form.Past)) return false;
  return done.verb !== undefined && WORKS.has(done.verb);
}

/**
 * `bố trí thêm 3 bàn`, `call another 20 customers`: so many more things that the work makes, or people that it turns to,
 * not a change of something measured.
 */
function moreOfWork(context: Context, amount: Amount, counted: Counted | undefined): boolean {
  const { reading, works, clause } = context;
  if (!works || amount.kind !== 'number') return false;
  const contacts = ((clause.structure.head?.entry.trait ?? 0) & Trait.contact) !== 0;
  if (isWon(counted?.entry) && !contacts) return false;
  return reading.sentence.tokens[amount.to]?.kind === 'word';
}

/** `to 45`, `of 500 members`, `across 5 offices`. */
function byPreposition(
  context: Context,
  amount: Amount,
  before: Entry,
  counted: Counted | undefined,
): QuantityRole | undefined {
  const { works, governs } = context;
  if (
    before.part & Part.genitive &&
    governs === undefined &&
    workOf(context, amount, counted, amount.from - 1)
  )
    return 'count';
  // "field trip to three farms": work with so many
  if (
    counted &&
    before.word & Word.scope &&
    governs === undefined &&
    ofWork(context, amount) &&
    amount.comparison === '='
  )
    return 'count';
  // "shipped to 100 % of users": how many get the work
  if (works && before.word & Word.to && isPeople(counted) && sharesOf(context.reading, amount))
    return 'count';
  if (before.word & Word.to && !(works && amount.kind === 'number'))
    return givenTo(context, before, amount, counted) ?? 'target';
  if (!(before.word & Word.scope)) return undefined;
  if (works && isPeople(counted)) return 'scope';
  return amount.comparison === '=' && !(before.word & Word.to) ? 'scope' : undefined;
}

function isPeople(counted: Counted | undefined): boolean {
  return counted !== undefined && (counted.nouns & (Noun.Person | Noun.Staff | Noun.Outcome)) !== 0;
}

/** `released to 10 customers`: no verb of change, and people behind the `to`. */
function givenTo(
  { clause, metric }: Context,
  before: Entry,
  amount: Amount,
  counted: Counted | undefined,
): QuantityRole | undefined {
  if (clause.structure.form !== 'passive' || before.word & Word.from) return undefined;
  if (!(before.word & Word.scope) || (metric?.named && metric.from < amount.from)) return undefined;
  return counted !== undefined && (counted.nouns & Noun.Person) !== 0 ? 'scope' : undefined;
}

/** `our 15 % reseller discount scheme`: a number that describes a thing. */
function partOfName({ reading }: Context, amount: Amount, counted: Counted | undefined): boolean {
  const before = entryAt(reading.sentence, amount.from - 1);
  if (!before || !(before.word & Word.determiner) || before.word & (Word.by | Word.universal)) return false;
  if (amount.kind === 'number') return describesOne(reading, amount, counted);
  if (amount.kind !== 'percent' && amount.kind !== 'currency') return false;
  return !sharesOf(reading, amount) && isWorkProduct(counted?.entry);
}

/** `our 360 review`, `the 911 service`: one thing behind a whole number. */
function describesOne(
  { sentence }: Reading,
  { shape, value = 0 }: Amount,
  counted: Counted | undefined,
): boolean {
  const noun = counted?.entry;
  if (!sentence.grammar.inflects || shape !== 'plain' || !noun || noun.plural || value < 2) return false;
  return isWorkProduct(noun) && !sentence.tokens[counted.to - 1]?.norm.endsWith('s');
}

/** `30 % more calls`, `20 % cao hơn`: a share with a degree is how much. */
function saysMore({ reading, clause }: Context, amount: Amount): boolean {
  if (amount.kind !== 'percent' && amount.kind !== 'multiple') return false;
  return amount.to < clause.to && isPart(reading.sentence, amount.to, Part.degree);
}

/** `(now 25 s)`, `99.1 % today`: a word for the present beside the number. */
function isCurrent({ reading, clause }: Context, amount: Amount): boolean {
  const { sentence } = reading;
  if (amount.to >= clause.to || amount.from <= clause.from + 1) return false;
  const next = entryAt(sentence, amount.to);
  return (
    next !== undefined &&
    (next.word & Word.now) !== 0 &&
    !(next.word & (Word.from | Word.scope)) &&
    next.verb === undefined
  );
}

function isBaseline(context: Context, amount: Amount, before: Entry, counted: Counted | undefined): boolean {
  if (before.verb !== undefined) return false;
  // "from 8 up" is a floor, not a start
  if (amount.comparison !== '=' && !leadsToTarget(context, amount)) return false;
  if (!(before.word & Word.scope) || amount.kind !== 'number') return true;
  return leadsToTarget(context, amount) || counted === undefined || counted.nouns === 0;
}

/** Whether `to`, `lên`, `→` and another number follow soon. */
function leadsToTarget({ reading, clause }: Context, amount: Amount): boolean {
  const stop = Math.min(clause.to, amount.to + 8);
  for (let i = amount.to; i < stop; i++) {
    const other = reading.amountAt[i];
    if (other?.shape === 'plain') return pointsAt(reading, other);
  }
  return false;
}

/** Whether an arrow or a word such as `to` stands right before the amount. */
function pointsAt({ sentence }: Reading, amount: Amount): boolean {
  const at = amount.from - 1;
  if (ARROWS.has(normAt(sentence, at))) return true;
  return isWord(sentence, at, Word.to) && !isWord(sentence, at, Word.determiner);
}

function byHead(context: Context, amount: Amount, counted: Counted | undefined): QuantityRole {
  const { governs, clause, works, metric } = context;
  const { predicate } = clause.structure;
  const product = isWorkProduct(counted?.entry) && amount.kind === 'number';
  if (governs === undefined && amount.kind === 'duration' && isWorkProduct(counted?.entry)) return 'window';
  if (predicate && amount.from < predicate.from) return product ? 'count' : 'target';
  if (governs !== undefined && CHANGES.has(governs)) return changeOrTarget(context, amount);
  if (works) return amount.comparison !== '=' && amount.kind !== 'number' ? 'target' : 'count';
  if (governs === undefined && (occurrences(context, amount) || ofWork(context, amount))) return 'count';
  // "Backlog < 50 tickets": a limit on a metric, whatever its unit
  const limit = amount.comparison !== '=' && metric?.named === true && metric.to <= amount.from;
  return product && !limit ? 'count' : 'target';
}

/** `recruitment of two nurses`, `list of 100 names`: the phrase is about work, the number only says how much of it. */
function ofWork({ reading, clause, metric }: Context, amount: Amount): boolean {
  const { sentence } = reading;
  if (amount.kind !== 'number' || amount.from === clause.structure.start || metric?.named) return false;
  // "applications per place 3.2": a mean
  for (let i = clause.structure.start; i < amount.from; i++)
    if (isWord(sentence, i, Word.per) && !isWord(sentence, i, Word.determiner)) return false;
  const main = mainNoun(reading, clause.structure.start);
  return isWorkProduct(main) && main?.metric === undefined && clause.structure.form !== 'sentence';
}

/**
 * The same for `organization of two trainings`, where only what is counted is work, and for `teardown of 5 neobanks`: a
 * noun that nobody counts or measures, of so many things that are not won.
 */
function workOf(context: Context, amount: Amount, counted: Counted | undefined, joint: number): boolean {
  if (ofWork(context, amount)) return true;
  const { reading, clause, metric } = context;
  const { sentence } = reading;
  if (!sentence.grammar.inflects || metric || amount.kind !== 'number' || amount.comparison !== '=')
    return false;
  if (isWorkProduct(counted?.entry)) return true;
  const owner = joint - 1;
  if (owner < clause.structure.start || entryAt(sentence, owner)?.nominal || !counted) return false;
  if (sentence.grammar.guessNoun(normAt(sentence, owner)) & Noun.Action) return !isWon(counted.entry);
  // a capital that opens the phrase says nothing
  const named = sentence.tokens[owner]?.capital === true && owner > clause.structure.start;
  return !named && (counted.nouns & (Noun.Outcome | Noun.Person | Noun.Staff)) === 0;
}

/** `parents' meeting twice`, `họp 2 lần`: how often, of no metric. */
function occurrences({ metric }: Context, amount: Amount): boolean {
  return metric === undefined && amount.kind === 'multiple' && amount.shape === 'plain';
}

/** After a verb of change: a share or a factor is how much, a level behind the metric is where to. */
function changeOrTarget({ clause, metric }: Context, amount: Amount): QuantityRole {
  if (amount.comparison !== '=' && amount.kind !== 'percent') return 'target';
  if (amount.kind === 'percent' || amount.kind === 'points' || amount.kind === 'multiple') return 'change';
  const verb: FoundHead | undefined = clause.structure.head ?? clause.structure.predicate;
  if (!verb || amount.from > verb.to) return 'target';
  return metric === undefined || metric.from >= amount.to ? 'change' : 'target';
}

/** `62 → 45 days`, `from 62 to 45`: the first is the baseline of the second, and other levels are scope. */
function pairUp(context: Context, roled: Roled[]): void {
  const { reading } = context;
  for (let i = 0; i + 1 < roled.length; i++) {
    const [first, second] = [roled[i] as Roled, roled[i + 1] as Roled];
    if (first.amount.shape !== 'plain' || second.amount.shape !== 'plain') continue;
    if (!pointsAt(reading, second.amount) || !comparable(first, second.amount)) continue;
    const direct = second.amount.from - first.amount.to === 1;
    if (first.role !== 'baseline' && !(direct && pairs(context, first, second))) continue;
    first.role = 'baseline';
    second.role = 'target';
    for (let k = 0; k < i; k++) if ((roled[k] as Roled).role === 'target') (roled[k] as Roled).role = 'scope';
  }
}

/** `cut stock older than 90 days to 2 tonnes`: the level that `to` points at is the target, one before it is not. */
function onePointedAt({ reading, governs }: Context, roled: Roled[]): void {
  if (governs === undefined || !CHANGES.has(governs)) return;
  const last = roled.findLastIndex(({ role, amount }) => role === 'target' && pointsAt(reading, amount));
  for (let k = 0; k < last; k++) {
    const each = roled[k] as Roled;
    if (each.role === 'target' && !pointsAt(reading, each.amount)) each.role = 'scope';
  }
}

/** The same kind of number; the first may leave out the unit (`62 → 45 days`), the second only after `from`. */
function comparable({ amount, role }: Roled, other: Amount): boolean {
  return (
    amount.kind === other.kind || amount.kind === 'number' || (other.kind === 'number' && role === 'baseline')
  );
}

function pairs({ reading, works }: Context, first: Roled, second: Roled): boolean {
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

/** Where nothing measures yet, the best remaining number does: `first booking in 14 days for 45 % of hosts`. */
function promote({ works, reading, clause }: Context, roled: readonly Roled[]): void {
  if (roled.some(({ role }) => role === 'target' || role === 'change' || role === 'count')) return;
  const left = roled.filter(
    ({ role, zone, amount }) => role === 'scope' && zone === Zone.main && amount.shape === 'plain',
  );
  const share = left.find(({ amount }) => amount.kind === 'percent');
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
