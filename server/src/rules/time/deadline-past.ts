import { saysHowFar } from '../../progress';
import type { GroupRule } from '../rule';
import { isFinal } from '../tracking/items';
import { onDeadline } from './due-place';

/**
 * The date has gone by, the target is not reached, and the cycle still runs. Only where the key result says how far it
 * is: what nobody tracks may be done. Domain note §3.6.
 */
export const deadlinePast: GroupRule = {
  id: 'deadline-past',
  scope: 'document',
  source: 'arithmetic',
  checkGroup({ cycle, keyResults, document: { today } }) {
    if (!cycle || today < cycle.start || today > cycle.end) return [];
    return keyResults.flatMap((kr) => {
      if (kr.item.checked || !saysHowFar(kr.item)) return [];
      const day = kr.due?.day;
      if (day === undefined || day >= today || day < cycle.start) return [];
      const { progress, stated, score, status } = kr.tracking;
      const reached = progress ?? stated;
      if (reached === undefined || reached >= 1) return [];
      if (score !== undefined || isFinal(status)) return [];
      return onDeadline(kr, { params: { progress: `${Math.round(reached * 100)}%` } }) ?? [];
    });
  },
};
