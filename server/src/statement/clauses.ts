/** Cuts a statement into clauses: parts with a verb or a number of their own. */
import { Form, Part, Trait, Word } from './entry';
import type { HeadClass } from './facts';
import type { Match } from './lexicon';
import { nounHere } from './noun-or-verb';
import { holdsMetric, phraseEnd } from './phrases';
import { after, isPart, isWord, normAt } from './sentence';
import { readStructure, type Structure } from './structure';
import { type Reading, Zone } from './zones';

export interface FoundClause {
  readonly from: number;
  readonly to: number;
  readonly structure: Structure;
  /** Tokens of the conjunction or punctuation before it. */
  readonly joint: Joint | undefined;
}

interface Joint {
  readonly from: number;
  readonly to: number;
}

const WORKS: ReadonlySet<HeadClass> = new Set([
  'activity',
  'hiring-spend',
  'learning',
  'support',
  'completion',
]);
const SENTENCE_END = ';.!?';
const ARROWS: ReadonlySet<string> = new Set(['→', '->', '=>', '⟶', '➜', '➔']);

/** Clauses in order; at least one. */
export function findClauses(reading: Reading): FoundClause[] {
  const clauses: FoundClause[] = [];
  const end = reading.sentence.tokens.length;
  let from = 0;
  let joint: Joint | undefined;
  let structure = readStructure(reading, 0, end);
  for (let i = firstJoint(structure, from); i < end; i++) {
    const next = jointAt(reading, i, from, end, structure);
    if (!next) continue;
    clauses.push({ from, to: next.from, joint, structure: readStructure(reading, from, next.from) });
    from = next.to;
    joint = next;
    structure = readStructure(reading, from, end);
    i = firstJoint(structure, from) - 1;
  }
  clauses.push({ from, to: end, joint, structure });
  return clauses;
}

/** No clause ends before its verbs do. */
function firstJoint({ head, joined }: Structure, from: number): number {
  return Math.max(joined[joined.length - 1]?.to ?? head?.to ?? from + 1, from + 1);
}

function jointAt(
  reading: Reading,
  at: number,
  from: number,
  end: number,
  left: Structure,
): Joint | undefined {
  const { sentence, zoneOf, amountAt } = reading;
  if (amountAt[at] !== undefined || at + 1 >= end) return undefined;
  const norm = normAt(sentence, at);
  const symbol = sentence.tokens[at]?.kind === 'symbol';
  // "Node.js", "v0.8": a point inside a word
  const inside = norm === '.' && sentence.tokens[at + 1]?.glued === true;
  if (symbol && SENTENCE_END.includes(norm) && !inside) return { from: at, to: at + 1 };
  if (zoneOf[at] === Zone.means || zoneOf[at] === Zone.purpose) return undefined;
  if (symbol && ARROWS.has(norm)) return arrowJoint(reading, at, from, left);
  if (!isJoint(reading, at)) return undefined;
  let start = isWord(sentence, at, Word.and) ? after(sentence, at) : at + 1;
  if (isWord(sentence, start, Word.and)) start = after(sentence, start);
  if (start >= end) return undefined;
  const opens = opensClause(reading, start, end, left) || bothMeasured(reading, from, at, start, end, left);
  return opens ? { from: at, to: start } : undefined;
}

/** `Launch web → 6K users`: what the work is to bring. */
function arrowJoint(reading: Reading, at: number, from: number, left: Structure): Joint | undefined {
  if (!left.head || !reading.amountAt[at + 1]) return undefined;
  for (let i = from; i < at; i++) if (reading.amountAt[i]?.shape === 'plain') return undefined;
  return { from: at, to: at + 1 };
}

function isJoint({ sentence, amountAt }: Reading, at: number): boolean {
  if (amountAt[at] !== undefined) return false;
  const norm = normAt(sentence, at);
  return norm === ',' || norm === '+' || isWord(sentence, at, Word.and);
}

