import type { GroupRule } from '../rule';
import { onDeadline } from './due-place';

const FEWEST = 3;

/** Every key result is due on the last day of the cycle: there is no plan, only an end. Domain note §3.6. */
export const allSameLastDay: GroupRule = {
  id: 'all-same-last-day',
  scope: 'document',
  source: 'google',
  checkGroup({ cycle, keyResults }) {
    const [first] = keyResults;
    if (!cycle || !first || keyResults.length < FEWEST) return [];
    if (!keyResults.every(({ due }) => due?.day === cycle.end)) return [];
    const hit = onDeadline(first, { params: { count: String(keyResults.length) } });
    return hit ? [hit] : [];
  },
};
