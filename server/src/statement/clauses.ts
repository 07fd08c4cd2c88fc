/** Cuts a statement into clauses: parts with a verb or a number of their own. */
import { Form, Trait, Word } from './lexicon';
import type { Reading } from './phrases';
import { after, entryAt, isWord, normAt } from './sentence';
import { nounHere, readStructure, type Structure } from './structure';
import { Zone } from './zones';

export interface FoundClause {
  readonly from: number;
  readonly to: number;
  readonly structure: Structure;
  /** Tokens of the conjunction or punctuation before it. */
  readonly joint?: { readonly from: number; readonly to: number };
}

interface Boundary {
  /** Tokens of the joint. */
  readonly from: number;
  readonly to: number;
}

/** Clauses in order; at least one. */
export function findClauses(reading: Reading): FoundClause[] {
  const clauses: FoundClause[] = [];
  const end = reading.sentence.tokens.length;
  let from = 0;
  let joint: Boundary | undefined;
  let structure = readStructure(reading, 0, end);
  for (let i = Math.max(structure.head?.to ?? 0, 1); i < end; i++) {
    if (i < lastJoined(structure)) continue;
    const boundary = boundaryAt(reading, i, from, end, structure);
    if (!boundary) continue;
    clauses.push(clause(reading, from, boundary.from, joint));
    from = boundary.to;
    joint = boundary;
    structure = readStructure(reading, from, end);
    i = Math.max(structure.head?.to ?? from, from + 1) - 1;
  }
  clauses.push(clause(reading, from, end, joint));
  return clauses;
}

function lastJoined(structure: Structure): number {
  return structure.joined[structure.joined.length - 1]?.to ?? 0;
}

function clause(reading: Reading, from: number, to: number, joint: Boundary | undefined): FoundClause {
  return { from, to, structure: readStructure(reading, from, to), ...(joint ? { joint } : {}) };
}

function boundaryAt(
  reading: Reading,
  at: number,
  from: number,
  end: number,
  left: Structure,
): Boundary | undefined {
  const { sentence, zones, amountAt } = reading;
  if (amountAt[at] !== undefined) return undefined;
  const norm = normAt(sentence, at);
  if (at + 1 >= end) return undefined;
  if (norm === ';' || norm === '.' || norm === '!' || norm === '?') return { from: at, to: at + 1 };
  if (zones.of[at] === Zone.means || zones.of[at] === Zone.purpose) return undefined;
  if (ARROW.has(norm)) return arrowBoundary(reading, at, from, left);
  if (!isJoint(reading, at)) return undefined;
  const next = isWord(sentence, at, Word.and) ? after(sentence, at) : at + 1;
  const start = isWord(sentence, next, Word.and) ? after(sentence, next) : next;
  if (start >= end) return undefined;
  return opensClause(reading, start, end, left) || bothMeasured(reading, from, at, start, end)
    ? { from: at, to: start }
    : undefined;
}

const ARROW: ReadonlySet<string> = new Set(['→', '->', '=>', '⟶', '➜', '➔']);

/** `Launch web → 6K users`: what the work is to bring. */
function arrowBoundary(reading: Reading, at: number, from: number, left: Structure): Boundary | undefined {
  if (!left.head || !reading.amountAt[at + 1]) return undefined;
  for (let i = from; i < at; i++) if (reading.amountAt[i]?.shape === 'plain') return undefined;
  return { from: at, to: at + 1 };
}

function isJoint(reading: Reading, at: number): boolean {
  const norm = normAt(reading.sentence, at);
  return norm === ',' || norm === '+' || isWord(reading.sentence, at, Word.and);
}

/** A verb that opens a new command after a command. */
function opensClause(reading: Reading, at: number, end: number, left: Structure): boolean {
  const { sentence } = reading;
  if (!left.head || reading.amountAt[at]?.shape === 'plain') return false;
  const entry = entryAt(sentence, at);
  if (!entry?.verb || sentence.matches[at]?.from !== at || nounHere(reading, at, end)) return false;
  if (!sentence.grammar.inflects)
    return !(entry.trait & Trait.nounlike) || opensObject(reading, after(sentence, at), end);
  if (!(entry.form & left.head.entry.form) && entry.form !== Form.Base) return false;
  return !(entry.trait & Trait.nounlike) || opensObject(reading, after(sentence, at), end);
}

/** What follows a verb rather than a noun: an article, a number, a vague word. */
function opensObject(reading: Reading, at: number, end: number): boolean {
  if (at >= end) return false;
  return reading.amountAt[at] !== undefined || isWord(reading.sentence, at, Word.determiner | Word.vague);
}

/** `NPS 50 and churn below 3 %`: a number on both sides, up to the next joint. */
function bothMeasured(reading: Reading, from: number, at: number, start: number, end: number): boolean {
  if (
    !hasNumber(reading, from, at) ||
    (reading.amountAt[start] !== undefined &&
      reading.amountAt[start]?.kind === 'number' &&
      isRangeAnd(reading, from))
  )
    return false;
  let stop = start;
  while (stop < end && !(isJoint(reading, stop) && reading.amountAt[stop] === undefined)) stop++;
  return hasNumber(reading, start, stop);
}

/** `between 5 and 10`. */
function isRangeAnd(reading: Reading, from: number): boolean {
  const norm = normAt(reading.sentence, from);
  return norm === 'between';
}

function hasNumber(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const amount = reading.amountAt[i];
    if (
      amount &&
      reading.zones.of[i] === Zone.main &&
      amount.shape !== 'name' &&
      amount.shape !== 'date' &&
      amount.shape !== 'adjective'
    )
      return true;
  }
  return false;
}
