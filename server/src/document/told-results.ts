/** Key results told in a line, mostly behind their objective: `Objective: ... Key results: 1) ...; 2) ...`. */
import { fold, unfold } from '../text/fold';
import type { Span } from '../text/span';
import { TOLD_RESULTS } from './label-patterns';
import type { LineKind } from './line-kind';

/** What each of them is; its number is no label that could stand elsewhere. */
export const TOLD: LineKind = { kind: 'key-result', start: 0, end: 0, sure: true, empty: true };

export interface Told {
  /** Where the words that announce them begin. */
  readonly stop: number;
  /** The key results without their numbers. */
  readonly results: readonly Span[];
}

const NUMBER = /(?<=\s)\(?(\d{1,2})[.)]\s/g;
const MAY_BE_TOLD = /:\s{1,9}\(?1[.)]\s/;
/** What stands between two of them: `; and`. */
const JOINT = /(?:[;,]\s*\p{L}{1,3})?[\s;,.]*$/u;

/** Where key results are announced that stand behind each other in the same line, the first numbered 1; -1 where none are. */
export function toldAt(text: string): number {
  if (!MAY_BE_TOLD.test(text)) return -1;
  const folded = fold(text);
  const index = folded.text.search(TOLD_RESULTS);
  return index < 0 ? -1 : unfold(folded, index);
}

/** Reads them: at least two, each of which says how much. */
export function readTold(text: string): Told | undefined {
  const stop = toldAt(text);
  if (stop < 0) return undefined;
  const numbers: Span[] = [];
  for (const { 0: all, 1: number, index } of text.slice(stop).matchAll(NUMBER))
    if (Number(number) === numbers.length + 1)
      numbers.push({ start: stop + index, end: stop + index + all.length });
  const results = numbers.map(({ end: start }, i) => {
    const end = numbers[i + 1]?.start ?? text.length;
    return { start, end: start + text.slice(start, end).replace(JOINT, '').length };
  });
  const measure = ({ start, end }: Span) => /\d/.test(text.slice(start, end));
  return results.length > 1 && results.every(measure) ? { stop, results } : undefined;
}
