import type { Rule } from '../rule';
import { alignmentCycle } from './alignment-cycle';
import { alignmentDangling } from './alignment-dangling';
import { noAlignment } from './no-alignment';

/** What supports what. */
export const ALIGNMENT_RULES: readonly Rule[] = [noAlignment, alignmentDangling, alignmentCycle];
