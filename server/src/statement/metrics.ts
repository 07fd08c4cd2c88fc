/** The metric of a clause: which noun phrase is measured, and which way is better. */
import { type Entry, Form, Noun, Part, Word } from './entry';
import type { Metric } from './facts';
import { ownedByUnknown, phraseEnd, phraseStart } from './phrases';
import { type FoundHead, PLURAL } from './predicates';
import { after, entryAt, isNoun, isPart, isWord, normAt, type Sentence, spanOf } from './sentence';
import { type Reading, Zone } from './zones';

export interface FoundMetric {
  readonly from: number;
  readonly to: number;
  readonly metric: Metric;
  /** A lexicon entry of its own, not only a head such as `time` or `số`. */
  readonly named: boolean;
}

interface Candidate {
  readonly at: number;
  readonly to: number;
  /** End of the noun phrase it stands in. */
  readonly end: number;
  readonly entry: Entry;
  readonly weight: number;
}

/** The metric named in tokens `[from, to)`, if any. The head verb's own tokens are no metric. */
export function findMetric(
  reading: Reading,
  from: number,
  to: number,
  head: FoundHead | undefined,
): FoundMetric | undefined {
  let best: Candidate | undefined;
  for (let i = from; i < to; i = Math.max(after(reading.sentence, i), i + 1)) {
    if (head && i >= head.from && i < head.to) continue;
    const found = candidateAt(reading, i, head ? Math.max(from, head.to) : from, to);
    if (found && (!best || found.weight > best.weight)) best = found;
  }
  return best && describe(reading, best, from, to, head);
}

function candidateAt(reading: Reading, at: number, from: number, to: number): Candidate | undefined {
  const { sentence, zoneOf, amountAt } = reading;
  const match = sentence.matches[at];
  if (match?.from !== at || match.to > to) return undefined;
  const { entry, to: end } = match;
  if (entry.metric === undefined && entry.headOf === undefined) return undefined;
  if (amountAt[at] !== undefined || zoneOf[at] !== Zone.main) return undefined;
  // "lò hơi số 2": what only gives a number to a thing measures nothing
  if (entry.word & Word.nametaker && amountAt[end]?.shape === 'name') return undefined;
  if (entry.metric && entry.noun & Noun.Action && actsOnThing(reading, end)) return undefined;
  // "time-block": part of a compound that goes on
  const goesOn = sentence.tokens[end]?.hyphened && !sentence.tokens[end - 1]?.hyphened;
  if (goesOn && end < to && entry.metric === undefined) return undefined;
  const phrase = Math.min(phraseEnd(reading, at), to);
  if (entry.metric === undefined && phrase > end && onlyNarrows(sentence, phrase - 1)) return undefined;
  if (phrase > end && ownedByUnknown(reading, entry, phrase)) return undefined;
  return { at, to: end, end: phrase, entry, weight: weigh(reading, at, end, phrase, entry, from) };
}

/** `number plate cameras`, `time clock`: the main noun behind a bare `number` or `time` is a thing. */
function onlyNarrows(sentence: Sentence, last: number): boolean {
  if (!sentence.grammar.inflects) return false;
  const entry = entryAt(sentence, last);
  if (!entry) return PLURAL.test(normAt(sentence, last));
  return entry.noun !== 0 && (entry.noun & PRODUCT) === entry.noun && !entry.metric && !entry.headOf;
}

const PRODUCT = Noun.Artefact | Noun.Event;

/** `conversion of the barn into a shop`, unlike `conversion of visitors`, `renewal of the contracts: 90 %`. */
function actsOnThing({ sentence, amounts }: Reading, at: number): boolean {
  if (
    amounts.length > 0 ||
    !isPart(sentence, at, Part.genitive) ||
    !isWord(sentence, at + 1, Word.determiner)
  )
    return false;
  const thing = entryAt(sentence, at + 2);
  return !thing || (thing.noun & (Noun.Person | Noun.Outcome | Noun.Abstract)) === 0;
}

