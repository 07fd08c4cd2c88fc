/** Whether what stands behind a noun phrase says how much of it there is, or how it is. */
import { type Entry, Form, Part, Trait, Word } from './entry';
import type { HeadClass } from './facts';
import { holdsMetric, holdsNumber } from './phrases';
import { RELATION } from './predicates';
import { entryAt, isPart, isWord, normAt } from './sentence';
import { isPlural } from './subjects';
import type { Amount } from './units';
import { type Reading, Zone } from './zones';

/** What follows the phrase `[next, end)` says how it is, so a word before it that can be a noun or participle is none of work. */
export function describedBehind(
  reading: Reading,
  next: number,
  end: number,
  to: number,
  entry: Entry,
): boolean {
  // "Combined ratio at 96", "Reported crimes per 1,000 residents: 40": a participle commands nothing
  if (entry.form === Form.Past && STEERS.has(entry.verb)) return false;
  if (entry.form === Form.Past) return holdsMetric(reading, next, end) && holdsNumber(reading, end, to);
  // "printing errors in 1 of 2,000 copies", "building defects per flat 0.8"
  const gerund = entry.form === Form.Ing && !STEERS.has(entry.verb);
  if (!(entry.trait & Trait.nounlike) && !gerund) return false;
  return (
    setsLevel(reading, end, to) || outBehind(reading, next, end, to) || doneBehind(reading, next, end, to)
  );
}

/** `Rent arrears no higher than 1.5 %`, `Seed germination at 92 %`, `Train punctuality 94 %`: a share that no deed has. */
function setsLevel({ sentence, amountAt, zoneOf }: Reading, end: number, to: number): boolean {
  const amount = amountAt[end];
  if (isWord(sentence, end, Word.scope) && amountAt[end + 1]?.kind === 'ratio') return true;
  if (isWord(sentence, end, Word.to) && amountAt[end + 1]?.kind === 'percent')
    return !isPart(sentence, end, Part.infinitive);
  if (amount?.kind !== 'percent') return false;
  // nobody sets out to do less than a share of something
  if (amount.comparison.startsWith('<')) return true;
  const ends = amount.to >= to || zoneOf[amount.to] === Zone.deadline;
  return ends && amount.comparison === '=' && !amount.signed;
}

/** `Audit reports out on the agreed day`: a particle behind a plural says that they are done. */
function outBehind({ sentence }: Reading, next: number, end: number, to: number): boolean {
  const at = end - 1;
  if (at <= next || !isPart(sentence, at, Part.particle) || !isPlural(sentence, at - 1)) return false;
  const behind = isWord(sentence, end, Word.scope | Word.deadline) || isPart(sentence, end, Part.punctual);
  return end >= to || behind;
}

/** `Staff rotas published 4 weeks ahead`, `Design queries answered by architects in 2 days`, `Paint defects per car 0.4`. */
function doneBehind(reading: Reading, next: number, end: number, to: number): boolean {
  const { sentence, zoneOf } = reading;
  const metric = holdsMetric(reading, next, end);
  const many = metric || isPlural(sentence, end - 1);
  if (many && isWord(sentence, end, Word.per) && reading.amountAt[to - 1]?.shape === 'plain') return true;
  const done = ((entryAt(sentence, end)?.form ?? 0) & Form.Past) !== 0 && isPlural(sentence, end - 1);
  // "test results sent on the agreed day"
  if (done && isPart(sentence, end + 1, Part.prompt)) return true;
  const byWhom = metric && isWord(sentence, end, Word.by) && zoneOf[end] === Zone.means;
  return (done || byWhom) && holdsLevel(reading, end, to);
}

function holdsLevel({ amountAt }: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const amount = amountAt[i];
    if (amount?.shape === 'plain' && (amount.kind === 'duration' || amount.kind === 'percent')) return true;
  }
  return false;
}

/** Whether what stands at `end`, right behind a metric, says how much of it there is. */
export function measuredBy(reading: Reading, end: number, to: number, entry: Entry): boolean {
  const { sentence, amountAt } = reading;
  const amount = amountAt[end];
  if (amount) return measuresNoun(reading, amount, to, entry);
  if (RELATION.has(normAt(sentence, end))) return true;
  // "Increase adoption of search": a verb that takes a metric; "Test coverage of the parser": a noun
  if (sentence.grammar.inflects && isPart(sentence, end, Part.genitive)) return !steers(entry);
  const nounlike = (entry.trait & Trait.nounlike) !== 0 && !steers(entry);
  return nounlike && isWord(sentence, end, Word.from) && startsAt(reading, end + 1);
}

/** Whether a number behind `test coverage`, `load factor` says how much of it there is, not how often to do it. */
function measuresNoun({ sentence, zoneOf }: Reading, amount: Amount, to: number, entry: Entry): boolean {
  const { inflects } = sentence.grammar;
  const nounlike = (entry.trait & Trait.nounlike) !== 0 || (entry.form & (Form.Ing | Form.Past)) !== 0;
  if (!nounlike || steers(entry)) return false;
  // "Review lương 2 lần/năm": how often is no level where verbs and nouns look alike
  if (amount.kind === 'multiple' && !inflects) return false;
  // "Load factor 87", "Paying readers 48,000 by June": a bare number behind a metric ends no command
  const ends = amount.to >= to || zoneOf[amount.to] === Zone.deadline;
  return isLevel(amount) || (inflects && ends && amount.shape === 'plain');
}

/** `Release frequency from 2 to 10`: a level that the metric starts at. */
function startsAt({ amountAt }: Reading, at: number): boolean {
  return amountAt[at]?.shape === 'plain' || amountAt[at]?.shape === 'factor';
}

function isLevel(amount: Amount): boolean {
  return amount.comparison !== '=' || amount.kind !== 'number';
}

const STEERS: ReadonlySet<HeadClass | undefined> = new Set([
  'delexical',
  'increase',
  'decrease',
  'improve',
  'keep',
  'reach',
]);

/** A verb that takes a metric and a level as it is: `drive waste below 1 tonne`, unlike `test coverage below 70 %`. */
export function steers(entry: Entry): boolean {
  return STEERS.has(entry.verb) && (entry.form & Form.Base) !== 0;
}
