/** Noun phrases: where they end, what their main noun is, and what a count of it means. */
import { type Entry, Form, Noun, Part, Trait, Word } from './entry';
import { isPluralNoun, moves, PLURAL } from './predicates';
import { after, entryAt, isPart, isWord, normAt, type Sentence } from './sentence';
import type { Amount } from './units';
import { type Reading, Zone } from './zones';

const PRODUCT = Noun.Artefact | Noun.Event | Noun.Action;

const FUNCTION =
  Word.copula |
  Word.modal |
  Word.and |
  Word.relative |
  Word.scope |
  Word.from |
  Word.to |
  Word.means |
  Word.purpose |
  Word.deadline;

/** Whether a noun phrase cannot go on over token `at`. */
export function stopsPhrase(reading: Reading, at: number): boolean {
  const { sentence, amountAt, zoneOf } = reading;
  const token = sentence.tokens[at];
  if (!token) return true;
  if (token.hyphened || (token.kind !== 'symbol' && sentence.tokens[at + 1]?.hyphened)) return false;
  const amount = amountAt[at];
  if (amount !== undefined) return amount.shape !== 'name' && amount.shape !== 'adjective';
  if (zoneOf[at] !== Zone.main || token.kind === 'symbol') return true;
  const entry = entryAt(sentence, at);
  if (!entry) return false;
  if (entry.nominal) return entry.verb !== undefined && verbAfterNoun(reading, at, entry);
  if (entry.word & FUNCTION || entry.operator !== undefined) return true;
  // "reports out on the agreed day"
  if (entry.part & Part.punctual && after(sentence, at) - at > 2) return true;
  // "photographers on board", unlike "live customers"
  if (entry.word & Word.state && after(sentence, at) - at > 1 && sentence.grammar.inflects) return true;
  return entry.verb !== undefined && finiteLike(reading, at, entry);
}

/** A word that is noun and verb is the verb between a plural and an object: `companies run the`, `it reaches 5`. */
function verbAfterNoun({ sentence, amountAt }: Reading, at: number, entry: Entry): boolean {
  if (!sentence.grammar.inflects || at === 0) return false;
  const next = after(sentence, at);
  const object = amountAt[next]?.shape === 'plain' || isWord(sentence, next, Word.determiner | Word.to);
  if (!object || sentence.tokens[next]?.hyphened) return false;
  if (entry.form & Form.Base) return entryAt(sentence, at - 1)?.plural === true;
  // "safety visits to 1,200 residents": what does not move goes nowhere
  if (!moves(entry) && isWord(sentence, next, Word.to) && !isWord(sentence, next, Word.determiner))
    return false;
  return (entry.form & Form.Third) !== 0 && entryAt(sentence, at - 1)?.nominal === true;
}

/** A verb that cannot be part of a noun phrase here. */
function finiteLike(reading: Reading, at: number, entry: Entry): boolean {
  const { sentence } = reading;
  if (!sentence.grammar.inflects && !entry.loan) return true;
  // "35 gauges": right behind a number it is a plural
  if (entry.form & Form.Third && reading.amountAt[at - 1]?.shape === 'plain') return false;
  if (entry.form === Form.Third && isPart(sentence, at - 1, Part.fresh)) return false;
  // "the claims engine": behind an article it is a noun
  if (entry.form === Form.Third && isWord(sentence, at - 1, Word.determiner)) return false;
  // "dawn swims at three lidos"
  if (entry.form === Form.Third && entry.trait & Trait.nounlike && !moves(entry))
    return !isPluralNoun(sentence, at, after(sentence, at), entry);
  if (entry.form === Form.Ing && narrowsNoun(reading, at)) return false;
  if (entry.form & (Form.Third | Form.Ing)) return true;
  if (!(entry.form & Form.Past))
    return peopleBefore(sentence, at) && opensObject(reading, after(sentence, at));
  // a participle before a noun is an adjective ("merged requests"), after it a clause ("visits done")
  return entryAt(sentence, after(sentence, at))?.nominal !== true;
}

/** `12 shopping trips`, `live shopping shows`: right behind a number or an adjective a gerund belongs to the noun it precedes. */
function narrowsNoun({ sentence, amountAt }: Reading, at: number): boolean {
  const next = after(sentence, at);
  const unknown = sentence.matches[next] === undefined && PLURAL.test(sentence.tokens[next]?.norm ?? '');
  if (!unknown && !entryAt(sentence, next)?.nominal) return false;
  return amountAt[at - 1]?.shape === 'plain' || isWord(sentence, at - 1, Word.state | Word.vague);
}

/** People who can do something stand right before: `staff find the part`. */
function peopleBefore(sentence: Sentence, at: number): boolean {
  const before = entryAt(sentence, at - 1);
  if (!before) return false;
  return (before.noun & Noun.Staff) !== 0 || ((before.noun & Noun.Person) !== 0 && before.plural);
}

/** An article or a number follows, as after a verb. */
function opensObject({ sentence, amountAt }: Reading, at: number): boolean {
  return amountAt[at]?.shape === 'plain' || isWord(sentence, at, Word.determiner);
}

