import type { Rule } from '../rule';
import { duplicateKr } from './duplicate-kr';
import { duplicateObjective } from './duplicate-objective';
import { initiativeUnderKrs } from './initiative-under-krs';
import { krRestatesObjective } from './kr-restates-objective';
import { krTooLong } from './kr-too-long';
import { krWithoutObjective } from './kr-without-objective';
import { mixedLanguage } from './mixed-language';
import { nonParallelKrs } from './non-parallel-krs';
import { numberingBroken } from './numbering-broken';
import { objectiveTooLong } from './objective-too-long';
import { tooManyObjectives } from './too-many-objectives';

/** How a document is put together. */
export const STRUCTURE_RULES: readonly Rule[] = [
  krWithoutObjective,
  tooManyObjectives,
  objectiveTooLong,
  krTooLong,
  duplicateKr,
  duplicateObjective,
  krRestatesObjective,
  numberingBroken,
  mixedLanguage,
  nonParallelKrs,
  initiativeUnderKrs,
];
