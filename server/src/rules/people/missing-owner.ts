import type { KeyResultItem, Located } from '../../document/model';
import { firstLine, inDocument, keyResultsOf, onSentence } from '../places';
import type { DocumentRule } from '../rule';
import { namesCycle, namesDeadline } from '../time/naming';
import { documentHasOwner, hasOwner, namesOwner } from './naming';

/**
 * Key results that nobody answers for, said once: on the document where nobody is named at all (together with the
 * cycle where that is missing too), else on the first that has no owner. Domain note §3.6.
 */
export const missingOwner: DocumentRule = {
  id: 'missing-owner',
  scope: 'document',
  source: 'article',
  variants: ['several', 'document'],
  check(context) {
    if (context.objectives.length === 0 || documentHasOwner(context)) return [];
    if (!namesOwner(context))
      return namesCycle(context) || namesDeadline(context)
        ? [{ span: firstLine(context), variant: 'document' }]
        : [];
    const alone: Located<KeyResultItem>[] = [];
    for (const { objective, kr } of keyResultsOf(context))
      if (!hasOwner(kr.item) && !hasOwner(objective.item)) alone.push(kr);
    const [first] = alone;
    if (!first) return [];
    const params = { count: String(alone.length) };
    return [inDocument(onSentence(first, alone.length > 1 ? { variant: 'several', params } : { params }))];
  },
};
