import { onSentence, percent } from '../places';
import type { GroupRule } from '../rule';
import { isWishful } from './wishful';

/** Everything is on track, and nothing has moved. Domain note §3.7. */
export const wishfulStatus: GroupRule = {
  id: 'wishful-status',
  scope: 'document',
  source: 'doerr',
  fields: ['status'],
  checkGroup(context) {
    if (!isWishful(context)) return [];
    const { objective, keyResults, elapsed = 0 } = context;
    const params = { count: String(keyResults.length), elapsed: percent(elapsed) };
    return [onSentence(objective, { params })];
  },
};
