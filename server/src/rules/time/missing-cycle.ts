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
  check(context) {
    if (context.objectives.length === 0 || namesCycle(context) || namesDeadline(context)) return [];
    const span = firstLine(context);
    return [namesOwner(context) ? { span } : { span, variant: 'owner' }];
  },
};
