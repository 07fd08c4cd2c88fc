/** The verb that leads a clause: known, guessed by its shape or place, or a noun that only looks like one. */
import { Entry, Form, Part, Trait, Word } from './entry';
import type { HeadClass } from './facts';
import { phraseEnd } from './phrases';
import { after, entryAt, isPart, isWord, normAt, type Sentence } from './sentence';
import { type Reading, Zone } from './zones';

export interface FoundHead {
  readonly from: number;
  readonly to: number;
  readonly entry: Entry;
  readonly class: HeadClass;
  /** Known only by its shape or place. */
  readonly guessed: boolean;
}

/** Symbols that relate what stands before them to a number. */
const RELATION: ReadonlySet<string> = new Set([
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

/** A head of the class that the lexicon says, or of the one its object makes it. */
export function foundAt(reading: Reading, at: number, entry: Entry): FoundHead {
  const to = after(reading.sentence, at);
  return { from: at, to, entry, class: classOf(reading, entry, to), guessed: false };
}

/** `turn X into Y`, `establish X as the Y`, `make X a Y`: a state to arrive at, whatever the verb alone says. */
function classOf({ sentence, zoneOf, amountAt }: Reading, entry: Entry, to: number): HeadClass {
  const own = entry.verb ?? 'activity';
  if (!(entry.trait & Trait.into)) return own;
  let plain = own === 'delexical';
  for (let i = to; i < zoneOf.length && zoneOf[i] === Zone.main && amountAt[i] === undefined; i++) {
    const next = entryAt(sentence, i);
    if (!next) continue;
    if (next.part & Part.into && i + 1 < zoneOf.length) return 'become';
    if (next.part & Part.role && isWord(sentence, i + 1, Word.determiner)) return 'become';
    if (next.part & Part.remover) return 'decrease';
    if (plain && i > to + 1 && next.word & Word.determiner && !(next.word & Word.scope)) return 'become';
    if (next.word & (Word.scope | Word.and | Word.to | Word.means)) plain = false;
  }
  return own;
}

/** The verb that opens the clause at `at`; undefined for noun phrases and sentences. */
export function headAt(reading: Reading, at: number, to: number): FoundHead | undefined {
  const { sentence, amountAt } = reading;
  const token = sentence.tokens[at];
  if (token?.kind !== 'word' || at >= to) return undefined;
  const entry = entryAt(sentence, at);
  const amount = amountAt[at];
  if (amount && !(amount.from === at && entry?.verb !== undefined)) return undefined;
  if (entry?.verb !== undefined)
    return nounHere(reading, at, to, entry) ? undefined : foundAt(reading, at, entry);
  const compound = sentence.tokens[after(sentence, at)]?.hyphened === true;
  if (entry && !compound && (entry.nominal || entry.word !== 0 || entry.part !== 0)) return undefined;
  return guessAt(reading, at, to);
}

const UNKNOWN_VERB = new Entry('', false);
UNKNOWN_VERB.verb = 'activity';
UNKNOWN_VERB.form = Form.Base;

/** An unknown word that has a verb's shape or stands where a verb would. */
function guessAt(reading: Reading, at: number, to: number): FoundHead | undefined {
  const { sentence } = reading;
  let end = hyphenEnd(sentence, after(sentence, at));
  const last = sentence.tokens[end - 1];
  if (!last || end > to) return undefined;
  let entry = sentence.grammar.guessVerb(last.norm);
  if (!entry) {
    if (particleVerb(reading, end, to)) end++;
    else if (!verbPlace(reading, end, to)) return undefined;
    entry = UNKNOWN_VERB;
  }
  return { from: at, to: end, entry, class: entry.verb ?? 'activity', guessed: true };
}

/** `flesh out the plan`: an unknown word, a particle, then an object. */
function particleVerb(reading: Reading, end: number, to: number): boolean {
  return (
    reading.sentence.grammar.inflects &&
    isPart(reading.sentence, end, Part.particle) &&
    verbPlace(reading, end + 1, to)
  );
}

/** Whether an article, a pronoun or a plain count follows. */
function verbPlace({ sentence, amountAt }: Reading, end: number, to: number): boolean {
  if (end >= to) return false;
  const amount = amountAt[end];
  if (amount)
    return (
      amount.shape === 'plain' &&
      amount.comparison === '=' &&
      amount.kind === 'number' &&
      sentence.tokens[amount.to]?.kind === 'word'
    );
  const entry = entryAt(sentence, end);
  return (
    entry !== undefined &&
    (entry.word & Word.determiner) !== 0 &&
    !(entry.word & Word.copula) &&
    !entry.nominal
  );
}

function hyphenEnd(sentence: Sentence, at: number): number {
  let i = at;
  while (sentence.tokens[i]?.hyphened) i = Math.max(after(sentence, i), i + 1);
  return i;
}

/** Whether a word that could be a verb is a noun here: `Test coverage ≥ 70 %`, `Reports delivered`. */
export function nounHere(reading: Reading, at: number, to: number, entry: Entry): boolean {
  const { sentence, amountAt } = reading;
  const { inflects } = sentence.grammar;
  const next = after(sentence, at);
  if (next >= to) return entry.noun !== 0 && !(entry.form & Form.Base);
  if (inflects && entry.form === Form.Third) return true;
  if (
    RELATION.has(normAt(sentence, next)) ||
    (inflects && isWord(sentence, next, Word.per) && !isWord(sentence, next, Word.determiner))
  )
    return true;
  if (sentence.tokens[next]?.hyphened) {
    const end = hyphenEnd(sentence, next);
    return !isWord(sentence, end, Word.determiner) && amountAt[end]?.shape !== 'plain';
  }
  // "follow-up poll": a phrasal verb with a hyphen is a noun, unless an object follows
  if (sentence.tokens[next - 1]?.hyphened && entry.verbLemma?.includes(' '))
    return !verbPlace(reading, next, to);
  const nounlike = (entry.trait & Trait.nounlike) !== 0;
  if (inflects && nounlike && (isPart(sentence, next, Part.genitive) || isWord(sentence, next, Word.copula)))
    return true;
  if (!nounlike && !(inflects && entry.form & (Form.Past | Form.Ing))) return false;
  return opensPhrase(reading, next, to, entry);
}

/** Something is said about a noun phrase that starts here: a number, a comparison, a movement. */
function opensPhrase(reading: Reading, next: number, to: number, entry: Entry): boolean {
  const { sentence, amountAt } = reading;
  const end = Math.min(phraseEnd(reading, next), to);
  if (end === next) return predicateAt(reading, next) !== undefined && entry.form !== Form.Ing;
  if (end >= to) return false;
  const nounlike = (entry.trait & Trait.nounlike) !== 0;
  if (isPart(sentence, end, Part.genitive) && amountAt[end + 1]?.shape === 'plain') return nounlike;
  const predicate = predicateAt(reading, end);
  // "Email list grows": what follows the phrase can only be its verb
  if (predicate && inflected(sentence, predicate.entry)) return true;
  if (!holdsMetric(reading, next, end)) return false;
  const amount = amountAt[end];
  if (amount)
    return (nounlike || entry.form === Form.Ing) && (amount.comparison !== '=' || amount.kind !== 'number');
  if (RELATION.has(normAt(sentence, end)) || isPart(sentence, end, Part.genitive)) return true;
  return predicate !== undefined;
}

function inflected({ grammar }: Sentence, entry: Entry): boolean {
  return grammar.inflects && (entry.form & Form.Base) === 0;
}

/** Whether a metric noun stands in tokens `[from, to)`. */
export function holdsMetric({ sentence }: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i = Math.max(after(sentence, i), i + 1)) {
    const entry = entryAt(sentence, i);
    if (entry && (entry.headOf !== undefined || entry.metric !== undefined)) return true;
  }
  return false;
}

const MOVES: ReadonlySet<HeadClass> = new Set(['increase', 'decrease', 'reach', 'keep', 'improve', 'become']);

/** A verb that says how its subject moves or stands. */
export function predicateAt(reading: Reading, at: number): FoundHead | undefined {
  const { sentence, zoneOf } = reading;
  const match = sentence.matches[at];
  if (match?.from !== at || zoneOf[at] !== Zone.main) return undefined;
  const { entry } = match;
  if (entry.verb === undefined || !MOVES.has(entry.verb) || entry.word & Word.copula) return undefined;
  if (sentence.grammar.inflects && !canBeFinite(sentence, at, match.to, entry)) return undefined;
  return { from: at, to: match.to, entry, class: entry.verb, guessed: false };
}

/** Not a participle, not part of a compound, and a bare verb only behind a plural: `tickets fall`, not `sign-on`. */
function canBeFinite(sentence: Sentence, at: number, to: number, entry: Entry): boolean {
  if (entry.form === Form.Ing || sentence.tokens[at]?.hyphened || sentence.tokens[to]?.hyphened) return false;
  if (entry.form === Form.Past) return movesOn(sentence, to);
  if (entry.form !== Form.Base || at === 0) return true;
  const before = entryAt(sentence, at - 1);
  if (before && before.word & (Word.modal | Word.pronoun | Word.relative)) return true;
  return before?.nominal
    ? before.plural
    : normAt(sentence, at - 1).endsWith('s') || !(entry.trait & Trait.nounlike);
}

/** A past tense is told from a participle by what follows: `rose to 5`, not `saved reports`. */
function movesOn(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  if (token === undefined || token.kind !== 'word') return true;
  return isWord(sentence, at, Word.to | Word.from | Word.by | Word.scope | Word.deadline);
}
