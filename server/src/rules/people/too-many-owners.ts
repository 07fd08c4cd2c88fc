import { ownersOf } from '../../progress';
import { firstField, onField } from '../places';
import { DEFAULT_LIMITS } from '../profiles';
import type { GroupRule } from '../rule';

/** Where three people answer for a number, nobody does. Domain note §3.6. */
export const tooManyOwners: GroupRule = {
  id: 'too-many-owners',
  scope: 'document',
  source: 'doerr',
  fields: ['owner'],
  checkGroup({ keyResults, document }) {
    const { max } = (document.limits ?? DEFAULT_LIMITS).owners ?? DEFAULT_LIMITS.owners;
    return keyResults.flatMap((kr) => {
      const owners = ownersOf(kr.item);
      const field = owners.length > max && firstField(kr.item, 'owner');
      if (!field) return [];
      const params = { words: owners.join(', '), count: String(owners.length), max: String(max) };
      return [onField(kr, field, { params })];
    });
  },
};
