/** What several rules ask of a statement beyond its facts: its fields, its words for a message, its whole range. */

import { firstField } from '../document';
import type { FieldName, Item } from '../document/model';
import { parseValue } from '../progress';
import type { Quantity, StatementClass, StatementFacts } from '../statement/facts';
import { nounClassOf } from '../statement/index';
import { Notes } from '../text/notes';
import type { Span } from '../text/span';
import type { StatementContext } from './rule';
import { wording } from './wording';

/** From this factor on, two numbers are hardly on the same scale. */
const SCALE = 100;
/** Longest quotation in a message, in UTF-16 units. */
const LONGEST_QUOTE = 60;

/** The statement without the blanks around it, as a span that counts from the statement's start. */
export function wholeStatement({ item }: StatementContext): Span {
  const { text } = item.statement;
  const start = text.length - text.trimStart().length;
  return { start, end: Math.max(start, text.trimEnd().length) };
}

/** Marks that would turn the direction of the whole message. */
const TURNS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Words for a message: one line, cut at a word when long. */
export function quote(text: string): string {
  const line = text.replace(TURNS, '').trim().split(/\s+/u).join(' ');
  if (line.length <= LONGEST_QUOTE) return line;
  const cut = line.lastIndexOf(' ', LONGEST_QUOTE);
  // Without a space the cut must not part a surrogate pair: a lone half is not text.
  const end = cut > LONGEST_QUOTE / 2 ? cut : LONGEST_QUOTE;
  return `${line.slice(0, end).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

const quotes = new Notes<Item, string>();

/** The item's whole statement in words for a message; kept, because document rules ask anew at every key press. */
export function quoteItem(item: Item): string {
  let words = quotes.get(item);
  if (words === undefined) {
    words = quote(item.statement.text);
    quotes.set(item, words);
  }
  return words;
}

/** The words that stand at `span` of the statement, for a message. */
export function wordsAt({ item }: StatementContext, span: Span): string {
  return quote(item.statement.text.slice(span.start, span.end));
}

function hasDigit(text: string): boolean {
  return /\p{Nd}/u.test(text);
}

/** Whether a field of that name holds a number. */
export function hasNumber({ fields }: Item, name: FieldName): boolean {
  for (const field of fields) if (field.name === name && hasDigit(field.value)) return true;
  return false;
}

/** Whether a start value is known: in the sentence, or beside it. */
export function hasBaseline({ item, facts }: StatementContext): boolean {
  if (facts.baseline !== undefined) return true;
  for (const { role } of facts.quantities) if (role === 'baseline') return true;
  return hasNumber(item, 'baseline') || hasNumber(item, 'current');
}

/**
 * The class of a key result with what stands beside its sentence: a target in a table column or a field makes a metric
 * without a number an outcome, and work counted work.
 */
export function keyResultClass({ item, facts }: Pick<StatementContext, 'item' | 'facts'>): StatementClass {
  if (!hasNumber(item, 'target') || facts.class === 'outcome') return facts.class;
  if (facts.class === 'vague') return 'outcome';
  // "Orders complete on first delivery", from 88% to 97%: a state, and how many are in it.
  if (facts.class === 'milestone' && facts.metric && hasNumber(item, 'baseline')) return 'outcome';
  const wasSo = hasNumber(item, 'baseline') || hasNumber(item, 'current');
  if (facts.class === 'activity' && wasSo && isHeldByPeople(item, facts)) return 'outcome';
  if (DESCRIBING.has(facts.form) && isShareOrLess(item, facts)) return 'outcome';
  return facts.class === 'activity' || facts.class === 'milestone' ? 'counted-activity' : facts.class;
}

/** Forms that say what is, not what to do. */
const DESCRIBING: ReadonlySet<StatementFacts['form']> = new Set(['passive', 'sentence', 'noun-phrase']);

/** `Thẻ bạn đọc`, from 140 to 400: a thing that people outside have, with how many of them have it. */
function isHeldByPeople({ statement }: Item, { head, evidence, language }: StatementFacts): boolean {
  const thing = evidence.find(({ kind }) => kind === 'artefact');
  return (
    !head && thing !== undefined && nounClassOf(statement.text.slice(thing.span.end), language) === 'person'
  );
}

/** `Meals returned`, from 9% to 3%: a share, or something to have less of; nobody sets out to do less of some work. */
function isShareOrLess(item: Item, { language }: StatementFacts): boolean {
  const value = (name: FieldName) => {
    const field = firstField(item, name);
    return field && parseValue(field.value, language);
  };
  const [from, to] = [value('baseline') ?? value('current'), value('target')];
  if (!from || !to) return false;
  return to.kind === 'percent' || to.value < from.value;
}

/** Whether the author declared the item to be of this type (`#milestone`). */
export function isDeclared(item: Item, type: string): boolean {
  for (const { name, value } of item.fields)
    if (name === 'type' && value.replace(/^#/u, '').toLowerCase() === type) return true;
  return false;
}

/** All from `start` up to deadline, means or purpose, or to the end. */
function upToNextPart(context: StatementContext, start: number): Span {
  const whole = wholeStatement(context);
  const { deadline, means, purpose } = context.facts;
  const ends = [deadline, means, purpose].flatMap((span) => (span && span.start > start ? [span.start] : []));
  const end = Math.min(whole.end, ...ends);
  return { start, end: start + context.item.statement.text.slice(start, end).trimEnd().length };
}

/**
 * The verb with all it is about ("Roll out the tool in all three shops"); of a sentence too long to be quoted only the
 * verb with what it acts on, or the whole statement where no verb leads.
 */
export function actionPhrase(context: StatementContext): Span {
  const { head, object, quantities } = context.facts;
  if (!head) return wholeStatement(context);
  const { start } = head.span;
  const all = upToNextPart(context, start);
  const end = Math.max(head.span.end, object?.end ?? 0);
  // A verb alone tells nobody which work is meant, and what ends before a number is cut in two.
  const isPart = end > head.span.end && !quantities.some(({ span }) => span.start === end + 1);
  return all.end < end || (all.end - start > LONGEST_QUOTE && isPart) ? { start, end } : all;
}

/** Whether both numbers certainly count the same thing: `from 3 to 2 days`, `62 → 45`, not `90 days … 2 million`. */
export function sameUnit(from: Quantity, to: Quantity): boolean {
  // Only the second number may bring the unit for both; the other way round it may be about something else.
  if (from.unit === undefined && from.kind === 'number') return true;
  return from.kind === to.kind && from.unit === to.unit;
}

interface FromTo {
  readonly from: number;
  readonly to: number;
  readonly span: Span;
}

/** The answer for the sentence that was asked about last: several rules ask one after another. */
let last: { readonly facts: StatementFacts; readonly numbers: FromTo | undefined } | undefined;

/** Baseline and the target that follows it as numbers, where both are known and certainly comparable. */
export function fromTo(facts: StatementFacts): FromTo | undefined {
  if (facts.baseline === undefined) return undefined;
  if (last?.facts !== facts) last = { facts, numbers: numbersOf(facts) };
  return last.numbers;
}

function numbersOf(facts: StatementFacts): FromTo | undefined {
  const { baseline } = facts;
  if (baseline?.value === undefined || baseline.upper !== undefined) return undefined;
  const target = facts.quantities.find(
    ({ role, span }) => role === 'target' && span.start >= baseline.span.end,
  );
  if (target?.value === undefined || target.upper !== undefined || !sameUnit(baseline, target))
    return undefined;
  // "từ 560 xuống 440 nghìn đồng", "from 2 to 1.5k": the scale is said once for both, and was read for one.
  if (baseline.value !== 0 && Math.abs(target.value) >= SCALE * Math.abs(baseline.value)) return undefined;
  return {
    from: baseline.value,
    to: target.value,
    span: { start: baseline.span.start, end: target.span.end },
  };
}

/** Quantities that say how much: baseline, target, change or count, not names, dates and windows. */
export function measures(facts: StatementFacts): readonly Quantity[] {
  return facts.quantities.filter(isMeasure);
}

function isMeasure({ role }: Quantity): boolean {
  return role === 'baseline' || role === 'target' || role === 'change' || role === 'count';
}

/** Whether any of them says how much. */
export function isMeasured({ quantities }: StatementFacts): boolean {
  for (const quantity of quantities) if (isMeasure(quantity)) return true;
  return false;
}

/** Whether a vague word of the sentence is about an amount ("more", "nhiều"), not about a manner ("faster"). */
export function saysHowMuch({ item, facts }: StatementContext): boolean {
  const { amountWords } = wording(facts.language);
  return facts.vagueWords.some(({ start, end }) =>
    item.statement.text
      .slice(start, end)
      .normalize('NFC')
      .toLowerCase()
      .split(/\s+/u)
      .some((word) => amountWords.has(word)),
  );
}
