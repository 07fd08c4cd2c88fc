/** Whether a word that the lexicon knows as a verb is a noun where it stands. */
import { type Entry, Form, Noun, Part, Trait, Word } from './entry';
import { describedBehind, measuredBy, steers } from './measured-noun';
import { holdsMetric, phraseEnd } from './phrases';
import { PLURAL, predicateAt, RELATION } from './predicates';
import { after, entryAt, isPart, isWord, normAt, type Sentence } from './sentence';
import { isParticiple, isPlural, saidOfPhrase } from './subjects';
import { type Reading, Zone } from './zones';

/** Whether a word that could be a verb is a noun here: `Test coverage ≥ 70 %`, `Reports delivered`. */
export function nounHere(reading: Reading, at: number, to: number, entry: Entry): boolean {
  const { sentence } = reading;
  const { inflects } = sentence.grammar;
  const next = after(sentence, at);
  const nounlike = (entry.trait & Trait.nounlike) !== 0;
  if (next >= to) return entry.noun !== 0 && !(entry.form & Form.Base);
  if (inflects && inflectedNoun(reading, next, to, entry)) return true;
  if (isSpokenOf(reading, next, to, entry)) return true;
  if (inflects && nounlike && limits(reading, next, entry)) return true;
  const compound = compoundNoun(reading, next, to, entry);
  if (compound !== undefined) return compound;
  if (inflects && (nounFollowed(sentence, next, nounlike) || saidOfPhrase(reading, next, to, entry)))
    return true;
  if (!nounlike && !(inflects && entry.form & (Form.Past | Form.Ing))) return false;
  const labels = nounlike || (inflects && entry.form === Form.Ing);
  if (labels && labelsNumber(reading, next, to)) return true;
  if (nounlike && inflects && isDone(reading, next, to)) return true;
  return opensPhrase(reading, next, to, entry);
}

/** What the form of a verb or the very next word says: a plural, an address, a name, a participle. */
function inflectedNoun(reading: Reading, next: number, to: number, entry: Entry): boolean {
  const { sentence, amountAt } = reading;
  if (entry.form === Form.Third || opensAddress(sentence, next) || hasOwnVerb(reading, next, to, entry))
    return true;
  // "archive digitised": nothing is left that the verb could act on
  if (entry.noun && entryAt(sentence, next)?.form === Form.Past && isLink(sentence, after(sentence, next)))
    return true;
  // "lost bags traced"
  if (entry.form === Form.Past && isPlural(sentence, next) && isParticiple(sentence, after(sentence, next)))
    return true;
  // "recycling at 62 kg per head"
  const amount =
    entry.form === Form.Ing && isPart(sentence, next, Part.place) ? amountAt[next + 1] : undefined;
  if (amount?.unit !== undefined || amount?.kind === 'percent') return true;
  return staysBefore(sentence, next, entry) || saidByOthers(sentence, next, entry);
}

/**
 * `Marketing brings guests`, `coaching pays off`, `support answers before tenants call`, `order book covers 7 months`:
 * the verb of one stands behind the word, or behind the noun that it describes.
 */
function hasOwnVerb(reading: Reading, next: number, to: number, entry: Entry): boolean {
  const { sentence, zoneOf, amountAt } = reading;
  const ing = entry.form === Form.Ing;
  if (!ing && !(entry.trait & Trait.nounlike)) return false;
  const first = entryAt(sentence, next);
  const noun = first?.nominal === true && !first.plural;
  const at = noun ? after(sentence, next) : next;
  const verb = entryAt(sentence, at);
  if (verb?.form !== Form.Third || at >= to) return false;
  // "hold talks with the unions"
  if (!ing && verb.verbLemma?.includes(' ')) return false;
  const behind = after(sentence, at);
  // what an article, a pronoun or a time follows is no plural
  const amount = amountAt[behind];
  if (amount) return amount.kind === 'duration' && amount.shape === 'plain';
  if (isWord(sentence, behind, Word.determiner) && zoneOf[behind] === Zone.main) return true;
  if (entry.verb === 'support')
    return isWord(sentence, behind, Word.deadline) && zoneOf[behind] === Zone.main;
  return (
    ing &&
    !noun &&
    ((!verb.nominal && !(verb.trait & Trait.nounlike)) || isPart(sentence, behind, Part.particle))
  );
}

/** `Booking.com score`: an address, whatever its first part means. */
function opensAddress({ tokens }: Sentence, next: number): boolean {
  return tokens[next]?.norm === '.' && tokens[next]?.glued === true && tokens[next + 1]?.glued === true;
}

/** `stay conversations`, `stay interviews`: a verb without object before a thing. */
function staysBefore(sentence: Sentence, next: number, { trait }: Entry): boolean {
  if (!(trait & Trait.intransitive)) return false;
  const noun = entryAt(sentence, next);
  return noun ? (noun.noun & (Noun.Event | Noun.Artefact)) !== 0 : PLURAL.test(normAt(sentence, next));
}

