/** The verb that leads a clause: known, guessed by its shape or place, or a noun that only looks like one. */
import { Entry, Form, Noun, Part, Trait, Word } from './entry';
import type { HeadClass } from './facts';
import { hyphenEnd, labelsNumber, nounHere, verbPlace } from './noun-or-verb';
import type { FoundHead } from './predicates';
import { PLURAL } from './predicates';
import { after, entryAt, isPart, isWord, normAt, type Sentence } from './sentence';
import { type Reading, Zone } from './zones';

/** A head of the class that the lexicon says, or of the one its object makes it. */
export function foundAt(reading: Reading, at: number, entry: Entry): FoundHead {
  const to = after(reading.sentence, at);
  return { from: at, to, entry, class: classOf(reading, entry, to), guessed: false };
}

/** `turn X into Y`, `establish X as the Y`, `make X a Y`: a state to arrive at, whatever the verb alone says. */
function classOf({ sentence, zoneOf, amountAt }: Reading, entry: Entry, to: number): HeadClass {
  const own = entry.verb ?? 'activity';
  // "sharpening of the 14 saws": named so, what is done is work
  if (own === 'improve' && entry.form === Form.Ing && isPart(sentence, to, Part.genitive)) return 'activity';
  if (!(entry.trait & Trait.into)) return own;
  let plain = own === 'delexical';
  for (let i = to; i < zoneOf.length && zoneOf[i] === Zone.main && amountAt[i] === undefined; i++) {
    const next = entryAt(sentence, i);
    if (!next) continue;
    if (leadsToState(sentence, i, next, own)) return 'become';
    if (next.part & Part.remover) return 'decrease';
    if (plain && i > to + 1 && next.word & Word.determiner && !(next.word & Word.scope)) return 'become';
    if (next.word & (Word.scope | Word.and | Word.to | Word.means)) plain = false;
  }
  return own;
}

/** `into`, `as the`, `from … to …` without numbers. */
function leadsToState(sentence: Sentence, at: number, { part }: Entry, own: HeadClass): boolean {
  if (part & Part.into && at + 1 < sentence.tokens.length) return true;
  if (own === 'improve' && isWay(sentence, at)) return true;
  // "make voting as easy as buying a coffee"
  if (own === 'delexical' && part & Part.role && isPart(sentence, at + 2, Part.role)) return true;
  return (part & Part.role) !== 0 && isWord(sentence, at + 1, Word.determiner);
}

/** `from firefighting to prevention`: a `from`, and a `to` within a few words. */
function isWay(sentence: Sentence, at: number): boolean {
  if (!isWord(sentence, at, Word.from)) return false;
  for (let i = at + 2; i < at + 5; i++) if (isPart(sentence, i, Part.infinitive)) return true;
  return false;
}

/** The verb that opens the clause at `at`; undefined for noun phrases and sentences. */
export function headAt(reading: Reading, at: number, to: number): FoundHead | undefined {
  const { sentence, amountAt } = reading;
  const token = sentence.tokens[at];
  if (token?.kind !== 'word' || at >= to) return undefined;
  const entry = entryAt(sentence, at);
  const amount = amountAt[at];
  if (amount && !(amount.from === at && entry?.verb !== undefined && amount.shape !== 'rank'))
    return undefined;
  if (entry?.verb !== undefined)
    return nounHere(reading, at, to, entry) ? undefined : foundAt(reading, at, entry);
  const compound = sentence.tokens[after(sentence, at)]?.hyphened === true;
  // "line up 4 speakers", but "engine on the road"
  const particle = after(sentence, at);
  const phrasal = entry && couldBeVerb(entry) && !isWord(sentence, particle, Word.scope);
  if (phrasal && particleVerb(reading, particle, to)) return withParticle(sentence, at);
  if (entry && !compound && (entry.nominal || entry.word !== 0 || entry.part !== 0 || entry.operator))
    return undefined;
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
  // "Out-of-stocks in the north": a plural is no verb in its base form
  if (sentence.grammar.inflects && (PLURAL.test(last.norm) || isExplained(sentence, end))) return undefined;
  let entry = sentence.grammar.guessVerb(last.norm, normAt(sentence, end), entryAt(sentence, end));
  if (!entry) {
    if (particleVerb(reading, end, to) || twoSyllables(reading, end, to)) end++;
    else if (!verbPlace(reading, end, to)) return undefined;
    entry = UNKNOWN_VERB;
  }
  return { from: at, to: end, entry, class: entry.verb ?? 'activity', guessed: true };
}

/** `Soup that tastes of home`, unlike `varnish that boat`: behind the relative stands its verb. */
function isExplained(sentence: Sentence, at: number): boolean {
  if (!isWord(sentence, at, Word.relative)) return false;
  const verb = entryAt(sentence, at + 1);
  return verb ? (verb.form & Form.Third) !== 0 : normAt(sentence, at + 1).endsWith('s');
}

/** `line up 4 speakers`, unlike `margin up 3 points`: a thing that nobody measures. */
function couldBeVerb({ noun, plural, metric, headOf, word }: Entry): boolean {
  if (plural || metric !== undefined || headOf !== undefined || noun & NO_VERB) return false;
  return word === Word.nametaker || (word === 0 && noun !== 0);
}

const NO_VERB = Noun.Outcome | Noun.Person | Noun.Staff | Noun.Abstract;

function withParticle(sentence: Sentence, at: number): FoundHead {
  const to = after(sentence, at) + 1;
  return { from: at, to, entry: UNKNOWN_VERB, class: 'activity', guessed: true };
}

/** `thanh tra 30 cơ sở`: two syllables that the lexicon lacks before a plain count. */
function twoSyllables(reading: Reading, end: number, to: number): boolean {
  const { sentence, amountAt } = reading;
  if (sentence.grammar.inflects || sentence.matches[end] !== undefined || amountAt[end] !== undefined)
    return false;
  return sentence.tokens[end]?.kind === 'word' && verbPlace(reading, end + 1, to);
}

/** `flesh out the plan`: an unknown word, a particle, then an object. */
function particleVerb(reading: Reading, end: number, to: number): boolean {
  return (
    reading.sentence.grammar.inflects &&
    isPart(reading.sentence, end, Part.particle) &&
    // "cheese in 45 delicatessens"
    !(isWord(reading.sentence, end, Word.scope) && reading.amountAt[end + 1] !== undefined) &&
    // "moisture in the grain: 13%"
    !labelsNumber(reading, end, to) &&
    verbPlace(reading, end + 1, to)
  );
}
