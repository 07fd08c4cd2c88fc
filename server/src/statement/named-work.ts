/** Noun phrases that name work with a number, but no verb: `walkabouts with residents of six estates`. */
import { type Entry, Form, Noun, Part, Trait, Word } from './entry';
import type { HeadClass, QuantityRole } from './facts';
import { type Counted, phraseEnd } from './phrases';
import { isRelation, UNKNOWN_PAST } from './predicates';
import type { Roled } from './role';
import { after, entryAt, isNoun, isPart, isWord, normAt } from './sentence';
import { counted, type Judged, type Verdict } from './verdicts';
import { type Reading, Zone } from './zones';

const MEASURES: ReadonlySet<QuantityRole> = new Set(['baseline', 'target', 'change']);
/** Up to here a count of occasions a week is a plan, not a level that is reached. */
const FEW = 5;

/**
 * `walkabouts with residents of six estates`, `boxes fitted to all 46 lorries`, `two playtests a week`: a noun that the
 * lexicon lacks, that nobody counts or measures, with, at or for so many.
 */
export function namedWork(judged: Judged, by: Roled): Verdict | undefined {
  const { reading, metric, clause } = judged;
  const { amount, counted: noun } = by;
  const { start, predicate } = clause.structure;
  if (!reading.sentence.grammar.inflects) {
    const added = noun && amount.from === start && amount.comparison === '=' && areNew(judged, by, noun);
    return added && amount.kind === 'number' ? counted(judged, 0.55, by) : undefined;
  }
  if (predicate) return undefined;
  // "penguins at 3 colonies above 4,000": another number says how much
  const others = judged.roles.some((other) => other !== by && MEASURES.has(other.role));
  if (amount.kind !== 'number' || amount.shape !== 'plain' || amount.value === 0 || others) return undefined;
  if (ofAll(judged, by)) return counted(judged, 0.55, by);
  if (!noun || amount.comparison !== '=') return undefined;
  if (amount.from === start)
    return occasions(judged, by, noun) || finished(judged, noun) || areNew(judged, by, noun)
      ? counted(judged, 0.55, by)
      : undefined;
  // "crossings cancelled for technical reasons: 3 a season"
  if (isRelation(reading, amount.from - 1)) return undefined;
  const held = visits(judged, by, noun);
  // "trimming along 300 km of overhead line": the metric only says of what
  if (!held && metric && metric.from < amount.to) return undefined;
  return held || isExtent(judged, by, noun) ? counted(judged, 0.55, by) : undefined;
}

/** `twelve kilometres of hedge trimmed`: the verb that ends the sentence is a participle, and what it is done to is counted. */
export function finishedWork(judged: Judged, by: Roled): Verdict | undefined {
  const { structure, to } = judged.clause;
  const { amount, counted: noun } = by;
  const ends = structure.predicate?.entry.form === Form.Past && structure.predicate.to >= to;
  if (!ends || !noun || judged.metric || amount.from !== structure.start) return undefined;
  if (amount.kind !== 'number' || amount.shape !== 'plain' || amount.comparison !== '=') return undefined;
  return finished(judged, noun) ? counted(judged, 0.55, by) : undefined;
}

/** `drone footage for all listings over 1m`: which of them get something that nobody measures. */
function ofAll({ reading, clause }: Judged, { amount }: Roled): boolean {
  const { sentence } = reading;
  const { start } = clause.structure;
  const end = phraseEnd(reading, start);
  if (
    amount.comparison === '=' ||
    !isWord(sentence, end, Word.scope) ||
    !isUnheardOf(reading, start, end - 1)
  )
    return false;
  const all = after(sentence, end);
  return isWord(sentence, all, Word.universal) && phraseEnd(reading, after(sentence, all)) === amount.from;
}

/** `four-eyes check introduced for transfers over 50,000`: which of them the work is for. */
export function limitOfWork({ reading, metric, clause }: Judged, { amount }: Roled): boolean {
  const { sentence } = reading;
  if (!sentence.grammar.inflects || amount.comparison === '=' || amount.kind === 'percent') return false;
  // "loaves left over at closing ≤ 4 per shop" is a level
  if (isWord(sentence, amount.to, Word.per)) return false;
  for (let i = clause.structure.start + 1; i + 2 < amount.from; i++) {
    if (metric && metric.from <= i) return false;
    const entry = entryAt(sentence, i);
    if (entry?.form !== Form.Past || entry.verb !== 'activity' || !isPlain(entry)) continue;
    return isWord(sentence, i + 1, Word.scope) && !isWord(sentence, i + 1, Word.from | Word.by);
  }
  return false;
}

/** `home safety visits to 1,200 residents`: what is held with so many people, unlike `visits to 40,000 a month`. */
function visits({ reading, clause }: Judged, { amount }: Roled, noun: Counted): boolean {
  const { sentence } = reading;
  const { start } = clause.structure;
  const end = phraseEnd(reading, start);
  if (end !== amount.from - 1 || end <= start + 1 || !isWord(sentence, end, Word.scope)) return false;
  // "thank-you notes to 150 donors"
  const handed = isNoun(sentence, end - 1, Noun.Artefact) && isPart(sentence, end, Part.infinitive);
  return (handed || isNoun(sentence, end - 1, Noun.Event)) && (noun.nouns & Noun.Person) !== 0;
}

