import { percent } from '../places';
import type { GroupRule } from '../rule';
import { hitsAtFields } from './items';

/** Two points may come from rounding. Domain note §3.7. */
const ROUNDING = 0.0201;

/** The progress that is written down is not what start, target and today's value give. */
export const progressInconsistent: GroupRule = {
  id: 'progress-inconsistent',
  scope: 'document',
  source: 'arithmetic',
  fields: ['progress'],
  checkGroup: (context) =>
    hitsAtFields(context, 'progress', (_, about) => {
      if (about.item.kind !== 'key-result') return undefined;
      const { stated, progress } = about.tracking;
      if (stated === undefined || progress === undefined || Math.abs(stated - progress) <= ROUNDING)
        return undefined;
      return { params: { expected: percent(progress) } };
    }),
};
