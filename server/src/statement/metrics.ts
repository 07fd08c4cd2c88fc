/** The metric of a clause: which noun phrase is measured, and which way is better. */
import type { Metric } from './facts';
import { type Entry, Noun, Word } from './lexicon';
import { phraseEnd, phraseStart, type Reading } from './phrases';
import { after, entryAt, isNoun, spanOf } from './sentence';
import type { FoundHead } from './structure';
import { Zone } from './zones';

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
  readonly entry: Entry;
  readonly weight: number;
}

/** The metric named in tokens `[from, to)`, if any. The head verb's own tokens are no metric. */
export function findMetric(
  reading: Reading,
  from: number,
  to: number,
  head?: FoundHead,
): FoundMetric | undefined {
  let best: Candidate | undefined;
  for (let i = from; i < to; i = Math.max(after(reading.sentence, i), i + 1)) {
    if (head && i >= head.from && i < head.to) continue;
    const found = candidateAt(reading, i, to);
    if (found && (!best || found.weight > best.weight)) best = found;
  }
  return best && describe(reading, best, from, to, head);
}

function candidateAt(reading: Reading, at: number, to: number): Candidate | undefined {
  const { sentence, zones, amountAt } = reading;
  const zone = zones.of[at];
  const entry = entryAt(sentence, at);
  if (!entry || amountAt[at] !== undefined || (zone !== Zone.main && zone !== Zone.note)) return undefined;
  if (!entry.metric && !entry.headOf) return undefined;
  const end = after(sentence, at);
  if (sentence.matches[at]?.from !== at || end > to) return undefined;
  // "time-block": part of a compound that goes on
  if (sentence.tokens[end]?.hyphened && !sentence.tokens[end - 1]?.hyphened && end < to && !entry.metric)
    return undefined;
  return { at, to: end, entry, weight: weigh(reading, at, end, entry) };
}

/** Named metrics win over bare heads, longer names over shorter, the last word of an English phrase over the rest. */
function weigh(reading: Reading, at: number, end: number, entry: Entry): number {
  const named = entry.metric && entry.metric.kind !== 'unknown' ? 4 : 0;
  const length = end - at;
  const closes = reading.sentence.grammar.headFinal ? phraseEnd(reading, at) === end : at === 0;
  const product = (entry.noun & (Noun.Artefact | Noun.Event)) !== 0 && !closes ? -3 : 0;
  return named + length + (closes ? 3 : 0) + (entry.headOf ? 1 : 0) + product;
}

function describe(
  reading: Reading,
  found: Candidate,
  from: number,
  to: number,
  head?: FoundHead,
): FoundMetric {
  const { sentence } = reading;
  const floor = Math.max(from, head && head.to <= found.at ? head.to : from);
  const start = sentence.grammar.headFinal ? phraseStart(reading, found.at, floor) : found.at;
  const end = Math.max(Math.min(phraseEnd(reading, found.to), to), found.to);
  const { entry } = found;
  const kind = headKind(reading, end, entry);
  const instrument = instrumentIn(reading, from, to);
  return {
    from: start,
    to: end,
    named: entry.metric !== undefined && entry.metric.kind !== 'unknown',
    metric: {
      span: spanOf(sentence, start, end),
      ...(entry.metric ? { key: entry.metricKey ?? entry.lemma } : {}),
      polarity: polarityOf(reading, start, end, entry, kind),
      kind,
      fuzzy: entry.fuzzy,
      vanity: entry.vanity,
      ...(instrument ? { instrument } : {}),
    },
  };
}

/** In an English phrase the last word names the kind: `defect fix time` is a duration. */
function headKind(reading: Reading, end: number, entry: Entry): Metric['kind'] {
  if (reading.sentence.grammar.headFinal) {
    const last = entryAt(reading.sentence, end - 1);
    if (last?.headOf) return last.headOf;
    if (last?.metric && last.metric.kind !== 'unknown') return last.metric.kind;
  }
  if (entry.metric && entry.metric.kind !== 'unknown') return entry.metric.kind;
  return entry.headOf ?? 'unknown';
}

function polarityOf(
  reading: Reading,
  start: number,
  end: number,
  entry: Entry,
  kind: Metric['kind'],
): Metric['polarity'] {
  if (entry.metric && entry.metric.polarity !== 'neutral' && entry.headOf === undefined)
    return entry.metric.polarity;
  if (kind === 'duration' && !entry.metric) return 'down';
  for (let i = start; i < end; i = Math.max(after(reading.sentence, i), i + 1)) {
    const part = entryAt(reading.sentence, i);
    if (part?.metric?.polarity === 'down') return 'down';
  }
  if (entry.metric) return entry.metric.polarity;
  return kind === 'rate' || kind === 'score' ? 'up' : 'neutral';
}

/** `CSAT`, `by survey`, `theo khảo sát`: how it is measured. */
export function instrumentIn(
  reading: Reading,
  from: number,
  to: number,
): { start: number; end: number } | undefined {
  for (let i = from; i < to; i++)
    if (isNoun(reading.sentence, i, Noun.Instrument) && reading.amountAt[i] === undefined)
      return spanOf(reading.sentence, i, after(reading.sentence, i));
  return undefined;
}

/** Words that promise change without amount, outside deadlines. */
export function isVagueAt(reading: Reading, at: number): boolean {
  const entry = entryAt(reading.sentence, at);
  return entry !== undefined && (entry.word & Word.vague) !== 0 && reading.amountAt[at] === undefined;
}
