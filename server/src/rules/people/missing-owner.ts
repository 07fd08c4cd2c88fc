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
    const [at] = groups.which('unowned');
    const first =
      at === undefined ? undefined : context.objectives.at(at).keyResults[groups.at(at)?.unowned[0] ?? -1];
    if (!first || documentHasOwner(context)) return [];
    if (!groups.some('owner'))
      return namesDeadline(groups) || namesCycle(context, groups)
        ? [{ span: firstLine(context), variant: 'document' }]
        : [];
    const count = groups.sum('unowned', ({ unowned }) => unowned.length);
    const params = { count: String(count) };
    return [inDocument(onSentence(first, count > 1 ? { variant: 'several', params } : { params }))];
  },
};
