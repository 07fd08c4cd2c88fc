import type { GroupRule } from '../rule';
import { onDeadline } from './due-place';

/**
 * The date has gone by, the target is not reached, and the cycle still runs. Only where the key result says how far it
 * is: what nobody tracks may be done. Domain note §3.6.
 */
export const deadlinePast: GroupRule = {
  id: 'deadline-past',
  scope: 'document',
  source: 'arithmetic',
  checkGroup(context) {
    const { cycle, keyResults, trackingOf, document } = context;
    const { today } = document;
    if (!cycle || today < cycle.start || today > cycle.end) return [];
    return keyResults.flatMap((kr) => {
      const { due, progress, stated, score, status } = trackingOf(kr);
      const reached = progress ?? stated;
      if (due === undefined || due >= today || due < cycle.start || reached === undefined || reached >= 1)
        return [];
      if (
        score !== undefined ||
        kr.item.checked ||
        status === 'done' ||
        status === 'missed' ||
        status === 'dropped'
      )
        return [];
      return onDeadline(context, kr, { params: { progress: `${Math.round(reached * 100)}%` } }) ?? [];
    });
  },
};
