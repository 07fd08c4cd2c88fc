import { percent } from '../places';
import type { GroupRule } from '../rule';
import { hitsAtFields } from './items';

/** In the last tenth of the cycle people begin to score. */
const LATE = 0.9;
const FAR = 0.2;

/** A score in the middle of the cycle that today's value contradicts. Domain note §3.7. */
export const scoreEarly: GroupRule = {
  id: 'score-early',
  scope: 'document',
  source: 'google',
  fields: ['score'],
  checkGroup(context) {
    const { elapsed } = context;
    if (elapsed === undefined || elapsed === 0 || elapsed >= LATE) return [];
    return hitsAtFields(context, 'score', (_, about) => {
      if (about.item.kind === 'objective') return undefined;
      const { score, progress } = about.tracking;
      if (score === undefined || progress === undefined) return undefined;
      const reached = Math.min(1, Math.max(0, progress));
      return Math.abs(score - reached) > FAR ? { params: { progress: percent(progress) } } : undefined;
    });
  },
};
