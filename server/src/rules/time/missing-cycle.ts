import { namesOwner } from '../people/naming';
import { firstLine } from '../places';
import type { DocumentRule } from '../rule';
import { namesCycle, namesDeadline } from './naming';

/**
 * No quarter, year or date anywhere: nobody knows when to look at it again. Where there is no owner either, it is said
 * in the same breath. Domain note §3.2.
 */
export const missingCycle: DocumentRule = {
  id: 'missing-cycle',
  scope: 'document',
  source: 'article',
  variants: ['owner'],
  check(context, groups) {
    if (groups.length === 0 || namesDeadline(groups) || namesCycle(context, groups)) return [];
    const span = firstLine(context);
    return [namesOwner(context, groups) ? { span } : { span, variant: 'owner' }];
  },
};
