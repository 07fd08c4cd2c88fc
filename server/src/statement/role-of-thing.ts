/** Numbers that only describe the one thing that a verbless phrase names: `cold room, 12 m2`, `sound system for up to 400 people`. */
import { type Entry, Form, Noun, Part, Trait, Word } from './entry';
import type { QuantityKind } from './facts';
import { phraseEnd } from './phrases';
import { PLURAL, UNKNOWN_PAST } from './predicates';
import type { RoleContext } from './role';
import { after, entryAt, isPart, isWord, normAt } from './sentence';
import type { Amount } from './units';
import { Zone } from './zones';

const SIZES: ReadonlySet<QuantityKind> = new Set(['number', 'duration', 'currency']);
/** What is held at a time. */
const HELD = Noun.Action | Noun.Event;
const NOT_ONE = Noun.Outcome | Noun.Abstract | Noun.Person | Noun.Staff | Noun.Award;

/** Whether the phrase opens with a single thing to be made or held, and the number stands behind a comma or a preposition. */
export function describesThing(context: RoleContext, amount: Amount): boolean {
  const { reading, clause, metric, governs } = context;
  if (governs !== undefined || !reading.sentence.grammar.inflects) return false;
  if (!SIZES.has(amount.kind) || amount.signed) return false;
  const { start } = clause.structure;
  const end = phraseEnd(reading, start);
  if (end === start || end >= amount.from || (metric && metric.from < end)) return false;
  if (amount.comparison === '=' && (apart(context, amount) || endsDone(context))) return isOne(context, end);
  return !(metric && metric.from < amount.from) && joined(context, start, end, amount);
}

/** `tour 2 ngày 1 đêm`, `khóa học hai ngày`: how long the thing lasts that is made or held. */
export function lastsSoLong({ reading, clause, works }: RoleContext, amount: Amount): boolean {
  const { sentence, amountAt } = reading;
  if (!works) return false;
  if (amountAt[amount.from - 1]?.kind === 'duration') return true;
  if (amount.kind !== 'duration' || amount.comparison !== '=') return false;
  if (sentence.tokens[amount.to]?.kind === 'number') return true;
  const { head } = clause.structure;
  const noun = nounOf(entryAt(sentence, amount.from - 1)) | nounOf(head && entryAt(sentence, head.to));
  return !sentence.grammar.inflects && (noun & (Noun.Artefact | Noun.Event | Noun.Plan)) !== 0;
}

function nounOf(entry: Entry | undefined): number {
  return entry?.noun ?? 0;
}

/** `weekend opening from 10 to 4`, `a tariff for households under 2,000 kWh`: when it is held, or which ones it is for. */
function joined(context: RoleContext, start: number, end: number, amount: Amount): boolean {
  const { sentence } = context.reading;
  const last = entryAt(sentence, end - 1);
  const product = last !== undefined && isProduct(last);
  if (isWord(sentence, end, Word.from))
    return product && (last.noun & HELD) !== 0 && amount.kind === 'number' && amount.unit === undefined;
  const joint = isWord(sentence, end, Word.scope) && !isWord(sentence, end, Word.by | Word.per);
  if (!joint || isPart(sentence, end, Part.genitive) || !(product || opensNew(context, start))) return false;
  return amount.comparison === '='
    ? !isPart(sentence, amount.from - 1, Part.infinitive)
    : isFor(context, end);
}

/** Behind a comma or a bracket: `exchange with the Lyon plant, 4 weeks`. */
function apart({ reading }: RoleContext, amount: Amount): boolean {
  const norm = normAt(reading.sentence, amount.from - 1);
  return norm === ',' || norm === '(';
}

/** `for`, `with`: what it is for. */
function isFor({ reading }: RoleContext, at: number): boolean {
  const { sentence } = reading;
  return !isPart(sentence, at, Part.place) && !isPart(sentence, at, Part.infinitive);
}

function opensNew({ reading }: RoleContext, start: number): boolean {
  const { sentence } = reading;
  const at = isWord(sentence, start, Word.determiner) ? after(sentence, start) : start;
  return isPart(sentence, at, Part.fresh | Part.nth);
}

function isProduct({ noun, plural, metric, headOf }: Entry): boolean {
  const product = noun & (Noun.Artefact | Noun.Event | Noun.Action);
  return product !== 0 && !(noun & NOT_ONE) && !plural && metric === undefined && headOf === undefined;
}

/** One of something that is neither measured nor abstract, so the number does not count it. */
function isOne({ reading }: RoleContext, end: number): boolean {
  const { sentence } = reading;
  const last = entryAt(sentence, end - 1);
  if (!last) return !PLURAL.test(normAt(sentence, end - 1));
  return (
    !last.plural && last.metric === undefined && last.headOf === undefined && !(last.noun & Noun.Abstract)
  );
}

/** `loan of 2 million arranged`: a participle of work ends the clause. */
function endsDone({ reading, clause }: RoleContext): boolean {
  const { sentence, zoneOf } = reading;
  let at = clause.to - 1;
  while (at > clause.structure.start && zoneOf[at] !== Zone.main) at--;
  const entry = entryAt(sentence, at);
  if (!entry) return UNKNOWN_PAST.test(normAt(sentence, at));
  return entry.form === Form.Past && entry.verb === 'activity' && !(entry.trait & Trait.service);
}