/** `Listed by 3 of the 5 chains`, `quoted in 10 papers`: what others do with us. */
function saidByOthers(sentence: Sentence, next: number, { form, trait }: Entry): boolean {
  if (form !== Form.Past || !(trait & Trait.notice)) return false;
  return isWord(sentence, next, Word.by | Word.scope);
}

/** `Open source maintainers want`: an expression in two words before people of whom something is said. */
function describesPeople(sentence: Sentence, { verbLemma }: Entry, next: number, to: number): boolean {
  if (!sentence.grammar.inflects || !verbLemma?.includes(' ')) return false;
  const people = entryAt(sentence, next);
  if (!people?.plural || !(people.noun & (Noun.Person | Noun.Staff))) return false;
  const then = after(sentence, next);
  const joins = Word.and | Word.relative | Word.scope | Word.deadline | Word.means | Word.purpose | Word.to;
  return then < to && sentence.tokens[then]?.kind === 'word' && !isWord(sentence, then, joins);
}

/** What follows measures the word, or says that somebody or something is meant by it. */
function isSpokenOf(reading: Reading, next: number, to: number, entry: Entry): boolean {
  return isMeasured(reading, next, to, entry) || isSubject(reading.sentence, next, to, entry);
}

/** No more words stand between a subject and `nào cũng`. */
const LONGEST_SUBJECT = 4;

/** `giám định viên gắn bó`, `quản lý ca nào cũng nắm`: the word is who or what something is said of. */
function isSubject(sentence: Sentence, next: number, to: number, { verb, noun }: Entry): boolean {
  if (sentence.grammar.inflects) return false;
  // "lãnh đạo ra quyết định", "bảo vệ đi tuần": people, and what they do
  const does = entryAt(sentence, next);
  if (noun & (Noun.Person | Noun.Staff) && does?.verb !== undefined && !does.nominal) return true;
  // "cố gắng ngày nào cũng dậy sớm"
  if (verb !== 'activity') return false;
  for (let i = next; i < Math.min(to, next + LONGEST_SUBJECT); i++) {
    const match = sentence.matches[i];
    if (match?.from !== i || !(match.entry.part & Part.subjectmark)) continue;
    return i === next || match.to - i > 1;
  }
  return false;
}

/** `Spend < 5`, `Bill trung bình 95k`: a comparison and a mean are of a thing, not of a deed. */
function isMeasured(reading: Reading, next: number, to: number, { loan }: Entry): boolean {
  const { sentence } = reading;
  if (RELATION.has(normAt(sentence, next)) || goesWrong(reading, next, to)) return true;
  return loan && !sentence.grammar.inflects && isPart(sentence, next, Part.average);
}

/** `giao nhầm dưới 5 đơn`, `in hỏng còn 2%`: what goes wrong is counted and is to become less, unlike `sửa sai 20 lỗi`. */
function goesWrong({ sentence, amountAt }: Reading, next: number, to: number): boolean {
  if (!isPart(sentence, next, Part.fault)) return false;
  for (let i = next + 1; i < to; i++) {
    const amount = amountAt[i];
    if (amount?.from !== i || amount.shape !== 'plain') continue;
    return amount.comparison.startsWith('<') || amount.value === 0 || isWord(sentence, i - 1, Word.to);
  }
  return false;
}

/** `check-in completion`, `follow-up poll`: a hyphen makes a noun, unless an object follows; undefined without one. */
function compoundNoun(reading: Reading, next: number, to: number, entry: Entry): boolean | undefined {
  const { sentence, amountAt } = reading;
  if (sentence.tokens[next]?.hyphened) {
    const end = hyphenEnd(sentence, next);
    const amount = amountAt[end];
    const counts = amount?.shape === 'plain' && amount.kind === 'number' && amount.comparison === '=';
    return !isWord(sentence, end, Word.determiner) && !counts;
  }
  if (sentence.tokens[next - 1]?.hyphened && entry.verbLemma?.includes(' '))
    return !verbPlace(reading, next, to);
  return entry.trait & Trait.nounlike && describesPeople(sentence, entry, next, to) ? true : undefined;
}

/** `forecast within 3 % of actuals`: a limit in percent right behind the word, which measures it. */
function limits({ amountAt }: Reading, next: number, entry: Entry): boolean {
  const amount = amountAt[next];
  return amount?.kind === 'percent' && amount.comparison !== '=' && !steers(entry);
}

