import { firstLine, inDocument, onSentence } from '../places';
import type { DocumentRule } from '../rule';
import { namesCycle, namesDeadline } from '../time/naming';
import { documentHasOwner } from './naming';

/**
 * Key results that nobody answers for, said once: on the document where nobody is named at all (together with the
 * cycle where that is missing too), else on the first that has no owner. Domain note §3.6.
 */
export const missingOwner: DocumentRule = {
  id: 'missing-owner',
  scope: 'document',
  source: 'article',
  variants: ['several', 'document'],
  check(context, groups) {
    const at = groups.findIndex(({ unowned }) => unowned.length > 0);
    const first = at < 0 ? undefined : context.objectives.at(at).keyResults[groups[at]?.unowned[0] ?? -1];
    if (!first || documentHasOwner(context)) return [];
    if (!groups.some(({ namesOwner }) => namesOwner))
      return namesDeadline(groups) || namesCycle(context, groups)
        ? [{ span: firstLine(context), variant: 'document' }]
        : [];
    const count = groups.reduce((sum, { unowned }) => sum + unowned.length, 0);
    const params = { count: String(count) };
    return [inDocument(onSentence(first, count > 1 ? { variant: 'several', params } : { params }))];
  },
};
