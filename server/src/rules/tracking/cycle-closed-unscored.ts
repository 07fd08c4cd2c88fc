import { daysBetween } from '../../progress';
import { isTracked } from '../group-traits';
import { onSentence } from '../places';
import type { GroupRule } from '../rule';
import { isFinal } from './items';

/** What is older is history. */
const RECENT = 120;

/** The cycle is over, its key results were tracked, and some were never scored. Domain note §3.7. */
export const cycleClosedUnscored: GroupRule = {
  id: 'cycle-closed-unscored',
  scope: 'document',
  source: 'google',
  checkGroup({ cycle, objective, goal, keyResults, document }) {
    const over = cycle ? daysBetween(cycle.end, document.today) : 0;
    if (!cycle || over <= 0 || over > RECENT || !keyResults.some((kr) => isTracked(kr.item))) return [];
    if (goal.tracking.score !== undefined) return [];
    const open = keyResults.filter((kr) => {
      const { score, status, progress, stated } = kr.tracking;
      return score === undefined && !isFinal(status) && !kr.item.checked && (progress ?? stated ?? 0) < 1;
    });
    if (open.length === 0) return [];
    return [onSentence(objective, { params: { count: String(open.length), cycle: cycle.text } })];
  },
};