/** `four new troughs in the barn`, `three hives on the roof`: things, nothing that is won, which are to be there. */
function areNew({ reading, clause, metric }: Judged, { amount }: Roled, noun: Counted): boolean {
  const { sentence, zoneOf } = reading;
  const { to } = noun;
  if (kindOf(reading, noun) & (Noun.Outcome | Noun.Person | Noun.Staff | Noun.Award)) return false;
  if (metric?.named && metric.from < to) return false;
  const closes = to >= clause.to || zoneOf[to] === Zone.deadline;
  const place =
    isWord(sentence, to, Word.scope) && !isWord(sentence, to, NO_PLACE) && !isPart(sentence, to, NO_PLACES);
  if (!closes && !place) return false;
  if (place && sentence.grammar.inflects && (amount.value ?? 0) <= FEW_THINGS) return true;
  for (let i = noun.from; i < to; i++) if (isPart(sentence, i, Part.fresh)) return true;
  return false;
}

/** What the main noun may be; of a noun that the lexicon lacks, what its shape says. */
function kindOf({ sentence }: Reading, { to, nouns }: Counted): number {
  const last = entryAt(sentence, to - 1);
  return last ? nouns : sentence.grammar.guessNoun(normAt(sentence, to - 1));
}

/** Prepositions that say whose, what as, or compared to what. */
const NO_PLACE = Word.from | Word.by | Word.relative | Word.per;
const NO_PLACES = Part.genitive | Part.role;
/** Up to here things at a place are put there one by one. */
const FEW_THINGS = 12;

/** `two playtests a week`: a few of something unknown, again and again. */
function occasions({ reading }: Judged, { amount }: Roled, noun: Counted): boolean {
  const { sentence, zoneOf } = reading;
  if (noun.entry || noun.nouns !== 0 || (amount.value ?? 0) > FEW) return false;
  if (zoneOf[noun.to] !== Zone.window || !isWord(sentence, noun.to, Word.rhythm)) return false;
  // "two breakages a week at most"
  return entryAt(sentence, after(sentence, noun.to))?.postfix === undefined;
}

/** `eight kilometres of ditches dredged`, `40 nozzles swapped`: so many things, and a participle of work that ends the clause. */
function finished({ reading, clause }: Judged, noun: Counted): boolean {
  const { sentence, zoneOf } = reading;
  if (noun.nouns & (Noun.Outcome | Noun.Person | Noun.Staff | Noun.Award)) return false;
  // "two simulators bought and set up in the annexe"
  const next = entryAt(sentence, noun.to);
  if (next?.form === Form.Past && (next.verb === 'activity' || next.verb === 'hiring-spend') && isPlain(next))
    return true;
  let last = clause.to - 1;
  while (last > noun.from && zoneOf[last] !== Zone.main) last--;
  const at = sentence.matches[last]?.from ?? last;
  if (at <= noun.from) return false;
  const entry = entryAt(sentence, at);
  if (!entry) return UNKNOWN_PAST.test(normAt(sentence, at));
  const verb = entry.form === Form.Past && entry.verb !== undefined && HANDLES.has(entry.verb);
  return verb && isPlain(entry);
}

/** Neither a routine service nor a share of things treated anew, nor what others do with us. */
function isPlain({ trait }: Entry): boolean {
  return !(trait & (Trait.service | Trait.transform | Trait.notice));
}

/** What is done to a thing; with a count of things even `lifted` and `trimmed` are. */
const HANDLES: ReadonlySet<HeadClass> = new Set([
  'activity',
  'completion',
  'increase',
  'decrease',
  'improve',
]);

/** Whether the number stands behind a preposition, and the phrase opens with something unknown or something done. */
function isExtent({ reading, clause }: Judged, { amount }: Roled, noun: Counted): boolean {
  const { sentence } = reading;
  const { start } = clause.structure;
  const end = phraseEnd(reading, start);
  const done = workDone(reading, end);
  const link = done ? after(sentence, end) : end;
  if (end === start || link >= amount.from || !isWord(sentence, link, Word.scope)) return false;
  if (!(done ? isThing(reading, end - 1) : isUnheardOf(reading, start, end - 1))) return false;
  const before = amount.from - 1;
  // "fitted to all 46 lorries", but "whittled to 46 beds" is a level, and so is "footfall at 40 kg"
  if (isPart(sentence, before, Part.infinitive) || amount.unit !== undefined) return false;
  const people = (noun.nouns & (Noun.Person | Noun.Outcome)) !== 0;
  return !(people && isPart(sentence, before, Part.genitive));
}

/** `fitted`, `laid`: a participle of a verb of work. */
function workDone({ sentence }: Reading, at: number): boolean {
  const entry = entryAt(sentence, at);
  // "cafés listed in 5 guidebooks": others list them
  return entry?.verb === 'activity' && (entry.form & Form.Past) !== 0 && !(entry.trait & Trait.notice);
}

/** Nobody, and nothing that is won. */
function isThing({ sentence }: Reading, at: number): boolean {
  const nouns = entryAt(sentence, at)?.noun ?? sentence.grammar.guessNoun(normAt(sentence, at));
  return (nouns & (Noun.Person | Noun.Staff | Noun.Outcome)) === 0;
}

/** A word that the lexicon lacks, which is nobody and no name; or a gerund: `tree trimming along …`. */
function isUnheardOf(reading: Reading, start: number, at: number): boolean {
  const { sentence } = reading;
  const token = sentence.tokens[at];
  const entry = entryAt(sentence, at);
  if (entry) return at > start && (entry.form === Form.Ing || (entry.form === Form.Third && !entry.nominal));
  // a capital inside the phrase is a name: "Restaurants on DineOut in 6 cities"
  return token?.kind === 'word' && !(token.capital && at > start) && isThing(reading, at);
}
