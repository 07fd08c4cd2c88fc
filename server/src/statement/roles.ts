/** What each number of a clause is for. */
import type { Amount } from './amounts';
import type { FoundClause } from './clauses';
import type { HeadClass, QuantityRole } from './facts';
import { Noun, Word } from './lexicon';
import type { FoundMetric } from './metrics';
import { type Counted, countedBy, isWon, isWorkProduct, type Reading } from './phrases';
import { entryAt, isWord, normAt } from './sentence';
import { Zone } from './zones';

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

/** Roles of the clause's numbers, in order. */
export function assignRoles(reading: Reading, clause: FoundClause, metric: FoundMetric | undefined): Roled[] {
  const context: Context = { reading, clause, metric, governs: governing(clause) };
  const roled: Roled[] = [];
  for (const amount of reading.amounts) {
    if (amount.from < clause.from || amount.from >= clause.to) continue;
    const zone = (reading.zones.of[amount.at] ?? Zone.main) as Zone;
    const counted = countedBy(reading, amount);
    roled.push({ amount, zone, counted, role: roleOf(context, amount, zone, counted) });
  }
  pairUp(context, roled);
  promote(context, roled);
  return roled;
}

/** The head's class, or that of a joined verb that changes something, or of the predicate. */
export function governing(clause: FoundClause): HeadClass | undefined {
  const { head, joined, predicate } = clause.structure;
  const changing = joined.find((other) => CHANGES.has(other.class));
  return changing?.class ?? head?.class ?? predicate?.class;
}

function byShape(amount: Amount, zone: Zone): QuantityRole | undefined {
  switch (amount.shape) {
    case 'date':
      return 'date';
    case 'name':
      return 'name';
    case 'ordinal':
      return 'ordinal';
    case 'adjective':
      return 'window';
    case 'rank':
      return 'target';
    case 'factor':
      return amount.value === undefined ? 'target' : 'change';
    case 'plain':
      if (zone === Zone.window) return 'window';
      if (zone === Zone.deadline) return 'date';
      return zone === Zone.means || zone === Zone.purpose ? 'scope' : undefined;
  }
}

function roleOf(context: Context, amount: Amount, zone: Zone, counted: Counted | undefined): QuantityRole {
  return byShape(amount, zone) ?? byNeighbours(context, amount, counted) ?? byHead(context, amount, counted);
}

function byNeighbours(
  context: Context,
  amount: Amount,
  counted: Counted | undefined,
): QuantityRole | undefined {
  const { sentence } = context.reading;
  const before = amount.from - 1;
  const works = context.governs !== undefined && WORKS.has(context.governs);
  if (partOfName(context, amount)) return 'name';
  if (amount.signed || (before >= context.clause.from && isBy(context, before))) return 'change';
  if (isBaseline(context, amount, before, counted)) return 'baseline';
  if (before < context.clause.from) return undefined;
  const people = counted !== undefined && (counted.nouns & (Noun.Person | Noun.Staff | Noun.Outcome)) !== 0;
  if (isWord(sentence, before, Word.to) && !(works && amount.kind === 'number')) return 'target';
  if (isWord(sentence, before, Word.scope) && context.clause.structure.head?.from !== before) {
    if (works && people) return 'scope';
    if (amount.comparison === '=' && !isWord(sentence, before, Word.to)) return 'scope';
  }
  return undefined;
}

function isBy(context: Context, before: number): boolean {
  const { sentence } = context.reading;
  return isWord(sentence, before, Word.by) && entryAt(sentence, before)?.operator === undefined;
}

/** `our 15 % reseller discount scheme`: a number that describes a thing. */
function partOfName(context: Context, amount: Amount): boolean {
  const { sentence } = context.reading;
  if (amount.kind !== 'percent' && amount.kind !== 'currency') return false;
  const before = entryAt(sentence, amount.from - 1);
  if (!before || !(before.word & Word.determiner) || before.word & Word.by) return false;
  const counted = countedBy(context.reading, amount);
  return normAt(sentence, amount.to) !== 'of' && isWorkProduct(counted?.entry);
}

