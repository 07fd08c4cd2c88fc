/** Verbs that say how their subject moves or stands, and the marks of such a relation. */
import { type Entry, Form, Part, Trait, Word } from './entry';
import type { HeadClass } from './facts';
import { entryAt, isPart, isWord, normAt, type Sentence } from './sentence';
import { type Reading, Zone } from './zones';

export interface FoundHead {
  readonly from: number;
  readonly to: number;
  readonly entry: Entry;
  readonly class: HeadClass;
  /** Known only by its shape or place. */
  readonly guessed: boolean;
}

/** Symbols that lead from one number to another. */
export const ARROWS: ReadonlySet<string> = new Set(['→', '->', '=>', '–>', '⟶', '➜', '➔', '>']);

/** Symbols that relate what stands before them to a number. */
export const RELATION: ReadonlySet<string> = new Set([
  '<',
  '>',
  '≤',
  '≥',
  '<=',
  '>=',
  '=',
  ':',
  '→',
  '->',
  '=>',
  '~',
  '≈',
]);

/** Whether a comparison, an arrow or a colon stands at `at`. */
export function isRelation({ sentence, amountAt }: Reading, at: number): boolean {
  if (RELATION.has(normAt(sentence, at))) return true;
  const amount = amountAt[at];
  return amount?.from === at && amount.comparison !== '=';
}

/** The shape of most plurals of an inflecting language's unknown nouns. */
export const PLURAL = /[^isu]s$/;

/** Most unknown words that end so behind a plural are participles. */
export const UNKNOWN_PAST = /^[a-z]{3,}ed$/;

const MOVES: ReadonlySet<HeadClass> = new Set(['increase', 'decrease', 'reach', 'keep', 'improve', 'become']);

/** Whether it is a verb that says how something moves or stands. */
export function moves({ verb, word }: Entry): boolean {
  return verb !== undefined && MOVES.has(verb) && !(word & Word.copula);
}

/** A verb that says how its subject moves or stands. */
export function predicateAt(reading: Reading, at: number): FoundHead | undefined {
  const { sentence, zoneOf } = reading;
  const match = sentence.matches[at];
  if (match?.from !== at || zoneOf[at] !== Zone.main) return undefined;
  const { entry } = match;
  if (entry.verb === undefined || !moves(entry)) return undefined;
  // "errors raised by the business": who does it, so the verb is a participle
  if (entry.form === Form.Past && zoneOf[match.to] === Zone.means) return undefined;
  // "16 drain covers lifted"
  const before = reading.amountAt[at - 1];
  const counted = before?.shape === 'plain' && before.kind === 'number' && before.comparison === '=';
  if (sentence.grammar.inflects && counted && opensNoun(sentence, match.to)) return undefined;
  // "two additional ramps"
  if (entry.form === Form.Third && isDescribed(reading, at)) return undefined;
  if (sentence.grammar.inflects && !canBeFinite(sentence, at, match.to, entry)) return undefined;
  return { from: at, to: match.to, entry, class: entry.verb, guessed: false };
}

/** `two additional ramps`, `lost bags`: right behind what describes it, a verb's third person is a plural. */
function isDescribed({ sentence, amountAt }: Reading, at: number): boolean {
  const directly = amountAt[at - 1];
  if (directly?.shape === 'plain' && directly.kind === 'number' && (directly.value ?? 0) > 1) return true;
  if (isPart(sentence, at - 1, Part.fresh)) return amountAt[at - 2] !== undefined;
  // "the four busiest stops": several of them would stop
  const number = amountAt[at - 2];
  if (number?.shape === 'plain' && (number.value ?? 0) > 1 && !isManyAt(sentence, at - 1)) return true;
  const before = entryAt(sentence, at - 1);
  return at === 1 && before !== undefined && before.form === Form.Past && !before.nominal;
}

function isManyAt(sentence: Sentence, at: number): boolean {
  const entry = entryAt(sentence, at);
  return entry ? entry.plural || entry.form === Form.Third : PLURAL.test(normAt(sentence, at));
}

function opensNoun(sentence: Sentence, at: number): boolean {
  const entry = entryAt(sentence, at);
  return entry ? entry.nominal : PLURAL.test(normAt(sentence, at));
}

/** Not a participle, not part of a compound, and a bare verb only behind a plural: `tickets fall`, not `sign-on`. */
function canBeFinite(sentence: Sentence, at: number, to: number, entry: Entry): boolean {
  if (entry.form === Form.Ing || sentence.tokens[at]?.hyphened || sentence.tokens[to]?.hyphened) return false;
  if (entry.form === Form.Past)
    return movesOn(sentence, to) && !(entry.word & Word.state && !sentence.tokens[to]);
  const noun = entry.nominal || (entry.trait & Trait.nounlike) !== 0;
  if (entry.form === Form.Third && noun) return !isPluralNoun(sentence, at, to, entry);
  if (entry.form !== Form.Base || at === 0) return true;
  const before = entryAt(sentence, at - 1);
  if (before && before.word & (Word.modal | Word.pronoun | Word.relative)) return true;
  return before?.nominal
    ? before.plural
    : normAt(sentence, at - 1).endsWith('s') || !(entry.trait & Trait.nounlike);
}

/** `the claims engine`, `signs swapped in the hall`, `shows with creators`: a noun, by what stands around it. */
export function isPluralNoun(sentence: Sentence, at: number, to: number, { verb }: Entry): boolean {
  if (isWord(sentence, at - 1, Word.determiner) && !isWord(sentence, at - 1, Word.pronoun | Word.relative))
    return true;
  const next = entryAt(sentence, to);
  // "lost bags traced"
  if (!next && UNKNOWN_PAST.test(normAt(sentence, to))) return true;
  if (!next || next.nominal) return false;
  if (next.form & Form.Past && !(next.form & Form.Base)) return true;
  // "churn drops in Q4" moves
  if (verb === 'increase' || verb === 'decrease' || next.operator !== undefined) return false;
  // "swims at three lidos", but "goes to 5", "comes from"
  return (
    (next.word & Word.scope) !== 0 && !(next.word & (Word.from | Word.by)) && !(next.part & Part.infinitive)
  );
}

/** A past tense is told from a participle by what follows: `rose to 5`, not `saved reports`. */
function movesOn(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  if (token === undefined || token.kind !== 'word') return true;
  return isWord(sentence, at, Word.to | Word.from | Word.by | Word.scope | Word.deadline);
}
