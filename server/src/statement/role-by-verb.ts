/** Roles by the verb that governs a number, or by the noun phrase that stands for one. */
import { Noun, Word } from './entry';
import type { QuantityRole } from './facts';
import { type Counted, isWon, isWorkProduct, mainNoun } from './phrases';
import type { FoundHead } from './predicates';
import { CHANGES, type RoleContext } from './role';
import { entryAt, isWord, normAt } from './sentence';
import type { Amount } from './units';

/** The role of a number whose neighbours say nothing. */
export function byHead(context: RoleContext, amount: Amount, counted: Counted | undefined): QuantityRole {
  const { governs, clause, works } = context;
  const { predicate } = clause.structure;
  const product = isWorkProduct(counted?.entry) && amount.kind === 'number';
  if (governs === undefined && amount.kind === 'duration' && isWorkProduct(counted?.entry)) return 'window';
  if (predicate && amount.from < predicate.from) return product ? 'count' : 'target';
  if (governs !== undefined && CHANGES.has(governs)) return changeOrTarget(context, amount);
  if (works) return amount.comparison !== '=' && amount.kind !== 'number' ? 'target' : 'count';
  const counts = governs === undefined && !amount.comparison.startsWith('<');
  if (counts && (occurrences(context, amount) || ofWork(context, amount))) return 'count';
  return product && !isLimit(context, amount) ? 'count' : 'target';
}

/** `Backlog < 50 tickets`: a limit on a metric, whatever its unit; and nobody sets out to make fewer than so many. */
function isLimit({ governs, metric }: RoleContext, { comparison, from }: Amount): boolean {
  if (comparison !== '=' && metric?.named === true && metric.to <= from) return true;
  return governs === undefined && comparison.startsWith('<');
}

/** `recruitment of two nurses`, `list of 100 names`: the phrase is about work, the number only says how much of it. */
export function ofWork({ reading, clause, metric }: RoleContext, amount: Amount): boolean {
  const { sentence } = reading;
  if (amount.kind !== 'number' || amount.from === clause.structure.start) return false;
  if (metric?.named && metric.from < amount.from) return false;
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
export function workOf(
  context: RoleContext,
  amount: Amount,
  counted: Counted | undefined,
  joint: number,
): boolean {
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
function occurrences({ metric, clause, reading }: RoleContext, amount: Amount): boolean {
  // "all residents go out at least four times a week"
  if (amount.comparison !== '=' && isWord(reading.sentence, clause.structure.start, Word.universal))
    return false;
  return metric === undefined && amount.kind === 'multiple' && amount.shape === 'plain';
}

/** After a verb of change: a share or a factor is how much, a level behind the metric is where to. */
function changeOrTarget({ clause, metric, governs }: RoleContext, amount: Amount): QuantityRole {
  if (amount.comparison !== '=' && amount.kind !== 'percent') return 'target';
  // "bị kéo xuống dưới 8%": nobody sets out to lower it by less than so much
  if (governs === 'decrease' && amount.comparison.startsWith('<')) return 'target';
  if (amount.kind === 'percent' || amount.kind === 'points' || amount.kind === 'multiple') return 'change';
  const verb: FoundHead | undefined = clause.structure.head ?? clause.structure.predicate;
  if (!verb || amount.from > verb.to) return 'target';
  return metric === undefined || metric.from >= amount.to ? 'change' : 'target';
}