function isBaseline(context: Context, amount: Amount, before: number, counted: Counted | undefined): boolean {
  const { sentence } = context.reading;
  const next = entryAt(sentence, amount.to);
  if (
    next &&
    next.word & Word.now &&
    next.verb === undefined &&
    !(next.word & (Word.from | Word.scope)) &&
    amount.to < context.clause.to
  )
    return true;
  if (next && ['today', 'currently', 'hiện', 'hien', 'now'].includes(next.lemma))
    return amount.from > context.clause.from + 1;
  if (before < context.clause.from || !isWord(sentence, before, Word.from | Word.now)) return false;
  if (entryAt(sentence, before)?.verb !== undefined) return false;
  const strong = !isWord(sentence, before, Word.scope) || amount.kind !== 'number';
  if (strong) return true;
  if (followedByTarget(context, amount)) return true;
  return counted === undefined || counted.nouns === 0;
}

/** Whether `to`, `lên`, `→` and another number follow. */
function followedByTarget(context: Context, amount: Amount): boolean {
  const { sentence, amountAt } = context.reading;
  for (let i = amount.to; i < Math.min(context.clause.to, amount.to + 8); i++) {
    if (amountAt[i] !== undefined && amountAt[i] !== amount && amountAt[i]?.shape === 'plain')
      return (
        isWord(sentence, (amountAt[i]?.from ?? i) - 1, Word.to) ||
        ARROWS.has(normAt(sentence, (amountAt[i]?.from ?? i) - 1))
      );
  }
  return false;
}

const ARROWS: ReadonlySet<string> = new Set(['→', '->', '=>', '–>', '⟶', '➜', '➔', '>']);

function byHead(context: Context, amount: Amount, counted: Counted | undefined): QuantityRole {
  const { governs, clause } = context;
  const product = isWorkProduct(counted?.entry) && amount.kind === 'number';
  const predicate = clause.structure.predicate;
  if (predicate && amount.from < predicate.from) return product ? 'count' : 'target';
  if (governs === undefined) {
    if (clause.structure.form === 'expression')
      return product && amount.from === clause.structure.start ? 'count' : 'target';
    return product ? 'count' : 'target';
  }
  if (CHANGES.has(governs)) return changeOrTarget(context, amount);
  if (WORKS.has(governs)) return amount.comparison !== '=' && amount.kind !== 'number' ? 'target' : 'count';
  return product ? 'count' : 'target';
}

/** After a verb of change: a share or a factor is how much, a level behind the metric is where to. */
function changeOrTarget(context: Context, amount: Amount): QuantityRole {
  if (amount.comparison !== '=' && amount.kind !== 'percent') return 'target';
  if (amount.kind === 'percent' || amount.kind === 'points' || amount.kind === 'multiple') return 'change';
  const head = context.clause.structure.head ?? context.clause.structure.predicate;
  return head && amount.from <= head.to + 1 ? 'change' : 'target';
}

/** `62 → 45 days`, `from 62 to 45`: the first is the baseline of the second. */
function pairUp(context: Context, roled: Roled[]): void {
  const { sentence } = context.reading;
  for (let i = 0; i + 1 < roled.length; i++) {
    const first = roled[i] as Roled;
    const second = roled[i + 1] as Roled;
    if (first.amount.shape !== 'plain' || second.amount.shape !== 'plain') continue;
    const between = second.amount.from - first.amount.to;
    const joint = second.amount.from - 1;
    const arrow = ARROWS.has(normAt(sentence, joint));
    const to = isWord(sentence, joint, Word.to) && !isWord(sentence, joint, Word.determiner);
    if (first.role === 'baseline' && (arrow || to)) second.role = 'target';
    else if (between === 1 && (arrow || (to && pairs(context, first)))) {
      first.role = 'baseline';
      second.role = 'target';
    }
  }
}

function pairs(context: Context, first: Roled): boolean {
  if (context.governs !== undefined && WORKS.has(context.governs)) return false;
  return first.counted === undefined || !isWon(first.counted.entry) || first.amount.kind !== 'number';
}

/** Where nothing measures yet, the best remaining number does: `first booking inside 14 days for 45 % of hosts`. */
function promote(context: Context, roled: readonly Roled[]): void {
  if (roled.some(({ role }) => role === 'target' || role === 'change' || role === 'count')) return;
  const works = context.governs !== undefined && WORKS.has(context.governs);
  const share = roled.find(
    ({ role, amount, zone }) =>
      role === 'scope' && zone === Zone.main && (!works || amount.kind === 'percent'),
  );
  if (share && (share.amount.kind !== 'number' || !works)) share.role = works ? 'count' : 'target';
}