/** A verb that opens a new command after a command. */
function opensClause(reading: Reading, at: number, end: number, left: Structure): boolean {
  const { sentence, amountAt } = reading;
  if (!left.head || amountAt[at]?.shape === 'plain') return false;
  const match = sentence.matches[at];
  if (match?.from !== at || match.entry.verb === undefined) return false;
  const { entry } = match;
  if (nounHere(reading, at, end, entry)) return false;
  const sure =
    !(entry.trait & Trait.nounlike) ||
    opensObject(reading, match.to, end) ||
    movesMetric(reading, match, end);
  if (!sentence.grammar.inflects) return sure;
  return sure && ((entry.form & left.head.entry.form) !== 0 || entry.form === Form.Base);
}

/** `and lift conversion to 4 %`: a verb of change before a metric. */
function movesMetric(reading: Reading, { entry, to }: Match, end: number): boolean {
  const moves = entry.verb === 'increase' || entry.verb === 'decrease' || entry.verb === 'improve';
  return moves && holdsMetric(reading, to, Math.min(phraseEnd(reading, to), end));
}

/** What follows a verb rather than a noun: an article, a number, a vague word. */
function opensObject({ sentence, amountAt }: Reading, at: number, end: number): boolean {
  if (at >= end) return false;
  return amountAt[at] !== undefined || isWord(sentence, at, Word.determiner | Word.vague);
}

/** `NPS 50 and churn below 3 %`: a number on both sides, up to the next joint; not `between 5 and 10`. */
function bothMeasured(
  reading: Reading,
  from: number,
  at: number,
  start: number,
  end: number,
  left: Structure,
): boolean {
  if (!hasNumber(reading, from, at)) return false;
  if (tellsNow(reading, start) || toldBefore(reading, at)) return false;
  // "64 a month, down to 20"
  if (
    !left.head &&
    isWord(reading.sentence, start, Word.to) &&
    reading.amountAt[after(reading.sentence, start)]
  )
    return false;
  // "ở chuyền 1 và chuyền 2", "3 videos and 2 guides": the work goes on unless something is measured
  if (left.head && WORKS.has(left.head.class) && !measures(reading, start, end)) return false;
  if (reading.amountAt[start]?.from === start && isPart(reading.sentence, before(reading, at), Part.between))
    return false;
  let stop = start;
  while (stop < end && !isJoint(reading, stop)) stop++;
  return hasNumber(reading, start, stop);
}

/** `70 days, was 112`, `85%, 71% last year`: what it was belongs to what it is to be. */
function tellsNow({ sentence, amountAt }: Reading, at: number): boolean {
  if (isWord(sentence, at, Word.now)) return amountAt[after(sentence, at)] !== undefined;
  const behind = amountAt[at]?.to ?? 0;
  if (!isWord(sentence, behind, Word.now)) return false;
  const next = normAt(sentence, after(sentence, behind));
  return next === '' || next === ',' || next === ')';
}

/** `9% last year, 18% this year`: the same the other way round. */
function toldBefore({ sentence, amountAt }: Reading, at: number): boolean {
  const from = sentence.matches[at - 1]?.from ?? at;
  return (
    isWord(sentence, from, Word.now) && amountAt[from - 1] !== undefined && amountAt[at + 1] !== undefined
  );
}

/** A metric, or a number that is no plain count. */
function measures(reading: Reading, from: number, to: number): boolean {
  if (holdsMetric(reading, from, to)) return true;
  for (let i = from; i < to; i++) {
    const amount = reading.amountAt[i];
    if (amount && (amount.kind !== 'number' || amount.comparison !== '=')) return true;
  }
  return false;
}

/** The token before the number that ends before `at`. */
function before({ amountAt }: Reading, at: number): number {
  return (amountAt[at - 1]?.from ?? at) - 1;
}

function hasNumber({ amountAt, zoneOf }: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const shape = amountAt[i]?.shape;
    if (shape === undefined || zoneOf[i] !== Zone.main) continue;
    if (shape === 'plain' || shape === 'factor' || shape === 'rank') return true;
  }
  return false;
}
