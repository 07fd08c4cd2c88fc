/** Turns token ranges into the facts that other stages read. */
import type { Span } from '../text/span';
import { Form, Noun, Trait, Word } from './entry';
import type { Clause, Direction, Head, Quantity, StatementFacts } from './facts';
import { actionOf, thingOf } from './nominal';
import { phraseEnd } from './phrases';
import type { FoundHead } from './predicates';
import { governing, type Roled } from './role';
import { after, entryAt, type Sentence, spanOf } from './sentence';
import type { Judged, Verdict } from './verdicts';
import { type Reading, Zone } from './zones';

type Draft = { -readonly [K in keyof StatementFacts]: StatementFacts[K] };

/** @param main index of the clause that speaks for the statement */
export function assemble(all: readonly Judged[], verdicts: readonly Verdict[], main: number): StatementFacts {
  const own = all[main] as Judged;
  const { reading, clause, metric } = own;
  const { sentence } = reading;
  const verdict = verdicts[main] as Verdict;
  const clauses = all.map(clauseOf);
  const quantities =
    clauses.length === 1 ? (clauses[0] as Clause).quantities : clauses.flatMap((each) => each.quantities);
  const facts: Draft = {
    language: sentence.grammar.language,
    class: verdict.class,
    confidence: verdict.confidence,
    evidence: verdict.because.map(({ kind, from, to }) => ({ kind, span: spanOf(sentence, from, to) })),
    form: clause.structure.form,
    quantities,
    windows: [],
    vagueWords: [],
    abstractNouns: [],
    clauses,
  };
  const head = (clauses[main] as Clause).head;
  if (head) facts.head = head;
  if (metric) facts.metric = metric.metric;
  const object = objectOf(own);
  if (object) facts.object = object;
  const action = actionOf(own);
  if (action) facts.action = action;
  const thing = verdict.class === 'activity' ? thingOf(own) : undefined;
  if (thing) facts.thing = thing;
  addQuantities(facts, own, (clauses[main] as Clause).quantities);
  addZones(facts, reading);
  addWords(facts, own, all);
  const hedge = all[0]?.clause.structure.hedge;
  if (hedge) facts.hedge = spanOf(sentence, hedge.from, hedge.to);
  return facts;
}

function addQuantities(facts: Draft, main: Judged, own: readonly Quantity[]): void {
  let count: Quantity | undefined;
  for (const quantity of own) {
    if (quantity.role === 'baseline') facts.baseline ??= quantity;
    else if (quantity.role === 'target') facts.target ??= quantity;
    else if (quantity.role === 'change') facts.change ??= quantity;
    else if (quantity.role === 'count') count ??= quantity;
  }
  if (count) facts.target ??= count;
  const direction = directionOf(main, facts.baseline, facts.target);
  if (direction) facts.direction = direction;
}

function addZones(facts: Draft, { zones, sentence }: Reading): void {
  if (zones.length === 0) return;
  const windows: Span[] = [];
  for (const { zone, from, to } of zones) {
    const span = spanOf(sentence, from, to);
    if (zone === Zone.window) windows.push(span);
    else if (zone === Zone.deadline) facts.deadline ??= span;
    else if (zone === Zone.means) facts.means ??= span;
    else facts.purpose ??= span;
  }
  facts.windows = windows;
}

/** `quality label`, `patient safety board`: behind a verb something abstract that only says which thing. */
function narrowsThing({ reading, clause }: Judged, at: number): boolean {
  const { sentence } = reading;
  const { head } = clause.structure;
  if (!sentence.grammar.headFinal || !head || at < head.to) return false;
  const last = phraseEnd(reading, at) - 1;
  if (last < after(sentence, at)) return false;
  const entry = entryAt(sentence, last);
  if (!entry) return false;
  const thing = Noun.Artefact | Noun.Event | Noun.Staff;
  if (entry.nominal) return (entry.noun & thing) !== 0 && !(entry.noun & Noun.Abstract) && !entry.metric;
  return (entry.trait & Trait.nounlike) !== 0 && entry.form === Form.Base;
}

