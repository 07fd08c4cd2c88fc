/** The word lists of `words.yaml`, folded and compiled. */
import { foldText } from '../text/fold';
import type { Language } from '../text/language';
import data from './words.generated.json';

export type Status = keyof typeof data.status;
export type TimeWords = 'quarter' | 'monthWord' | 'dayWord' | 'yearWord' | 'end' | 'unsure';

/** Lower case, without diacritics and emoji variations, blanks folded. */
export function normal(text: string): string {
  return foldText(text).replaceAll('\ufe0f', '').replace(/\s+/gu, ' ').trim();
}

function alternation(words: readonly string[]): string {
  return [...new Set(words.map(normal))]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&'))
    .join('|');
}

/** An alternation of the words of one list, folded, longest first. */
export function anyOf(list: TimeWords): string {
  return alternation(data[list]);
}

/** From each word to the position of its group, which is what the group stands for. */
class Groups {
  readonly #index = new Map<string, number>();
  readonly pattern: string;

  constructor(groups: readonly (readonly string[])[]) {
    groups.forEach((words, index) => {
      for (const word of words) this.#index.set(normal(word), index);
    });
    this.pattern = alternation(groups.flat());
  }

  /** Position of the group, from 0; -1 for an unknown word. */
  of(folded: string): number {
    return this.#index.get(folded) ?? -1;
  }
}

export const MONTHS = new Groups(data.months);
export const QUARTERS = new Groups(data.quarterNumbers);
export const HALVES = new Groups([data.halves.first, data.halves.second]);
export const CYCLE_END: ReadonlySet<string> = new Set(data.cycleEnd.map(normal));
export const YEAR_END: ReadonlySet<string> = new Set(data.yearEnd.map(normal));

/** From each word to the key of the list that it stands in. */
function byWord(lists: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(lists).flatMap(([key, words]) => words.map((word) => [normal(word), key])));
}

const STATUS = byWord(data.status);
const CONFIDENCE = byWord(data.confidence);
const DURATIONS = byWord(data.durations);
const MAGNITUDES = new Map(Object.entries(data.magnitudes).map(([word, factor]) => [normal(word), factor]));

export function statusOf(folded: string): Status | undefined {
  return STATUS.get(folded) as Status | undefined;
}

/** Share of 1 that a word or a light for confidence stands for. */
export function confidenceOf(folded: string): number | undefined {
  const share = CONFIDENCE.get(folded);
  return share === undefined ? undefined : Number(share);
}

/** Seconds in a unit of time. */
export function secondsOf(folded: string): number | undefined {
  const seconds = DURATIONS.get(folded);
  return seconds === undefined ? undefined : Number(seconds);
}

export function magnitudeOf(folded: string): number | undefined {
  return MAGNITUDES.get(folded);
}

/** Whether `30/9` can only be the 30th of September. */
export function isDayFirst(language: Language | undefined): boolean {
  return language !== undefined && data.dayFirst.includes(language);
}

/** What separates thousands in a language. */
export function groupMarkOf(language: Language): '.' | ',' {
  return data.groupMark[language] === '.' ? '.' : ',';
}
