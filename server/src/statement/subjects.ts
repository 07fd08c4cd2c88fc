/** Whether a clause that opens with a verb-like word is a sentence about the noun phrase that the word belongs to. */
import { type Entry, Form, Noun, Part, Trait, Word } from './entry';
import { holdsNumber, phraseEnd } from './phrases';
import { isRelation, moves, PLURAL, UNKNOWN_PAST } from './predicates';
import { after, begins, entryAt, isNoun, isWord, normAt, type Sentence } from './sentence';
import { type Reading, Zone } from './zones';

/** What cannot stand between a subject and its verb without opening another clause. */
const BREAKS = Word.relative | Word.and | Word.pronoun | Word.modal | Word.purpose;

/**
 * `Compile time of the backend falls 25 %`, `Support questions answered by the docs rise from 30 %`: further on a verb
 * says how a noun phrase moves or what it does, so the word before that phrase is part of it and no command.
 * @param next first token behind the word in question
 */
export function saidOfPhrase(reading: Reading, next: number, to: number, entry: Entry): boolean {
  const { sentence } = reading;
  if (!(entry.form & (Form.Base | Form.Ing)) || isWord(sentence, next, Word.determiner)) return false;
  const end = Math.min(phraseEnd(reading, next), to);
  // "Help customers reach 5", "Enable teams to": people who are helped do what follows
  if (
    (end === next && !isPlural(sentence, next)) ||
    (entry.trait & Trait.enabler && holdsPeople(sentence, next, end))
  )
    return false;
  const nounlike = (entry.trait & Trait.nounlike) !== 0 || entry.form === Form.Ing;
  // "design decisions are never made twice"
  if (nounlike && end > next && isPlural(sentence, end - 1) && isWord(sentence, end, Word.copula))
    return true;
  const verb = finiteVerb(reading, next, to, nounlike);
  if (verb === undefined) return false;
  const found = entryAt(sentence, verb) as Entry;
  if (moves(found) && saysWhere(reading, after(sentence, verb), to)) return true;
  // "host families stay with us for 2 years"
  const close = isPlural(sentence, verb - 1) || !moves(found) || found.verb === 'become';
  return nounlike && close && holdsNumber(reading, verb, to);
}

/** The first verb behind `from` that is in the present, before another clause begins. */
function finiteVerb(reading: Reading, from: number, to: number, nounlike: boolean): number | undefined {
  const { sentence, zoneOf, amountAt } = reading;
  let several = isPlural(sentence, from);
  for (let i = after(sentence, from); i < to; i++) {
    if (zoneOf[i] !== Zone.main || !begins(sentence, i)) continue;
    const amount = amountAt[i] ?? amountAt[i + 1];
    // "orders older than 14 days stay under 20": which of them
    if (amount && (amount.comparison !== '=' || isWord(sentence, i, Word.relative))) {
      i = amount.to - 1;
      continue;
    }
    if (sentence.tokens[i]?.kind === 'symbol' || isWord(sentence, i, BREAKS) || amountAt[i]) return undefined;
    const found = entryAt(sentence, i);
    if (found && isPresent(reading, i, found, nounlike && several)) return i;
    several ||= isPlural(sentence, i);
  }
  return undefined;
}

/** A plural noun, or what has the shape of one: `design changes`. */
export function isPlural(sentence: Sentence, at: number): boolean {
  const entry = entryAt(sentence, at);
  if (!entry) return PLURAL.test(sentence.tokens[at]?.norm ?? '');
  return (entry.nominal && entry.plural) || entry.form === Form.Third;
}

/** `seen`, `traced`; `out` behind a plural says the same. */
export function isParticiple(sentence: Sentence, at: number): boolean {
  const entry = entryAt(sentence, at);
  if (!entry) return UNKNOWN_PAST.test(normAt(sentence, at));
  return entry.form === Form.Past || (entry.part & Part.particle) !== 0;
}

function holdsPeople(sentence: Sentence, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isNoun(sentence, i, Noun.Person | Noun.Staff)) return true;
  return false;
}

/** A verb in the present that is no part of a compound; a base form only behind a plural. */
function isPresent({ sentence }: Reading, at: number, entry: Entry, several: boolean): boolean {
  const { form, verb, word, nominal } = entry;
  if (verb === undefined || word & Word.copula) return false;
  if (sentence.tokens[at]?.hyphened || sentence.tokens[after(sentence, at)]?.hyphened) return false;
  if (moves(entry) && form & Form.Third) return true;
  // "kick off talks with two schools": a verb of several words is a noun and what follows
  if (form & Form.Third) return !nominal && after(sentence, at) === at + 1;
  if (!(form & Form.Base) || !several) return false;
  // "questions answered by the docs rise", but of others only what stands right behind: "books fill", "sites go live"
  return moves(entry) || (isPlural(sentence, at - 1) && (!nominal || (word & Word.state) !== 0));
}

/** `falls 25 %`, `rise from 30 %`, `drops below 5`, `make up 38 %`. */
function saysWhere(reading: Reading, at: number, to: number): boolean {
  const { sentence, amountAt, zoneOf } = reading;
  if (at >= to) return false;
  if (amountAt[at] !== undefined || isRelation(reading, at)) return true;
  if (!isWord(sentence, at, Word.from | Word.to | Word.by)) return false;
  return amountAt[after(sentence, at)] !== undefined || zoneOf[at] !== Zone.main;
}
