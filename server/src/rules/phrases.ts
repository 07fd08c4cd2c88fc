/** The phrases of `phrases.yaml`, folded and compiled. */

import { foldText } from '../text/fold';
import type { Language } from '../text/language';
import { LETTER } from '../text/letters';
import data from './phrases.generated.json';

function alternation(phrases: readonly string[]): string {
  return [...new Set(phrases.map(foldText))].sort((a, b) => b.length - a.length).join('|');
}

function vague({ anywhere, atEnd }: { anywhere: readonly string[]; atEnd: readonly string[] }): RegExp {
  return new RegExp(
    `(?<![${LETTER}\\d])(?:(?:${alternation(anywhere)})(?![${LETTER}\\d])|(?:${alternation(atEnd)})(?=[.!,;]? {0,3}$))`,
    'u',
  );
}

/** Deadlines that name no day, in folded text. */
export const VAGUE_DEADLINE: Readonly<Record<Language, RegExp>> = {
  en: vague(data.vagueDeadline.en),
  vi: vague(data.vagueDeadline.vi),
};

/** A full stop with a capital and two more words behind it: another sentence. Not after `incl.`, `TP.` or a number. */
// regex: the text is at most 2,000 units, and the repeats are bounded
export const SENTENCE_END = new RegExp(
  `(?<=\\p{Ll}{2}|\\)|%)(?<!(?<![${LETTER}])(?:${data.abbreviations.join('|')}))[.!?]\\s\\p{Lu}\\S{0,30}\\s\\S{1,30}\\s\\S`,
  'u',
);

/** A date that follows says by when, in folded text. */
export const DEADLINE_LEAD = new RegExp(`^ {0,3}(?:${alternation(data.deadlineLead)})(?![${LETTER}])`, 'u');

/** Folded words that say nothing when sentences are compared. */
export const FILLERS: ReadonlySet<string> = new Set(
  data.fillers.flatMap((word) => foldText(word).split(' ')),
);

/** Says where a number can be looked up, in folded text. */
export const EVIDENCE = new RegExp(`(?<![${LETTER}])(?:${alternation(data.evidence)})(?![${LETTER}])`, 'u');
