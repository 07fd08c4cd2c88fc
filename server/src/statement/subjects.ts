/** Whether a clause that opens with a verb-like word is a sentence about the noun phrase that the word belongs to. */
import { type Entry, Form, Noun, Trait, Word } from './entry';
import { phraseEnd } from './phrases';
import { isRelation, moves } from './predicates';
import { after, begins, entryAt, isWord, type Sentence } from './sentence';
import { type Reading, Zone } from './zones';

/** What cannot stand between a subject and its verb without opening another clause. */
const BREAKS = Word.relative | Word.and | Word.pronoun | Word.modal | Word.purpose;

/**
 * `Compile time of the backend falls 25 %`, `Support questions answered by the docs rise from 30 %`: further on a verb
 * says how a noun phrase moves, so the word before that phrase is part of it and no command.
 * @param next first token behind the word in question
 */
export function saidOfPhrase(reading: Reading, next: number, to: number, entry: Entry): boolean {
  const { sentence } = reading;
  if (!(entry.form & (Form.Base | Form.Ing))) return false;
  const end = Math.min(phraseEnd(reading, next), to);
  // "Help customers reach 5", "Enable teams to": people who are helped do what follows
  if (end === next || (entry.trait & Trait.enabler && isPeople(sentence, end - 1))) return false;
  const nounlike = (entry.trait & Trait.nounlike) !== 0 || entry.form === Form.Ing;
  const several = nounlike && holdsPlural(sentence, next, end);
  const verb = finiteVerb(reading, next, to, several);
  if (verb === undefined) return false;
  const found = entryAt(sentence, verb);
  return found && moves(found) ? saysWhere(reading, after(sentence, verb), to) : several;
}

/** The first verb behind `from` that is in the present, before another clause begins. */
function finiteVerb(reading: Reading, from: number, to: number, several: boolean): number | undefined {
  const { sentence, zoneOf, amountAt } = reading;
  for (let i = from; i < to; i++) {
    if (zoneOf[i] !== Zone.main || !begins(sentence, i)) continue;
    if (sentence.tokens[i]?.kind === 'symbol' || isWord(sentence, i, BREAKS)) return undefined;
    if (amountAt[i] !== undefined) return undefined;
    const found = entryAt(sentence, i);
    if (i > from && found && isPresent(reading, i, found) && (found.form & Form.Third || several)) return i;
  }
  return undefined;
}

function holdsPlural(sentence: Sentence, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const entry = entryAt(sentence, i);
    if (entry?.nominal && entry.plural) return true;
  }
  return false;
}

function isPeople(sentence: Sentence, at: number): boolean {
  const entry = entryAt(sentence, at);
  return entry !== undefined && (entry.noun & (Noun.Person | Noun.Staff)) !== 0;
}

/** A verb in the present that says how something moves or what becomes of it, and no part of a compound. */
function isPresent({ sentence }: Reading, at: number, entry: Entry): boolean {
  if (entry.form & (Form.Past | Form.Ing) && entry.form !== (Form.Base | Form.Past)) return false;
  if (sentence.tokens[at]?.hyphened || sentence.tokens[after(sentence, at)]?.hyphened) return false;
  if (moves(entry)) return true;
  return (entry.word & Word.state) !== 0 && (entry.form & (Form.Base | Form.Third)) !== 0;
}

/** `falls 25 %`, `rise from 30 %`, `drops below 5`, `make up 38 %`. */
function saysWhere(reading: Reading, at: number, to: number): boolean {
  const { sentence, amountAt, zoneOf } = reading;
  if (at >= to) return false;
  if (amountAt[at] !== undefined || isRelation(reading, at)) return true;
  if (!isWord(sentence, at, Word.from | Word.to | Word.by)) return false;
  return amountAt[after(sentence, at)] !== undefined || zoneOf[at] !== Zone.main;
}
