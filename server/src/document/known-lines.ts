/** Lines that have been looked at already. */
import type { LineKind, LinePlace } from './line-kind';

/** A line with what it is. */
export interface KnownLine {
  readonly text: string;
  readonly place: LinePlace;
  readonly kind: LineKind;
}

let known: readonly KnownLine[] = [];
/** The readers go through the lines in their order. */
let next = 0;
/** So many lines a reader may pass over: those in quotes, tables and notes. */
const MOST_PASSED = 8;

/**
 * Tells what is known of the lines that are going to be read: the cutter has looked at them all, and the readers ask for
 * most of them again, for some twice. That is all it does; what is not known is found out.
 */
export function expectLines(lines: readonly KnownLine[]): void {
  known = lines;
  next = 0;
}

/** What is known of a line, if it is one of the next that are expected. */
export function recall(text: string, place: LinePlace): LineKind | undefined {
  const end = Math.min(known.length, next + MOST_PASSED);
  for (let i = next; i < end; i++) {
    const line = known[i] as KnownLine;
    if (line.text !== text || line.place !== place) continue;
    next = i;
    return line.kind;
  }
  return undefined;
}