/** Named metrics win over bare heads, longer names over shorter, main nouns over the rest of their phrase. */
function weigh(
  reading: Reading,
  at: number,
  end: number,
  phrase: number,
  entry: Entry,
  from: number,
): number {
  const { sentence } = reading;
  const named = entry.metric !== undefined && entry.metric.kind !== 'unknown';
  const main = sentence.grammar.headFinal ? phrase === end : at === from;
  let weight = end - at + (named ? 4 : 0) + (main ? 3 : 0) + (entry.headOf ? 1 : 0);
  // "the share of hosts": the share is measured
  if (entry.headOf && isPart(sentence, end, Part.genitive)) weight += 6;
  if (!main && entry.noun & (Noun.Artefact | Noun.Event)) weight -= 3;
  // "meetings with sales": what a preposition adds is rarely what is measured
  if (at > from && isWord(sentence, at - 1, Word.scope) && !isWord(sentence, at - 1, Word.to)) weight -= 2;
  return weight;
}

function describe(
  reading: Reading,
  found: Candidate,
  from: number,
  to: number,
  head: FoundHead | undefined,
): FoundMetric {
  const { sentence } = reading;
  const { entry } = found;
  const floor = Math.max(from, head && head.to <= found.at ? head.to : from);
  const start = sentence.grammar.headFinal ? phraseStart(reading, found.at, floor) : found.at;
  const end = Math.max(found.end, found.to);
  const last = sentence.grammar.headFinal ? entryAt(sentence, end - 1) : undefined;
  const kind = kindOf(entry, last);
  const polarity = turned(reading, end, to) ? 'neutral' : polarityOf(reading, start, end, entry, last, kind);
  const instrument = instrumentIn(reading, from, to);
  const metric: Metric = {
    span: spanOf(sentence, start, end),
    polarity,
    kind,
    fuzzy: entry.fuzzy,
    vanity: entry.vanity,
  };
  const named = entry.metric !== undefined && entry.metric.kind !== 'unknown';
  return {
    from: start,
    to: end,
    named,
    metric: {
      ...metric,
      ...(entry.metricKey === undefined ? {} : { key: entry.metricKey }),
      ...(instrument ? { instrument } : {}),
    },
  };
}

/** In a head-final phrase the last word names the kind: `defect fix time` is a duration. */
function kindOf(entry: Entry, last: Entry | undefined): Metric['kind'] {
  if (last?.headOf) return last.headOf;
  if (last?.metric && last.metric.kind !== 'unknown') return last.metric.kind;
  if (entry.metric && entry.metric.kind !== 'unknown') return entry.metric.kind;
  return entry.headOf ?? 'unknown';
}

/** A participle or passive after the noun can turn what is better: `complaints resolved`, `lỗi được phát hiện`. */
function turned({ sentence, zoneOf }: Reading, end: number, to: number): boolean {
  if (end >= to || zoneOf[end] !== Zone.main) return false;
  const entry = entryAt(sentence, end);
  if (!entry || entry.word & Word.to) return false;
  if (!sentence.grammar.inflects) return (entry.word & Word.copula) !== 0 || entry.verb === 'activity';
  return entry.form === Form.Past;
}

function polarityOf(
  reading: Reading,
  start: number,
  end: number,
  entry: Entry,
  last: Entry | undefined,
  kind: Metric['kind'],
): Metric['polarity'] {
  // a named metric that only colours another noun says nothing: "error handling coverage"
  const owner = last !== undefined && last !== entry && last.nominal ? last : entry;
  const sense = owner.metric;
  if (sense && sense.polarity !== 'neutral')
    return owner.headOf !== undefined ? mixed(reading, start, end, sense.polarity) : sense.polarity;
  if (kind === 'duration')
    return owner === entry && sense ? sense.polarity : mixed(reading, start, end, 'down');
  return mixed(reading, start, end, kind === 'rate' || kind === 'score' ? 'up' : 'neutral');
}

/** `down` where another noun of the phrase is better when lower: `defect rate`. */
function mixed(
  reading: Reading,
  start: number,
  end: number,
  otherwise: Metric['polarity'],
): Metric['polarity'] {
  const { sentence } = reading;
  for (let i = start; i < end; i = Math.max(after(sentence, i), i + 1)) {
    const entry = entryAt(sentence, i);
    if ((entry?.metric ?? entry?.modifier)?.polarity === 'down') return 'down';
  }
  return otherwise;
}

/** `CSAT`, `by survey`, `theo khảo sát`: how it is measured. */
function instrumentIn(
  { sentence, amountAt }: Reading,
  from: number,
  to: number,
): Metric['instrument'] | undefined {
  for (let i = from; i < to; i++)
    if (amountAt[i] === undefined && isNoun(sentence, i, Noun.Instrument))
      return spanOf(sentence, i, after(sentence, i));
  return undefined;
}