/** Vague words, abstract nouns and who benefits, in one pass. A head is a verb, never an abstract noun. */
function addWords(facts: Draft, own: Judged, all: readonly Judged[]): void {
  const { sentence, amountAt, zoneOf } = own.reading;
  const vague: Span[] = [];
  const abstract: Span[] = [];
  for (let i = 0; i < sentence.tokens.length; i = Math.max(after(sentence, i), i + 1)) {
    const entry = entryAt(sentence, i);
    if (!entry || amountAt[i] !== undefined || all.some(({ clause }) => clause.structure.head?.from === i))
      continue;
    const end = after(sentence, i);
    // "áp dụng Agile": a capital inside the sentence makes a name of it
    const named = sentence.tokens[i]?.capital === true && sentence.tokens[i - 1]?.capital === false;
    if (entry.word & Word.vague && !named) vague.push(spanOf(sentence, i, end));
    if (entry.noun & Noun.Abstract && zoneOf[i] === Zone.main && !narrowsThing(own, i))
      abstract.push(spanOf(sentence, i, end));
    if (entry.noun & Noun.Person) facts.beneficiary ??= spanOf(sentence, i, end);
  }
  facts.vagueWords = vague;
  facts.abstractNouns = abstract;
}

function quantityOf(sentence: Sentence, { amount, role }: Roled): Quantity {
  const quantity: { -readonly [K in keyof Quantity]: Quantity[K] } = {
    span: spanOf(sentence, amount.from, amount.to),
    kind: amount.kind,
    role,
    comparison: amount.comparison,
  };
  if (amount.value !== undefined) quantity.value = amount.value;
  if (amount.upper !== undefined) quantity.upper = amount.upper;
  if (amount.unit !== undefined) quantity.unit = amount.unit;
  return quantity;
}

/** Dates without digits (`by June`) are no quantities; a quantity without value is a placeholder. */
function isQuantity({ amount }: Roled): boolean {
  return amount.shape !== 'date' || amount.value !== undefined;
}

function headOf(sentence: Sentence, head: FoundHead): Head {
  const span = spanOf(sentence, head.from, head.to);
  const known = head.guessed ? undefined : (head.entry.verbLemma ?? head.entry.lemma);
  return {
    span,
    lemma: known ?? sentence.text.slice(span.start, span.end).normalize('NFC').toLowerCase(),
    class: head.class,
  };
}

function clauseOf({ reading, clause, roles }: Judged): Clause {
  const { sentence } = reading;
  const { structure, joint } = clause;
  const found = structure.head ?? structure.predicate;
  const result: { -readonly [K in keyof Clause]: Clause[K] } = {
    span: spanOf(sentence, clause.from, clause.to),
    quantities: roles.filter(isQuantity).map((roled) => quantityOf(sentence, roled)),
  };
  if (found) result.head = headOf(sentence, found);
  if (joint) result.joint = spanOf(sentence, joint.from, joint.to);
  return result;
}

const SKIPPED = Word.determiner | Word.vague | Word.filler;
const OBJECT_END = Word.to | Word.from | Word.by | Word.vague;

/** What the head acts on: the tokens after it up to the first number, relation or zone, without small words. */
function objectOf({ reading, clause }: Judged): Span | undefined {
  const { sentence, amountAt, zoneOf } = reading;
  const { head, joined, predicate, start, subjectEnd } = clause.structure;
  if (!head) return predicate && subjectEnd > start ? spanOf(sentence, start, subjectEnd) : undefined;
  let from = joined[joined.length - 1]?.to ?? head.to;
  while (from < clause.to && isSkipped(reading, from))
    from = Math.max(amountAt[from]?.to ?? after(sentence, from), from + 1);
  let to = from;
  for (; to < clause.to; to++) {
    // "complete SOC 2 certification": a number in a name goes along
    const number = amountAt[to] !== undefined && amountAt[to]?.shape !== 'name';
    if (number || zoneOf[to] !== Zone.main || sentence.tokens[to]?.kind === 'symbol') break;
    const entry = to > from ? entryAt(sentence, to) : undefined;
    if (entry && entry.word & OBJECT_END && !entry.nominal) break;
  }
  return to > from ? spanOf(sentence, from, to) : undefined;
}

function isSkipped({ sentence, amountAt }: Reading, at: number): boolean {
  if (amountAt[at] !== undefined) return true;
  const entry = entryAt(sentence, at);
  return entry !== undefined && !entry.nominal && (entry.word & SKIPPED) !== 0;
}

function directionOf(
  { clause }: Judged,
  baseline: Quantity | undefined,
  target: Quantity | undefined,
): Direction | undefined {
  const governs = governing(clause);
  if (governs === 'increase' || governs === 'decrease' || governs === 'keep') return governs;
  if (baseline?.value !== undefined && target?.value !== undefined && baseline.value !== target.value)
    return target.value > baseline.value ? 'increase' : 'decrease';
  if (governs === 'improve') return undefined;
  if (target?.comparison === '<' || target?.comparison === '<=') return 'keep';
  return governs === 'reach' || target ? 'reach' : undefined;
}
