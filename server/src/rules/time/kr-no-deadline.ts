import { inDocument, onSentence } from '../places';
import type { DocumentRule } from '../rule';
import { namesCycle, namesDeadline } from './naming';

/**
 * Without a cycle each key result needs a date of its own: the first that has none, where others do. Where none has,
 * `missing-cycle` says so. Domain note §3.6.
 */
export const krNoDeadline: DocumentRule = {
  id: 'kr-no-deadline',
  scope: 'document',
  source: 'smart',
  variants: ['several'],
  check(context, groups) {
    if (!namesDeadline(groups) || namesCycle(context, groups)) return [];
    const [at] = groups.which('undated');
    const first =
      at === undefined ? undefined : context.objectives.at(at).keyResults[groups.at(at)?.undated[0] ?? -1];
    if (!first) return [];
    const count = groups.sum('undated', ({ undated }) => undated.length);
    const params = { count: String(count) };
    return [inDocument(onSentence(first, count > 1 ? { variant: 'several', params } : { params }))];
  },
};
