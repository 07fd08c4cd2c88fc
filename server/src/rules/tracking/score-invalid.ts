import { parseScore } from '../../progress';
import type { GroupRule } from '../rule';
import { hitsAtFields } from './items';

/** What the number would be on the scale from 0 to 1, where it is on another usual one: `70`, `7`. */
export function rescaled(share: number): string | undefined {
  if (share > 1 && share <= 10) return String(Math.round(share * 10) / 100);
  if (share > 10 && share <= 100) return String(Math.round(share) / 100);
  return undefined;
}

/** A score outside 0 to 1. Domain note §3.7. */
export const scoreInvalid: GroupRule = {
  id: 'score-invalid',
  scope: 'document',
  source: 'google',
  fields: ['score'],
  variants: ['scale'],
  checkGroup: (context) =>
    hitsAtFields(context, 'score', (value) => {
      const score = parseScore(value);
      if (!score || score.valid) return undefined;
      const expected = /[/%]/u.test(value) ? undefined : rescaled(score.share);
      return expected === undefined ? {} : { variant: 'scale', params: { expected } };
    }),
};
