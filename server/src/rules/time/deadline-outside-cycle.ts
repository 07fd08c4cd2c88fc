import type { GroupRule } from '../rule';
import { onDeadline } from './due-place';

/** A date that the cycle does not reach. A month or year that overlaps the cycle is inside. Domain note §3.6. */
export const deadlineOutsideCycle: GroupRule = {
  id: 'deadline-outside-cycle',
  scope: 'document',
  source: 'arithmetic',
  variants: ['before'],
  checkGroup(context) {
    const { cycle, keyResults, trackingOf } = context;
    if (!cycle) return [];
    return keyResults.flatMap((kr) => {
      const due = trackingOf(kr).dueRange;
      if (!due) return [];
      const params = { cycle: cycle.text, start: cycle.start, end: cycle.end };
      if (due.end < cycle.start) return onDeadline(context, kr, { variant: 'before', params }) ?? [];
      return due.start > cycle.end ? (onDeadline(context, kr, { params }) ?? []) : [];
    });
  },
};