/** `spend per hire`, `launch of the site`, `support is`, `post delivered to`. */
function nounFollowed(sentence: Sentence, next: number, nounlike: boolean): boolean {
  if (nounlike && entryAt(sentence, next)?.form === Form.Past && isLink(sentence, after(sentence, next)))
    return true;
  if (isWord(sentence, next, Word.per) && !isWord(sentence, next, Word.determiner)) return true;
  // "set up of a helpdesk"
  if (isPart(sentence, next, Part.genitive) && isPart(sentence, next - 1, Part.particle)) return true;
  return nounlike && (isPart(sentence, next, Part.genitive) || isWord(sentence, next, Word.copula));
}

/** `Profile setup: 80 %`, `Applications decided in 8 weeks: 92 %`: a few words, a colon and a number. */
export function labelsNumber({ sentence, amountAt }: Reading, from: number, to: number): boolean {
  const last = amountAt[to - 1];
  const share = last?.kind === 'percent' || last?.kind === 'ratio';
  if (share && last.to === to && normAt(sentence, last.from - 1) === ':') return true;
  // "ramp incidents with damage: none"
  if (isWord(sentence, to - 1, Word.zero) && normAt(sentence, to - 2) === ':') return true;
  for (let i = from; i < Math.min(to, from + 4) && amountAt[i] === undefined; i++)
    if (normAt(sentence, i) === ':') return amountAt[i + 1] !== undefined;
  return false;
}

/** `Design doc for the scheduler approved`: a single thing without article, and a participle that ends the clause. */
function isDone({ sentence, zoneOf }: Reading, from: number, to: number): boolean {
  const noun = entryAt(sentence, from);
  if (!noun || noun.plural || !(noun.noun & (Noun.Artefact | Noun.Event))) return false;
  let last = to - 1;
  while (last > from && zoneOf[last] !== Zone.main) last--;
  const entry = entryAt(sentence, last);
  return entry !== undefined && (entry.word & Word.state) !== 0 && (entry.form & Form.Past) !== 0;
}

/** Something is said about a noun phrase that starts here: a number, a comparison, a movement. */
function opensPhrase(reading: Reading, next: number, to: number, entry: Entry): boolean {
  const { sentence, amountAt } = reading;
  const { inflects } = sentence.grammar;
  const end = Math.min(phraseEnd(reading, next), to);
  if (end === next) return movesHere(reading, next, to) && entry.form !== Form.Ing;
  if (end >= to) return false;
  const nounlike = (entry.trait & Trait.nounlike) !== 0;
  if (inflects && isPart(sentence, end, Part.genitive) && amountAt[end + 1]?.shape === 'plain')
    return nounlike;
  if (nounlike && saysOfPeople(reading, next, end)) return true;
  const predicate = predicateAt(reading, end);
  // "Email list grows": what follows the phrase can only be its verb
  if (predicate && inflected(sentence, predicate.entry)) return true;
  if (inflects && !steers(entry) && describedBehind(reading, next, end, to, entry)) return true;
  return holdsMetric(reading, next, end) && (measuredBy(reading, end, to, entry) || predicate !== undefined);
}

/** The end, a symbol, or a word that joins what follows to what stands before. */
function isLink(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  return (
    token === undefined ||
    token.kind === 'symbol' ||
    isWord(sentence, at, Word.by | Word.scope | Word.deadline)
  );
}

/** A verb that says how the word before it moves; without a number "đào tạo nâng cao tay nghề" is two verbs in a row. */
function movesHere(reading: Reading, at: number, to: number): boolean {
  if (predicateAt(reading, at) === undefined) return false;
  if (reading.sentence.grammar.inflects) return true;
  for (let i = at; i < to; i++) {
    const shape = reading.amountAt[i]?.shape;
    if (shape === 'plain' || shape === 'factor' || shape === 'rank') return true;
  }
  return false;
}

/** `Warehouse staff find the part`: people, then a verb. */
function saysOfPeople({ sentence }: Reading, from: number, end: number): boolean {
  const last = entryAt(sentence, end - 1);
  const verb = entryAt(sentence, end);
  if (!last || end - 1 < from || verb?.verb === undefined || !(verb.form & Form.Base)) return false;
  return sentence.grammar.inflects && (last.noun & (Noun.Person | Noun.Staff)) !== 0;
}

function inflected({ grammar }: Sentence, entry: Entry): boolean {
  return grammar.inflects && (entry.form & Form.Base) === 0;
}

/** Whether an article, a pronoun or a plain count follows. */
export function verbPlace({ sentence, amountAt }: Reading, end: number, to: number): boolean {
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
    // "tiệm bánh của mình": whose it is follows a thing
    !(entry.part & Part.genitive) &&
    !entry.nominal
  );
}

/** First token behind a hyphenated compound. */
export function hyphenEnd(sentence: Sentence, at: number): number {
  let i = at;
  while (sentence.tokens[i]?.hyphened) i = Math.max(after(sentence, i), i + 1);
  return i;
}
