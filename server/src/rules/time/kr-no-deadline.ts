import type { KeyResultItem, Located } from '../../document/model';
import { inDocument, keyResultsOf, onSentence } from '../places';
import type { DocumentRule } from '../rule';
import { isDated, namesCycle, namesDeadline } from './naming';

/**
 * Without a cycle each key result needs a date of its own: the first that has none, where others do. Where none has,
 * `missing-cycle` says so. Domain note §3.6.
 */
export const krNoDeadline: DocumentRule = {
  id: 'kr-no-deadline',
  scope: 'document',
  source: 'smart',
  variants: ['several'],
  check(context) {
    if (namesCycle(context) || !namesDeadline(context)) return [];
    const undated: Located<KeyResultItem>[] = [];
    for (const { objective, kr } of keyResultsOf(context))
      if (!isDated(context, kr) && !isDated(context, objective)) undated.push(kr);
    const [first] = undated;
    if (!first) return [];
    const params = { count: String(undated.length) };
    return [inDocument(onSentence(first, undated.length > 1 ? { variant: 'several', params } : { params }))];
  },
};
