import { progressFrom } from '../../progress';
import { onSentence, percent } from '../places';
import type { GroupRule } from '../rule';

/** Less than a tenth of the way is the weather. */
const FALL = 0.1;

/** The newest check-in is further from the target than the one before. Domain note §3.7. */
export const progressRegressed: GroupRule = {
  id: 'progress-regressed',
  scope: 'document',
  source: 'doerr',
  checkGroup({ keyResults }) {
    return keyResults.flatMap((kr) => {
      if (kr.item.checkIns.length < 2) return [];
      const { baseline, target, history } = kr.tracking;
      const [before, now] = history.slice(-2).map(({ value }) => progressFrom(baseline, target, value));
      if (before === undefined || now === undefined || now > before - FALL) return [];
      return [onSentence(kr, { params: { before: percent(before), now: percent(now) } })];
    });
  },
};