/** End of the noun phrase that starts at `at`. */
export function phraseEnd(reading: Reading, at: number): number {
  const { tokens } = reading.sentence;
  let i = at;
  while (i < tokens.length && !stopsPhrase(reading, i)) i = Math.max(after(reading.sentence, i), i + 1);
  return i;
}

/** Whether a metric noun stands in tokens `[from, to)`. */
export function holdsMetric({ sentence }: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i = Math.max(after(sentence, i), i + 1)) {
    const entry = entryAt(sentence, i);
    if (entry && (entry.headOf !== undefined || entry.metric !== undefined)) return true;
  }
  return false;
}

/** Whether a number that measures or counts stands in tokens `[from, to)`. */
export function holdsNumber({ amountAt }: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (amountAt[i]?.shape === 'plain') return true;
  return false;
}

/** Start of the noun phrase that ends before `at`, no further left than `floor`. */
export function phraseStart(reading: Reading, at: number, floor: number): number {
  let i = at;
  while (i > floor && !stopsPhrase(reading, i - 1)) {
    const match = reading.sentence.matches[i - 1];
    if (match && match.entry.word & (Word.determiner | Word.vague) && !match.entry.nominal) break;
    i = Math.max(match?.from ?? i - 1, floor);
  }
  return i;
}

export interface Counted {
  readonly from: number;
  readonly to: number;
  /** The main noun's entry; undefined for a noun that the lexicon lacks. */
  readonly entry: Entry | undefined;
  /** What any noun of the phrase may be. */
  readonly nouns: number;
}

/** Skips `of`, articles and vague words between an amount and its noun: `80 % of our new customers`. */
function nounStart({ sentence, amountAt }: Reading, at: number): number {
  let i = at;
  while (amountAt[i] === undefined) {
    const entry = entryAt(sentence, i);
    const skips = entry && (entry.part & Part.ofword || (entry.word & Word.determiner && !entry.nominal));
    if (!skips) break;
    i = after(sentence, i);
  }
  return i;
}

/** Main noun of the phrase that starts at `at`, past articles, numbers and vague words. */
export function mainNoun(reading: Reading, at: number): Entry | undefined {
  const { sentence, amountAt } = reading;
  let from = at;
  for (;;) {
    const entry = entryAt(sentence, from);
    if (amountAt[from] !== undefined) from++;
    else if (entry && !entry.nominal && entry.word & (Word.determiner | Word.vague | Word.filler))
      from = after(sentence, from);
    else break;
  }
  return nounsOf(reading, from, phraseEnd(reading, from)).entry;
}

/** The noun phrase that an amount counts or shares. */
export function countedBy(reading: Reading, amount: Amount): Counted | undefined {
  const from = nounStart(reading, amount.to);
  let to = phraseEnd(reading, from);
  if (to === from) return undefined;
  let counted = nounsOf(reading, from, to);
  // "100 % of iOS and Android stories": the main noun stands behind the `and`
  while (!counted.entry && isWord(reading.sentence, to, Word.and) && reading.zoneOf[to] === Zone.main) {
    const next = phraseEnd(reading, after(reading.sentence, to));
    if (next <= to + 1) break;
    to = next;
    counted = nounsOf(reading, from, to);
  }
  return counted;
}

/**
 * `awareness leaflets`, `knowledge base`: behind something abstract an unknown word is the thing that the phrase is
 * about, unless it has an adverb's shape.
 */
export function ownedByUnknown({ sentence }: Reading, entry: Entry, to: number): boolean {
  const last = sentence.tokens[to - 1];
  if (!sentence.grammar.headFinal || last?.kind !== 'word' || sentence.matches[to - 1]) return false;
  if (last.capital || last.digits || last.norm.endsWith('ly')) return false;
  return entry.headOf === undefined && (entry.noun & Noun.Abstract) !== 0 && !(entry.noun & PRODUCT);
}

function nounsOf(reading: Reading, from: number, to: number): Counted {
  const { sentence } = reading;
  let first: Entry | undefined;
  let last: Entry | undefined;
  let nouns = 0;
  for (let i = from; i < to; i = Math.max(after(sentence, i), i + 1)) {
    const entry = entryAt(sentence, i);
    if (!entry) nouns |= sentence.grammar.guessNoun(normAt(sentence, i));
    if (!entry?.nominal) continue;
    nouns |= entry.noun;
    first ??= entry;
    // "10 customer interviews" in a Vietnamese sentence is still an English phrase
    if (sentence.grammar.headFinal || (entry.loan && first.loan)) last = entry;
  }
  const main = last ?? first;
  return { from, to, nouns, entry: main && ownedByUnknown(reading, main, to) ? undefined : main };
}

/** Whether `of` or its like stands between the amount and what it counts. */
export function sharesOf({ sentence }: Reading, amount: Amount): boolean {
  return isPart(sentence, amount.to, Part.ofword);
}

/** Whether a count of this noun is a count of work products or events. */
export function isWorkProduct(entry: Entry | undefined): boolean {
  return entry !== undefined && (entry.noun & PRODUCT) !== 0 && !(entry.noun & Noun.Outcome);
}

/** Whether a count of this noun is a result: won, or a thing that is measured. */
export function isWon(entry: Entry | undefined): boolean {
  return entry !== undefined && (entry.noun & (Noun.Outcome | Noun.Award)) !== 0;
}
