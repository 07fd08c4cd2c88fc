import type { Rule } from '../rule';
import { confidenceInvalid } from './confidence-invalid';
import { cycleClosedUnscored } from './cycle-closed-unscored';
import { offPace } from './off-pace';
import { progressInconsistent } from './progress-inconsistent';
import { progressInvalid } from './progress-invalid';
import { progressRegressed } from './progress-regressed';
import { scoreEarly } from './score-early';
import { scoreInvalid } from './score-invalid';
import { staleCheckin } from './stale-checkin';
import { untracked } from './untracked';
import { weightsSum } from './weights-sum';
import { wishfulStatus } from './wishful-status';

/** Values, scores and check-ins. */
export const TRACKING_RULES: readonly Rule[] = [
  scoreInvalid,
  scoreEarly,
  progressInvalid,
  progressRegressed,
  progressInconsistent,
  offPace,
  confidenceInvalid,
  weightsSum,
  staleCheckin,
  untracked,
  cycleClosedUnscored,
  wishfulStatus,
];
