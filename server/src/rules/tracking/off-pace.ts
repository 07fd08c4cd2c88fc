import { paceOf } from '../../progress';
import { percent } from '../places';
import type { GroupRule } from '../rule';
import { hitsAtFields } from './items';
import { isWishful } from './wishful';

/**
 * "On track", but progress lags behind the time that has passed. Where all lag, `wishful-status` says so. Thresholds
 * after Oboard, domain note §6.3.
 */
export const offPace: GroupRule = {
  id: 'off-pace',
  scope: 'document',
  source: 'oboard',
  fields: ['status'],
  checkGroup(context) {
    const { elapsed } = context;
    if (elapsed === undefined || isWishful(context)) return [];
    return hitsAtFields(context, 'status', (_, about) => {
      if (about.item.kind !== 'key-result') return undefined;
      const { status, progress, stated } = about.tracking;
      const reached = progress ?? stated;
      const pace = paceOf(reached, elapsed);
      if (status !== 'on-track' || reached === undefined || (pace !== 'behind' && pace !== 'at-risk'))
        return undefined;
      return { params: { progress: percent(reached), elapsed: percent(elapsed), pace } };
    });
  },
};
