import { parseProgress, parseStatus } from '../../progress';
import { firstField, onField } from '../places';
import type { GroupContext, GroupHit, GroupRule } from '../rule';
import { hitsAtFields } from './items';

/** Today's value counts in days, the target in percent. */
function otherUnits({ keyResults }: GroupContext): readonly GroupHit[] {
  return keyResults.flatMap((kr) => {
    const field = firstField(kr.item, 'current');
    if (!field || !kr.tracking.otherUnit) return [];
    return [onField(kr, field, { variant: 'unit', params: { unit: kr.tracking.unit ?? '' } })];
  });
}

/** A progress that is no number, or a value that cannot be compared with the target. Domain note §3.7. */
export const progressInvalid: GroupRule = {
  id: 'progress-invalid',
  scope: 'document',
  source: 'arithmetic',
  fields: ['progress', 'current'],
  variants: ['unit'],
  checkGroup: (context) => [
    ...hitsAtFields(context, 'progress', (value) => {
      if (parseProgress(value) !== undefined || parseStatus(value) !== undefined) return undefined;
      // A note instead of a number harms only the sums.
      return /\d/u.test(value) ? {} : { mild: true };
    }),
    ...otherUnits(context),
  ],
};
