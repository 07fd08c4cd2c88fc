import type { GroupRule } from '../rule';
import { onDeadline } from './due-place';

/** A date that the cycle does not reach. A month or year that overlaps the cycle is inside. Domain note §3.6. */
export const deadlineOutsideCycle: GroupRule = {
  id: 'deadline-outside-cycle',
  scope: 'document',
  source: 'arithmetic',
  variants: ['before'],
  checkGroup({ cycle, keyResults }) {
    if (!cycle) return [];
    return keyResults.flatMap((kr) => {
      const due = kr.due?.range;
      if (!due || (cycle.start <= due.end && due.start <= cycle.end)) return [];
      const params = { cycle: cycle.text, start: cycle.start, end: cycle.end };
      if (due.end < cycle.start) return onDeadline(kr, { variant: 'before', params }) ?? [];
      return onDeadline(kr, { params }) ?? [];
    });
  },
};
