import type { Rule } from '../rule';
import { allSameLastDay } from './all-same-last-day';
import { cycleMismatch } from './cycle-mismatch';
import { deadlineOutsideCycle } from './deadline-outside-cycle';
import { deadlinePast } from './deadline-past';
import { krNoDeadline } from './kr-no-deadline';
import { missingCycle } from './missing-cycle';
import { vagueDeadline } from './vague-deadline';

/** Cycles and deadlines. */
export const TIME_RULES: readonly Rule[] = [
  missingCycle,
  krNoDeadline,
  vagueDeadline,
  deadlineOutsideCycle,
  deadlinePast,
  allSameLastDay,
  cycleMismatch,
];
