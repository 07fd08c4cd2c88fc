/** Noun phrases: where they end, what their main noun is, and what a count of it means. */
import type { Amount } from './amounts';
import { type Entry, Form, Noun, Word } from './lexicon';
import { after, entryAt, normAt, type Sentence } from './sentence';
import { Zone, type Zones } from './zones';

/** What every later step shares about one statement. */
export interface Reading {
  readonly sentence: Sentence;
  readonly amounts: readonly Amount[];
  readonly amountAt: readonly (Amount | undefined)[];
  readonly zones: Zones;
}

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
  const { sentence, amountAt, zones } = reading;
  const token = sentence.tokens[at];
  if (!token) return true;
  if (token.hyphened || (token.kind !== 'symbol' && sentence.tokens[at + 1]?.hyphened)) return false;
  if (zones.of[at] !== Zone.main) return true;
  if (amountAt[at] !== undefined)
    return amountAt[at]?.shape !== 'name' && amountAt[at]?.shape !== 'adjective';
  if (token.kind === 'symbol') return true;
  const entry = entryAt(sentence, at);
  if (!entry) return false;
  if (entry.noun !== 0 || entry.metric || entry.headOf) return false;
  if (entry.word & FUNCTION || entry.operator !== undefined) return true;
  return entry.verb !== undefined && finiteLike(sentence, at, entry);
}

/** A verb that cannot be part of a noun phrase here. */
function finiteLike(sentence: Sentence, at: number, entry: Entry): boolean {
  if (!sentence.grammar.inflects) return true;
  if (entry.form & (Form.Third | Form.Ing)) return true;
  if (!(entry.form & Form.Past)) return false;
  // a participle before a noun is an adjective ("merged requests"), after it a clause ("visits done")
  const next = entryAt(sentence, after(sentence, at));
  return !(next && (next.noun !== 0 || next.metric || next.headOf));
}

/** End of the noun phrase that starts at `at`. */
export function phraseEnd(reading: Reading, at: number): number {
  let i = at;
  while (i < reading.sentence.tokens.length && !stopsPhrase(reading, i)) {
    const end = after(reading.sentence, i);
    i = Math.max(end, i + 1);
  }
  return i;
}

/** Start of the noun phrase that ends before `at`, no further left than `floor`. */
export function phraseStart(reading: Reading, at: number, floor: number): number {
  let i = at;
  while (i > floor && !stopsPhrase(reading, i - 1)) {
    const from = reading.sentence.matches[i - 1]?.from ?? i - 1;
    const entry = entryAt(reading.sentence, i - 1);
    if (entry && entry.word & (Word.determiner | Word.vague)) break;
    i = Math.max(from, floor);
  }
  return i;
}

export interface Counted {
  readonly from: number;
  readonly to: number;
  /** The main noun's entry; undefined for a noun that the lexicon lacks. */
  readonly entry: Entry | undefined;
  readonly nouns: number;
}

/** Skips `of`, articles and vague words between an amount and its noun: `80 % of our new customers`. */
export function nounStart(reading: Reading, at: number): number {
  const { sentence, amountAt } = reading;
  let i = at;
  while (i < sentence.tokens.length && amountAt[i] === undefined) {
    const norm = normAt(sentence, i);
    const entry = entryAt(sentence, i);
    if (norm === 'of' || norm === 'the' || norm === 'số' || norm === 'các') i++;
    else if (entry && entry.word & Word.determiner && entry.noun === 0 && entry.metric === undefined)
      i = after(sentence, i);
    else break;
  }
  return i;
}

/** The noun phrase that an amount counts or shares. */
export function countedBy(reading: Reading, amount: Amount): Counted | undefined {
  const from = nounStart(reading, amount.to);
  const to = phraseEnd(reading, from);
  if (to <= from) return undefined;
  return phrase(reading, from, to);
}

/** Main noun of the tokens `[from, to)`. */
export function phrase(reading: Reading, from: number, to: number): Counted {
  const { sentence } = reading;
  let first: Entry | undefined;
  let last: Entry | undefined;
  let nouns = 0;
  for (let i = from; i < to; i = Math.max(after(sentence, i), i + 1)) {
    const entry = entryAt(sentence, i);
    if (!entry || (entry.noun === 0 && !entry.metric && !entry.headOf)) continue;
    nouns |= entry.noun;
    if (first === undefined) first = entry;
    // "10 customer interviews" in a Vietnamese sentence is still an English phrase
    if (sentence.grammar.headFinal || entry.loan) last = entry;
  }
  const entry = sentence.grammar.headFinal ? lastWord(sentence, from, to, last) : first?.loan ? last : first;
  return { from, to, entry, nouns };
}

/** In a head-final phrase a known noun heads it only if it is the last word or nothing better follows. */
function lastWord(sentence: Sentence, from: number, to: number, last: Entry | undefined): Entry | undefined {
  const final = entryAt(sentence, to - 1);
  if (final && (final.noun !== 0 || final.metric || final.headOf)) return final;
  return to - from > 0 ? last : undefined;
}

/** Whether a count of this noun is a count of work products or events. */
export function isWorkProduct(entry: Entry | undefined): boolean {
  return (
    entry !== undefined && (entry.noun & (Noun.Artefact | Noun.Event)) !== 0 && !(entry.noun & Noun.Outcome)
  );
}

/** Whether a count of this noun is a result: won, or a thing that is measured. */
export function isWon(entry: Entry | undefined): boolean {
  return entry !== undefined && (entry.noun & (Noun.Outcome | Noun.Award)) !== 0;
}
